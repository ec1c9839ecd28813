using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CoCreate.Journals;

/// <summary>The one place where SQLite's errors become <see cref="JournalException"/>s.</summary>
internal static class SqliteJournalFailures
{
    /// <summary>The failure of a statement before any commit: nothing was written.</summary>
    public static JournalException Translate(SqliteException error, string path, string? stream = null) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => Full(path, error),
        raw.SQLITE_IOERR when error.SqliteExtendedErrorCode == raw.SQLITE_IOERR_SHMSIZE => Full(path, error),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_FORMAT or raw.SQLITE_CONSTRAINT or raw.SQLITE_SCHEMA or raw.SQLITE_ERROR =>
            Damaged(path, (stream is null ? "" : $"the stream \"{stream}\" cannot be written: ") + error.Message, error),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => Unavailable(
            $"{path} cannot be opened for writing ({error.Message}). Check the rights of the file and its folder, and that its disk is not mounted read-only.", error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => Unavailable(
            $"{path} is held by another program ({error.Message}). Close the program that has it open; copy the file to look into it.", error),
        raw.SQLITE_IOERR => Unavailable($"The disk reports an error for {path} ({error.Message}). Check the disk and the system's log.", error),
        _ => Unavailable($"{path} cannot be used at the moment ({error.Message}).", error),
    };

    /// <summary>The failure of a commit. Only a full disk is known to have left nothing behind: SQLite writes the mark that makes a commit count last.</summary>
    public static JournalException TranslateCommit(SqliteException error, string path) => error.SqliteErrorCode == raw.SQLITE_FULL
        ? Full(path, error)
        : new JournalException(JournalFailure.Unknown, $"The disk failed while {path} was being written ({error.Message}); the last batches may or may not be in it.", error);

    /// <summary>True when the system could not bring to the disk what it had taken for writing. It may have dropped it, and a later success proves nothing.</summary>
    public static bool IsFailedSync(SqliteException error) => error.SqliteExtendedErrorCode is raw.SQLITE_IOERR_FSYNC or raw.SQLITE_IOERR_DIR_FSYNC;

    public static JournalException Damaged(string path, string what, Exception? inner = null) => new(
        JournalFailure.Damaged,
        $"{path} is damaged: {what.TrimEnd('.')}. Nothing was repaired or skipped. "
            + "Stop the server, keep a copy of the damaged folder, and restore it from a backup; to start with nothing, move the folder away.",
        inner);

    public static JournalException Unavailable(string message, Exception? inner = null) => new(JournalFailure.Unavailable, message, inner);

    public static JournalException Closed(string path) => Unavailable($"{path} is closed: the server is stopping.");

    private static JournalException Full(string path, Exception error) => new(
        JournalFailure.Full, $"There is no room to write {path}. Nothing that was stored is lost; make room on its disk, and writing goes on by itself.", error);
}
