using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CoCreate.Journals;

/// <summary>What is in the file, version by version. This is the one list of migrations: to change the schema, add to its end; what stands there never changes.</summary>
internal static class SqliteJournalSchema
{
    /// <summary>"CoCr" in the file's header (SQLite's application id) tells a journal from another program's database.</summary>
    public const int ApplicationId = 0x436F4372;

    /// <summary>Entry n takes a file from schema version n to n + 1.</summary>
    /// <remarks>
    /// A stream's version is kept beside its batches, so that lost batches at its end are noticed too. Batches are stored in the order of (stream, first), which
    /// makes loading a stream one pass over neighbouring pages. <c>openings</c> tells who looks after the file when it was opened.
    /// </remarks>
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL) STRICT;
        CREATE TABLE batches (stream INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, checksum BLOB NOT NULL, payload BLOB NOT NULL,
            PRIMARY KEY (stream, first)) STRICT, WITHOUT ROWID;
        CREATE TABLE snapshots (stream TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, format TEXT NOT NULL, checksum BLOB NOT NULL, payload BLOB NOT NULL) STRICT;
        CREATE TABLE openings (number INTEGER PRIMARY KEY, unix_ms INTEGER NOT NULL) STRICT;
        """,
    ];

    /// <summary>The schema version that this program writes.</summary>
    public static int Newest => Migrations.Length;

    /// <summary>Gives a new, empty file its mark and its tables.</summary>
    public static void Create(SqliteConnection connection)
    {
        connection.Execute($"PRAGMA application_id = {ApplicationId}");
        Migrate(connection, 0);
    }

    /// <summary>Brings an older file to this program's version, all steps in one transaction, and refuses a newer one.</summary>
    /// <exception cref="JournalException"><see cref="JournalFailure.Damaged"/>: the file's version is newer, or none.</exception>
    public static void Update(SqliteConnection connection, string path)
    {
        var version = connection.Number("PRAGMA user_version");
        if (version > Newest)
        {
            throw new JournalException(
                JournalFailure.Damaged,
                $"{path} was written by a newer CoCreate (schema {version}; this one knows {Newest}). Start that version, or move the file away to start with nothing.");
        }

        if (version < 1)
        {
            throw SqliteJournalFailures.Damaged(path, $"it has no schema version ({version})");
        }

        if (version < Newest)
        {
            Migrate(connection, (int)version);
        }
    }

    private static void Migrate(SqliteConnection connection, int version)
    {
        connection.Execute("BEGIN IMMEDIATE");
        foreach (var migration in Migrations[version..])
        {
            connection.Execute(migration);
        }

        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Newest}"));
        connection.Execute("COMMIT");
    }
}
