using System.Text;
using CoCreate.Journals;
using Npgsql;

namespace CoCreate.Tests.Postgres;

/// <summary>A schema of one test on the shared server, dropped at its end, with a wire to it that can be made to fail.</summary>
internal sealed class PostgresPlace : IDisposable
{
    public PostgresPlace()
    {
        Wire = new FaultyWire(PostgresServer.Shared.Port);
    }

    public string Schema { get; } = PostgresServer.NewSchema();

    public FaultyWire Wire { get; }

    /// <summary>How a journal connects through the wire. Its sessions carry the schema's name.</summary>
    public string ConnectionString => PostgresServer.Shared.ConnectionString(Schema, Wire.Port) + $";Application Name={Schema}";

    /// <summary>The bounds of a journal that gives up soon.</summary>
    public static PostgresJournalSettings Impatient { get; } = new()
    {
        ConnectPatience = TimeSpan.FromSeconds(1),
        CommandPatience = TimeSpan.FromSeconds(1),
        SnapshotPatience = TimeSpan.FromSeconds(1),
    };

    /// <summary>A journal that gives up soon.</summary>
    /// <param name="more">More of the connection string, such as "Options=-c …".</param>
    public PostgresJournal Open(string more = "") => PostgresJournal.Open(
        ConnectionString + (more.Length > 0 ? ";" + more : ""),
        Impatient);

    public int Execute(string sql, params object[] values) => PostgresServer.Shared.Execute(Schema, sql, values);

    /// <summary>Ends every session of this place's journals, as an administrator would.</summary>
    public void EndSessions() => Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", Schema);

    /// <summary>Holds a stream, so that whoever appends to it waits, until disposal.</summary>
    public NpgsqlConnection Hold(string stream)
    {
        var connection = new NpgsqlConnection(PostgresServer.Shared.ConnectionString(Schema) + ";Pooling=false");
        connection.Open();
        using var begin = new NpgsqlCommand("BEGIN", connection);
        begin.ExecuteNonQuery();
        using var hold = new NpgsqlCommand("SELECT 1 FROM streams WHERE name = $1 FOR UPDATE", connection) { Parameters = { new NpgsqlParameter { Value = stream } } };
        Assert.NotNull(hold.ExecuteScalar());
        return connection;
    }

    /// <summary>Returns once a session of this place's journals waits for what somebody holds.</summary>
    public async Task UntilOneWaits()
    {
        await using var connection = new NpgsqlConnection(PostgresServer.Shared.ConnectionString(Schema) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'", connection)
        {
            Parameters = { new NpgsqlParameter { Value = Schema } },
        };
        while ((long)(await command.ExecuteScalarAsync())! == 0)
        {
            await Task.Yield();
        }
    }

    public void Dispose()
    {
        Wire.Dispose();
        Execute($"DROP SCHEMA IF EXISTS {Schema} CASCADE");
    }
}

/// <summary>Short ways to use a journal in tests.</summary>
internal static class JournalShorthand
{
    public static Task Append(this IJournal journal, string stream, long expected, string text) =>
        journal.Append(stream, expected, new JournalBatch(1, Encoding.UTF8.GetBytes(text)), CancellationToken.None).AsTask();

    /// <summary>Appends and returns how it failed, or null.</summary>
    public static async Task<JournalFailure?> Try(this IJournal journal, string stream, long expected, string text)
    {
        try
        {
            await journal.Append(stream, expected, text);
            return null;
        }
        catch (JournalException failure)
        {
            return failure.Failure;
        }
    }

    /// <summary>What a stream holds, with spaces between.</summary>
    public static async Task<string> Texts(this IJournal journal, string stream)
    {
        var texts = new List<string>();
        await foreach (var batch in journal.Read(stream, 0, CancellationToken.None))
        {
            texts.Add(Encoding.UTF8.GetString(batch.Payload.Span));
        }

        return string.Join(' ', texts);
    }
}
