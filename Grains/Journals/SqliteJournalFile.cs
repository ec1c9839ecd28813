using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CoCreate.Journals;

/// <summary>Opens <c>journal.db</c> and finds out beforehand what is wrong with it.</summary>
/// <remarks>What takes time in proportion to the whole file (reading every page) is left to the loading of each stream, which verifies all it reads.</remarks>
internal static class SqliteJournalFile
{
    private const int HeaderLength = 100;

    /// <summary>The writer's connection to a sound file, with its statements.</summary>
    /// <exception cref="JournalException">See <see cref="SqliteJournal.Open(string, TimeProvider)"/>.</exception>
    public static SqliteJournalStatements Open(string path, TimeProvider clock, SqliteJournalSettings settings)
    {
        try
        {
            if (!File.Exists(path))
            {
                Create(path);
            }

            SqliteJournalLog.Check(path, CheckHeader(path, FileAccess.ReadWrite));
            var hasLog = new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };
            return Connect(path, hasLog, clock, settings);
        }
        catch (SqliteException error)
        {
            throw SqliteJournalFailures.Translate(error, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw SqliteJournalFailures.Unavailable(
                $"{path} cannot be opened for reading and writing: {failure.Message.TrimEnd('.')}. "
                    + "Check the rights of the file and its folder, and that its disk is not mounted read-only.",
                failure);
        }
    }

    /// <summary>Looks at a file that is to be read and not to be changed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isServed">Whether a server has it open: then its log changes while one looks at it, and only that server can tell damage in it.</param>
    /// <exception cref="JournalException">It is missing, damaged, of another program or of another version.</exception>
    public static void CheckForReading(string path, bool isServed)
    {
        if (!File.Exists(path))
        {
            throw SqliteJournalFailures.Unavailable($"There is no journal at {path}. Name the server's data folder with --data.");
        }

        try
        {
            var pageSize = CheckHeader(path, FileAccess.Read);
            if (!isServed)
            {
                SqliteJournalLog.Check(path, pageSize);
            }

            using var connection = SqliteJournalConnection.OpenReader(path);
            var version = connection.Number("PRAGMA user_version");
            if (version != SqliteJournalSchema.Newest)
            {
                throw SqliteJournalFailures.Unavailable(
                    $"{path} is of schema {version}, and this program reads {SqliteJournalSchema.Newest}. Use the program that the server runs; an older file is brought up to date by starting the server on it.");
            }
        }
        catch (SqliteException error)
        {
            throw SqliteJournalFailures.Translate(error, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw SqliteJournalFailures.Unavailable($"{path} cannot be read: {failure.Message.TrimEnd('.')}. Run this as the user that the server runs as.", failure);
        }
    }

    /// <summary>Makes a new file under another name first, so that a process that dies meanwhile leaves none that looks damaged.</summary>
    private static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            throw SqliteJournalFailures.Unavailable($"There is a folder at {path}, where the journal's file should be. Move it away.");
        }

        if (File.Exists(path + "-wal"))
        {
            throw SqliteJournalFailures.Damaged(path, $"the file is missing, but {path}-wal, which belongs to it, is there");
        }

        var draft = path + ".new";
        foreach (var leftover in new[] { draft, draft + "-wal", draft + "-shm", draft + "-journal" })
        {
            File.Delete(leftover);
        }

        using (var connection = SqliteJournalConnection.OpenWriter(draft, create: true))
        {
            connection.Execute("PRAGMA page_size = 4096");
            connection.Execute("PRAGMA journal_mode = WAL");
            SqliteJournalSchema.Create(connection);
            connection.CleanUpOnClose();
        }

        File.Move(draft, path);
    }

    /// <summary>Looks at the file's first bytes before SQLite does, so that another program's file is not touched. Returns the size of its pages.</summary>
    private static int CheckHeader(string path, FileAccess access)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using (var file = new FileStream(path, FileMode.Open, access, FileShare.ReadWrite))
        {
            if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
            {
                throw SqliteJournalFailures.Damaged(path, file.Length == 0 ? "it is empty" : $"it ends after {file.Length} bytes");
            }
        }

        if (!header.StartsWith("SQLite format 3\0"u8))
        {
            throw SqliteJournalFailures.Damaged(path, "it does not begin like a journal; its first bytes were overwritten, or it is another program's file");
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header[68..]) != SqliteJournalSchema.ApplicationId)
        {
            throw SqliteJournalFailures.Damaged(path, "it is a SQLite database, but not one of CoCreate, or its header was overwritten");
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        return pageSize == 1 ? 65_536 : pageSize;
    }

    private static SqliteJournalStatements Connect(string path, bool hasLog, TimeProvider clock, SqliteJournalSettings settings)
    {
        var connection = SqliteJournalConnection.OpenWriter(path, create: false);
        try
        {
            CheckLength(connection, path, hasLog);
            if (connection.Text("PRAGMA journal_mode = WAL") != "wal")
            {
                throw SqliteJournalFailures.Unavailable($"{path} cannot be used with a write-ahead log. Put the data folder on a local disk.");
            }

            SqliteJournalSchema.Update(connection, path);
            CheckStreams(connection, path);
            Bound(connection, settings);
            ProveWritable(connection, clock);
            return new SqliteJournalStatements(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>After an unclean end the file may be shorter than it says while the rest is in the log. Then, and only then, every page is looked at:
    /// moving the log would fill a hole that was cut into the file with zeros.</summary>
    private static void CheckLength(SqliteConnection connection, string path, bool hasLog)
    {
        var expected = connection.Number("PRAGMA page_count") * connection.Number("PRAGMA page_size");
        var actual = new FileInfo(path).Length;
        if (actual < expected && (!hasLog || connection.Text("PRAGMA quick_check(1)") != "ok"))
        {
            throw SqliteJournalFailures.Damaged(path, $"it was cut off: it has {actual} bytes and should have {expected}");
        }
    }

    /// <summary>Looks at the list of streams whole, for a stream that its name no longer finds would pass for one that never was.</summary>
    private static void CheckStreams(SqliteConnection connection, string path)
    {
        if (connection.Text("PRAGMA integrity_check(streams)") is not "ok" and var finding)
        {
            throw SqliteJournalFailures.Damaged(path, $"its list of streams is broken ({finding})");
        }
    }

    private static void Bound(SqliteConnection connection, SqliteJournalSettings settings)
    {
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA journal_size_limit = {settings.LogBytesKept}"));
        if (settings.LargestFilePages is { } pages)
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
        }
    }

    /// <summary>Notes the opening, which shows at once whether the file can be written, and starts with an empty log.</summary>
    private static void ProveWritable(SqliteConnection connection, TimeProvider clock)
    {
        try
        {
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO openings (unix_ms) VALUES ({clock.GetUtcNow().ToUnixTimeMilliseconds()})"));
            connection.Execute("DELETE FROM openings WHERE number <= (SELECT max(number) FROM openings) - 100");
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException error) when (error.SqliteErrorCode == raw.SQLITE_FULL)
        {
            // A full disk is no reason not to start: what is stored can be read, appends are refused until there is room.
        }
    }
}
