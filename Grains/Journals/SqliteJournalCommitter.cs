using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CoCreate.Journals;

/// <summary>Commits groups of writes and keeps the log short. Used by the writer's thread alone.</summary>
/// <remarks>Two failures need more than telling the callers. A commit that failed on the way may lie in the log and come to life after a crash; so before the
/// next commit the log is emptied. And when a sync failed, the system may have dropped pages that it calls clean, so nothing is written or moved any more:
/// the log holds it all, and a restart takes it from there.</remarks>
internal sealed class SqliteJournalCommitter(SqliteJournalStatements statements, string path, SqliteJournalSettings settings)
    : IJournalCommitter<SqliteJournalWrite>
{
    private readonly SqliteConnection _connection = statements.Connection;
    private JournalException? _stopped;
    private bool _isInDoubt;
    private int _pagesAtLastCheckpoint;
    private int _pagesInLog;

    /// <summary>Commits the writes together and tells each caller. When the group fails before its commit, each is tried by itself, so that what cannot be
    /// written fails alone.</summary>
    public void Commit(List<SqliteJournalWrite> group)
    {
        var taken = group.FindAll(write => write.TryTake());
        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            CommitAndTell(taken);
        }
        catch (Exception failure) when (failure is not SqliteException)
        {
            // A fault of this program, or no memory left. Callers must not wait for ever, and what the connection holds is no longer known.
            _stopped ??= SqliteJournalFailures.Unavailable($"Writing to {path} stopped because of a fault in the server ({failure.Message}). Restart it.", failure);
            RollBack();
            taken.ForEach(write => write.Complete(new JournalException(JournalFailure.Unknown, _stopped.Message, failure)));
        }
    }

    /// <summary>Moves the log's pages into the file when it is long, or when nobody waits and it is worth it.</summary>
    public void Tidy(bool isQuiet)
    {
        var written = _connection.PagesWritten() - _pagesAtLastCheckpoint;
        if (_stopped is null && written >= (isQuiet ? settings.CheckpointPages : settings.UrgentCheckpointPages))
        {
            // Readers of earlier pages keep a log from starting over. Each holds on for milliseconds; only when they always overlap does the writer wait for them.
            TryCheckpoint(_pagesInLog > 2 * settings.UrgentCheckpointPages ? "RESTART" : "PASSIVE");
        }
    }

    /// <summary>Leaves the file as whole as it can be left, and closes it.</summary>
    public void Dispose()
    {
        if (_stopped is null && TryCheckpoint("TRUNCATE"))
        {
            _connection.CleanUpOnClose();
        }

        statements.Dispose();
    }

    private void CommitAndTell(List<SqliteJournalWrite> writes)
    {
        var outcomes = CommitTogether(writes);
        for (var index = 0; index < writes.Count; index++)
        {
            writes[index].Complete(outcomes is null ? CommitTogether([writes[index]])![0] : outcomes[index]);
        }
    }

    /// <summary>One transaction. Returns each write's outcome (null is success), or null when it failed before the commit and the writes should be tried one by one.</summary>
    private JournalException?[]? CommitTogether(List<SqliteJournalWrite> writes)
    {
        var outcomes = new JournalException?[writes.Count];
        if (TryWrite(writes, outcomes) is not { } failure)
        {
            return outcomes;
        }

        if (failure.Failure != JournalFailure.Unknown && writes.Count > 1 && _stopped is null)
        {
            return null;
        }

        for (var index = 0; index < outcomes.Length; index++)
        {
            outcomes[index] ??= failure;
        }

        return outcomes;
    }

    private JournalException? TryWrite(List<SqliteJournalWrite> writes, JournalException?[] outcomes)
    {
        if (_stopped is not null)
        {
            return _stopped;
        }

        if (_isInDoubt && !TryCheckpoint("TRUNCATE"))
        {
            return _stopped ?? SqliteJournalFailures.Unavailable($"{path} cannot be written: the disk failed and has not recovered. Check the disk and the system's log.");
        }

        _isInDoubt = false;
        try
        {
            statements.Begin();
            for (var index = 0; index < writes.Count; index++)
            {
                outcomes[index] = writes[index].Execute(statements);
            }
        }
        catch (SqliteException error)
        {
            Array.Clear(outcomes);
            StopAfterFailedSync(error);
            RollBack();
            return SqliteJournalFailures.Translate(error, path, writes is [var only] ? only.Stream : null);
        }

        return TryFinish();
    }

    private JournalException? TryFinish()
    {
        try
        {
            statements.Commit();
            return null;
        }
        catch (SqliteException error)
        {
            StopAfterFailedSync(error);
            RollBack();
            var failure = SqliteJournalFailures.TranslateCommit(error, path);
            _isInDoubt = failure.Failure == JournalFailure.Unknown;
            return failure;
        }
    }

    /// <summary>Ends the transaction, unless SQLite has already ended it because of the failure.</summary>
    private void RollBack()
    {
        try
        {
            if (_connection.IsInTransaction())
            {
                _connection.Execute("ROLLBACK");
            }
        }
        catch (SqliteException error)
        {
            Stop(error);
        }
    }

    /// <summary>True when all of the log is in the file. A failure costs nothing yet, since the log still has it all; the next attempt comes by itself.</summary>
    private bool TryCheckpoint(string mode)
    {
        try
        {
            _pagesAtLastCheckpoint = _connection.PagesWritten();
            using var command = _connection.Prepare(string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_checkpoint({mode})"));
            using var row = command.ExecuteReader();
            row.Read();
            var isBusy = row.GetInt64(0) != 0;
            _pagesInLog = row.GetInt32(1);
            return !isBusy && _pagesInLog == row.GetInt32(2);
        }
        catch (SqliteException error)
        {
            StopAfterFailedSync(error);
            return false;
        }
    }

    private void StopAfterFailedSync(SqliteException error)
    {
        if (SqliteJournalFailures.IsFailedSync(error))
        {
            Stop(error);
        }
    }

    private void Stop(SqliteException error) => _stopped ??= SqliteJournalFailures.Unavailable(
        $"The disk could not keep what it had taken for {path} ({error.Message}). "
            + "Nothing more is written, so that what is stored stays whole. Check the disk, then restart the server.",
        error);
}
