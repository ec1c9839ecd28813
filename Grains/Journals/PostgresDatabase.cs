using System.Text.RegularExpressions;
using Npgsql;

namespace CoCreate.Journals;

/// <summary>Where a <see cref="PostgresJournal"/> keeps its streams: connections to one schema of one database.</summary>
internal sealed partial class PostgresDatabase : IDisposable
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
        Readers = new NpgsqlDataSourceBuilder(text.ConnectionString).Build();
        text.Pooling = false;
        Writers = new NpgsqlDataSourceBuilder(text.ConnectionString).Build();
    }

    /// <summary>The pool of connections that read.</summary>
    public NpgsqlDataSource Readers { get; }

    /// <summary>Makes the connections that write. They are in no pool: one that was given up is closed, and nobody else gets it.</summary>
    public NpgsqlDataSource Writers { get; }

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

    public void Dispose()
    {
        Readers.Dispose();
        Writers.Dispose();
    }

    /// <summary>Adds what the person who wrote it left open. Their own words win, except where durability is at stake.</summary>
    private static void Complete(NpgsqlConnectionStringBuilder text, PostgresJournalSettings settings)
    {
        text.SearchPath = string.IsNullOrWhiteSpace(text.SearchPath) ? UsualSchema : text.SearchPath;
        text.ApplicationName ??= "CoCreate";
        text.Timeout = text.ShouldSerialize("Timeout") ? text.Timeout : (int)settings.ConnectPatience.TotalSeconds;
        text.KeepAlive = text.ShouldSerialize("Keepalive") ? text.KeepAlive : 10;

        // Npgsql would ask for Kerberos' encryption first, and after a database that says nothing ask again with what is left of the time-out: less than a
        // millisecond of it counts as no time-out at all, and the connection would wait for ever. Whoever has Kerberos writes it.
        text.GssEncryptionMode = text.ShouldSerialize("GSS Encryption Mode") ? text.GssEncryptionMode : GssEncryptionMode.Disable;

        // A command that takes too long ends with its connection: a request to cancel it would go the same way, and wait as long. What is left of it at
        // the server is ended by PostgresJournalDoubts.
        text.CommandTimeout = (int)settings.CommandPatience.TotalSeconds;
        text.CancellationTimeout = -1;
        text.Enlist = false;
        text.Multiplexing = false;

        // Each statement is planned once per connection.
        text.MaxAutoPrepare = Math.Max(text.MaxAutoPrepare, 20);
        text.AutoPrepareMinUsages = 2;
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex SchemaName();
}
