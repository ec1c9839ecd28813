using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace CoCreate.Journals;

/// <summary>What is in the database, version by version. This is the one list of migrations: to change the schema, add to its end; what stands there never changes.</summary>
internal static class PostgresJournalSchema
{
    /// <summary>"CoCr": the first half of the key of the lock that lets one process at a time change a schema.</summary>
    private const int LockKey = 0x436F4372;

    /// <summary>Entry n takes a database from schema version n to n + 1.</summary>
    /// <remarks>
    /// A stream's version is kept beside its batches: moving it is the fence, and lost batches at a stream's end are noticed. Names compare byte by byte ("C").
    /// The room left in pages of <c>streams</c> lets PostgreSQL move a version without touching the indexes. Snapshots come compressed, so nothing tries it again.
    /// </remarks>
    private static readonly string[] _migrations =
    [
        """
        CREATE TABLE streams (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text COLLATE "C" NOT NULL UNIQUE,
            version bigint NOT NULL
        ) WITH (fillfactor = 70);
        CREATE TABLE batches (
            stream bigint NOT NULL REFERENCES streams (id),
            first bigint NOT NULL,
            count integer NOT NULL,
            checksum bytea NOT NULL,
            payload bytea NOT NULL,
            PRIMARY KEY (stream, first)
        );
        CREATE TABLE snapshots (
            stream text COLLATE "C" PRIMARY KEY,
            version bigint NOT NULL,
            format text NOT NULL,
            checksum bytea NOT NULL,
            payload bytea NOT NULL
        );
        ALTER TABLE snapshots ALTER payload SET STORAGE EXTERNAL;
        """,
    ];

    /// <summary>The schema version that this program writes.</summary>
    public static int Newest => _migrations.Length;

    /// <summary>Makes the schema, or brings an older one to this program's version, all steps in one transaction; of several processes that start at
    /// once one does it and the others wait. A schema that fits needs no right but to use its tables.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: it is of a newer version, or holds other tables.</exception>
    public static void Update(NpgsqlConnection connection, PostgresDatabase database)
    {
        if (Version(connection, database) == Newest)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        Execute(connection, $"SELECT pg_advisory_xact_lock({LockKey}, hashtext('{database.Schema}'))");
        var version = Version(connection, database);
        if (version == 0)
        {
            Begin(connection, database);
        }

        foreach (var migration in _migrations[version..])
        {
            Execute(connection, migration);
        }

        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"UPDATE cocreate_schema SET version = {Newest}"));
        transaction.Commit();
    }

    /// <summary>The version that is there; 0 when there is none.</summary>
    private static int Version(NpgsqlConnection connection, PostgresDatabase database)
    {
        // Asked of the catalogue's tables: to_regclass may answer from a cache that does not know yet what another process has just made.
        if (Ask(connection, $"SELECT 1 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = '{database.Schema}' AND relname = 'cocreate_schema'") is null)
        {
            return 0;
        }

        return Ask(connection, "SELECT max(version) FROM cocreate_schema") switch
        {
            int version when version > Newest => throw new JournalException(
                JournalFailure.Damaged,
                $"{database.Name} was written by a newer CoCreate (schema {version}; this one knows {Newest}). Start that version, or name another database in Journal:ConnectionString."),
            int version and >= 1 => version,
            var other => throw PostgresJournalFailures.Damaged(database, $"the table cocreate_schema holds no version ({other})"),
        };
    }

    private static void Begin(NpgsqlConnection connection, PostgresDatabase database)
    {
        if (Ask(connection, $"SELECT 1 FROM pg_namespace WHERE nspname = '{database.Schema}'") is null)
        {
            Execute(connection, $"CREATE SCHEMA \"{database.Schema}\"");
        }

        Execute(connection, "CREATE TABLE cocreate_schema (version integer NOT NULL); INSERT INTO cocreate_schema VALUES (0)");
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this file; the schema's name was checked letter by letter.")]
    private static void Execute(NpgsqlConnection connection, string sql)
    {
        // Changing large tables, or waiting for another process that does, takes what it takes.
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this file; the schema's name was checked letter by letter.")]
    private static object? Ask(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
