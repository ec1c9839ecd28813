using System.Net.Sockets;
using Npgsql;

namespace CoCreate.Journals;

/// <summary>The one place where PostgreSQL's errors become <see cref="JournalException"/>s.</summary>
internal static class PostgresJournalFailures
{
    /// <summary>The failure of a connection that was never made, or of a read: nothing was written.</summary>
    public static JournalException Translate(NpgsqlException error, PostgresDatabase database) => error switch
    {
        PostgresException answer => TranslateAnswer(answer, database),
        { InnerException: TimeoutException } => Unavailable($"{Start(database)} did not answer in time. Check that it runs, is not overloaded, and can be reached from here.", error),
        { InnerException: SocketException or IOException } => Unavailable(
            $"{Start(database)} cannot be reached ({Reason(error)}). Check that PostgreSQL runs and takes connections from here, and Host and Port in Journal:ConnectionString.", error),
        _ => Unavailable($"{Start(database)} cannot be used ({Reason(error)}). Check Journal:ConnectionString.", error),
    };

    /// <summary>The failure of a write that was sent. A statement that PostgreSQL itself refused left nothing behind; whatever else happened, nobody said
    /// whether the commit was made.</summary>
    public static JournalException TranslateWrite(NpgsqlException error, PostgresDatabase database, string? stream) =>
        error is not PostgresException answer || IsInDoubt(answer)
            ? new JournalException(
                JournalFailure.Unknown, $"The connection to {database.Name} was lost during a commit ({Reason(error)}); the last batches may or may not be in it.", error)
            : TranslateAnswer(answer, database, stream);

    /// <summary>True when a group of writes failed as one, and by themselves some of them may succeed.</summary>
    public static bool IsWorthTryingAlone(JournalException failure) => failure.InnerException is PostgresException answer && !IsInDoubt(answer);

    /// <summary>Whether nobody answered, or the connection was lost in the middle; of one that was lost Npgsql may say only that a part of it is gone.</summary>
    public static bool IsSilence(Exception failure) => failure is NpgsqlException { InnerException: TimeoutException or IOException } or ObjectDisposedException;

    public static JournalException Damaged(PostgresDatabase database, string what, Exception? inner = null) => new(
        JournalFailure.Damaged,
        $"{Start(database)} is damaged: {what.TrimEnd('.')}. Nothing was repaired or skipped. Stop the server, keep a copy of the schema {database.Schema}, and restore it from a backup.",
        inner);

    public static JournalException Unavailable(string message, Exception? inner = null) => new(JournalFailure.Unavailable, message, inner);

    public static JournalException Closed(PostgresDatabase database) => Unavailable($"{Start(database)} is closed: the server is stopping.");

    /// <summary>A session that was ended from outside may have been ended between its commit and its answer, and a cancelled statement likewise.</summary>
    private static bool IsInDoubt(PostgresException answer) =>
        answer.InvariantSeverity is "FATAL" or "PANIC" || answer.SqlState.StartsWith("57", StringComparison.Ordinal) || answer.SqlState.StartsWith("08", StringComparison.Ordinal);

    private static JournalException TranslateAnswer(PostgresException answer, PostgresDatabase database, string? stream = null) => answer.SqlState switch
    {
        PostgresErrorCodes.DiskFull => new JournalException(
            JournalFailure.Full, $"There is no room to write {database.Name}. Nothing that was stored is lost; make room on its disk, and writing goes on by itself.", answer),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Unavailable(
            $"{Start(database)} does not let in the user {database.User} ({answer.MessageText}). Check Username and Password in Journal:ConnectionString, and the server's pg_hba.conf.", answer),
        PostgresErrorCodes.InvalidCatalogName => Unavailable(
            $"The PostgreSQL server has no such database ({answer.MessageText}). Make it with: CREATE DATABASE {database.DatabaseName}; or check Database in Journal:ConnectionString.", answer),
        PostgresErrorCodes.InsufficientPrivilege => Unavailable(
            $"The user {database.User} lacks a right in {database.Name} ({answer.MessageText}). "
                + $"Let its owner say: CREATE SCHEMA {database.Schema} AUTHORIZATION {database.User}; or grant the user its tables.", answer),
        PostgresErrorCodes.TooManyConnections => Unavailable($"{Start(database)} has no connection left ({answer.MessageText}). Raise max_connections, or close others.", answer),
        PostgresErrorCodes.ReadOnlySqlTransaction => Unavailable(
            $"{Start(database)} cannot be written: it is a replica or set to read only. Give the address of the primary in Journal:ConnectionString.", answer),
        { } state when IsDamage(state) => Damaged(database, (stream is null ? "" : $"the stream \"{stream}\" cannot be used: ") + answer.MessageText, answer),
        _ => Unavailable($"{Start(database)} cannot be used at the moment ({answer.MessageText}).", answer),
    };

    /// <summary>Rows that contradict one another (23), tables that are not as they were made (42), and what PostgreSQL itself finds broken (XX001, XX002).</summary>
    private static bool IsDamage(string state) =>
        state.StartsWith("23", StringComparison.Ordinal) || state.StartsWith("42", StringComparison.Ordinal)
        || state is PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted;

    private static string Reason(NpgsqlException error) => (error is PostgresException answer ? answer.MessageText : (error.InnerException ?? error).Message).TrimEnd('.');

    private static string Start(PostgresDatabase database) => char.ToUpperInvariant(database.Name[0]) + database.Name[1..];
}
