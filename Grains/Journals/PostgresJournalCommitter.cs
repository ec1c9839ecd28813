using System.Data;
using Npgsql;

namespace CoCreate.Journals;

/// <summary>Commits groups of writes over one connection, each group in one round trip. Used by one thread.</summary>
/// <remarks>
/// The statements of a group are sent together without a BEGIN: PostgreSQL takes them as one transaction, commits at their end and answers once. So there is no
/// moment at which a lost connection would leave a transaction open, and a write that was sent and not answered is in doubt. A conflict is a statement that
/// wrote no row, and so does not touch the others.
/// </remarks>
internal sealed class PostgresJournalCommitter(PostgresDatabase database, PostgresJournalDoubts doubts, PostgresJournalSession? session, TimeSpan patience)
    : IJournalCommitter<PostgresJournalWrite>
{
    private PostgresJournalSession? _session = session;

    /// <summary>Commits the writes together and tells each caller. When PostgreSQL refuses the group, each is tried by itself, so that what cannot be
    /// written fails alone.</summary>
    public void Commit(List<PostgresJournalWrite> group)
    {
        var taken = group.FindAll(write => write.TryTake());
        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            // In the order of their names, so that two servers that write the same streams never wait for one another in a circle.
            CommitAndTell([.. taken.OrderBy(write => write.Stream, StringComparer.Ordinal)]);
        }
        catch (Exception failure)
        {
            // A fault of this program, or no memory left. Callers must not wait for ever.
            Forget(isInDoubt: true);
            var unknown = new JournalException(JournalFailure.Unknown, $"Writing to {database.Name} failed because of a fault in the server ({failure.Message}).", failure);
            taken.ForEach(write => write.Complete(unknown));
        }
    }

    public void Tidy(bool isQuiet)
    {
        // The server looks after its log and its tables itself.
    }

    public void Dispose() => _session?.Dispose();

    private void CommitAndTell(List<PostgresJournalWrite> writes)
    {
        var outcomes = CommitTogether(writes);
        for (var index = 0; index < writes.Count; index++)
        {
            writes[index].Complete(outcomes is null ? CommitTogether([writes[index]])![0] : outcomes[index]);
        }
    }

    /// <summary>One transaction. Returns each write's outcome (null is success), or null when nothing was written and the writes should be tried one by one.</summary>
    private JournalException?[]? CommitTogether(List<PostgresJournalWrite> writes)
    {
        var outcomes = new JournalException?[writes.Count];
        if (TryWrite(writes, outcomes) is not { } failure)
        {
            return outcomes;
        }

        if (writes.Count > 1 && PostgresJournalFailures.IsWorthTryingAlone(failure))
        {
            return null;
        }

        Array.Fill(outcomes, failure);
        return outcomes;
    }

    private JournalException? TryWrite(List<PostgresJournalWrite> writes, JournalException?[] outcomes)
    {
        if (Connect() is { } failure)
        {
            return failure;
        }

        using var batch = new NpgsqlBatch(_session!.Connection) { Timeout = (int)patience.TotalSeconds };
        writes.ForEach(write => batch.BatchCommands.Add(write.Command()));
        try
        {
            batch.ExecuteNonQuery();
        }
        catch (NpgsqlException error)
        {
            var translated = PostgresJournalFailures.TranslateWrite(error, database, writes is [var only] ? only.Stream : null);
            if (translated.Failure == JournalFailure.Unknown)
            {
                Forget(isInDoubt: true);
            }

            return translated;
        }

        for (var index = 0; index < outcomes.Length; index++)
        {
            outcomes[index] = writes[index].Outcome((int)batch.BatchCommands[index].RecordsAffected);
        }

        return null;
    }

    /// <summary>Makes sure of a connection before anything is sent. A failure here left nothing written.</summary>
    private JournalException? Connect()
    {
        if (_session is { } old && old.Connection.FullState.HasFlag(ConnectionState.Broken))
        {
            // It broke while nothing was under way.
            Forget(isInDoubt: false);
        }

        try
        {
            _session ??= PostgresJournalSession.Open(database);
            doubts.Settle(_session.Connection);
            return null;
        }
        catch (NpgsqlException error)
        {
            Forget(isInDoubt: false);
            return PostgresJournalFailures.Translate(error, database);
        }
        catch (JournalException failure)
        {
            return failure;
        }
    }

    private void Forget(bool isInDoubt)
    {
        if (_session is null)
        {
            return;
        }

        if (isInDoubt)
        {
            doubts.Add(_session.Backend);
        }

        _session.Dispose();
        _session = null;
    }
}
