using System.Text.RegularExpressions;
using Npgsql;

namespace CoCreate.Journals;

/// <summary>Where a <see cref="PostgresJournal"/> keeps its streams: the pool of connections to one schema of one database.</summary>
internal sealed partial class PostgresDatabase : IAsyncDisposable
{
    /// <summary>The schema that is used unless the connection string names another as its search path.</summary>
    public const string UsualSchema = "cocreate";

    private const string HowToWrite =
        "Write Journal:ConnectionString as Host=…;Port=5432;Database=…;Username=…;Password=…, and put a value that holds a ; into \"quotes\".";

    private PostgresDatabase(NpgsqlConnectionStringBuilder text)
    {
        Schema = text.SearchPath!;
        User = text.Username;
        DatabaseName = text.Database ?? text.Username ?? "";
        Name = $"the PostgreSQL database {DatabaseName} at {text.Host}:{text.Port}";
        Source = new NpgsqlDataSourceBuilder(text.ConnectionString).Build();
    }

    /// <summary>Makes and keeps the connections.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>The schema that holds the tables.</summary>
    public string Schema { get; }

    /// <summary>Who the connections are made as; null takes the name of the system's user.</summary>
    public string? User { get; }

    /// <summary>The database's own name.</summary>
    public string DatabaseName { get; }

    /// <summary>Where it is, in words for messages; without any secret.</summary>
    public string Name { get; }

    /// <summary>Takes a connection string apart. Connects to nothing yet.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Unavailable"/>: it cannot be used. No part of it is repeated, for it may hold a password.</exception>
    public static PostgresDatabase At(string connectionString, PostgresJournalSettings settings)
    {
        NpgsqlConnectionStringBuilder text;
        try
        {
            text = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException)
        {
            // Its message could repeat what it did not understand.
            throw new JournalException(JournalFailure.Unavailable, $"The connection string of the PostgreSQL journal cannot be understood. {HowToWrite}");
        }

        if (string.IsNullOrWhiteSpace(text.Host))
        {
            throw new JournalException(JournalFailure.Unavailable, $"The connection string of the PostgreSQL journal names no Host. {HowToWrite}");
        }

        Complete(text, settings);
        return SchemaName().IsMatch(text.SearchPath!)
            ? new PostgresDatabase(text)
            : throw new JournalException(
                JournalFailure.Unavailable,
                "The Search Path in the connection string of the PostgreSQL journal must be the name of one schema: small letters, digits and _, at most 63 of them.");
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Adds what the person who wrote it left open. Their own words win, except where durability is at stake.</summary>
    private static void Complete(NpgsqlConnectionStringBuilder text, PostgresJournalSettings settings)
    {
        text.SearchPath = string.IsNullOrWhiteSpace(text.SearchPath) ? UsualSchema : text.SearchPath;
        text.ApplicationName ??= "CoCreate";
        text.Timeout = text.ShouldSerialize("Timeout") ? text.Timeout : (int)settings.ConnectPatience.TotalSeconds;
        text.KeepAlive = text.ShouldSerialize("Keepalive") ? text.KeepAlive : 10;
        text.Enlist = false;
        text.Multiplexing = false;

        // Each statement is planned once per connection.
        text.MaxAutoPrepare = Math.Max(text.MaxAutoPrepare, 20);
        text.AutoPrepareMinUsages = 2;
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex SchemaName();
}
