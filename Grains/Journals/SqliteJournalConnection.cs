using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CoCreate.Journals;

/// <summary>How connections to the journal's file are made, and short ways to use them.</summary>
internal static class SqliteJournalConnection
{
    /// <summary>The one connection that writes, and that moves the log's pages into the file.</summary>
    /// <remarks>
    /// <c>synchronous = FULL</c> syncs the log at each commit; <c>fullfsync</c> makes macOS ask the disk itself. Moving pages (a checkpoint) happens only when we
    /// say so and only here: SQLite before 3.51.3 can damage a file when two connections commit and checkpoint in the same moment, and a person who waits for a
    /// commit should not wait for a checkpoint. Closing does not checkpoint either, unless <see cref="CleanUpOnClose"/> was called, so that a file that is
    /// found damaged is left as it was found.
    /// </remarks>
    public static SqliteConnection OpenWriter(string path, bool create)
    {
        var connection = Open(path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
        connection.Execute("PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 250; PRAGMA cache_size = -16384");
        return connection;
    }

    /// <summary>A connection that only reads.</summary>
    public static SqliteConnection OpenReader(string path) => Open(path, SqliteOpenMode.ReadOnly);

    /// <summary>Lets closing move the log into the file and delete it.</summary>
    public static void CleanUpOnClose(this SqliteConnection connection) =>
        raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, out _);

    /// <summary>Pages that this connection has written so far.</summary>
    public static int PagesWritten(this SqliteConnection connection)
    {
        raw.sqlite3_db_status(connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 0);
        return pages;
    }

    /// <summary>True between the start of a transaction and its end.</summary>
    public static bool IsInTransaction(this SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this folder; values go in as parameters.")]
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter, Value = DBNull.Value });
        }

        command.Prepare();
        return command;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this folder; values go in as parameters.")]
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this folder; values go in as parameters.")]
    public static string Text(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    public static long Number(this SqliteConnection connection, string sql) => long.Parse(connection.Text(sql), CultureInfo.InvariantCulture);

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 };
        var connection = new SqliteConnection(text.ConnectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
