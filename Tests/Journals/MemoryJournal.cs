using System.Runtime.CompilerServices;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>What a <see cref="MemoryJournal"/> keeps; it outlives the journal as a disk outlives a process.</summary>
public sealed class MemoryStore
{
    internal Lock Gate { get; } = new();

    internal Dictionary<string, List<StoredRow>> Streams { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, (StoredSnapshot Snapshot, byte[] Checksum)> Snapshots { get; } = new(StringComparer.Ordinal);

    /// <summary>Flips a bit in the payload (or checksum, when the payload is empty) of the batch that starts at a version.</summary>
    public void DamageBatch(string stream, long first)
    {
        lock (Gate)
        {
            var rows = Streams[stream];
            var index = rows.FindIndex(row => row.Batch.First == first);
            var payload = rows[index].Batch.Payload.ToArray();
            var checksum = rows[index].Checksum.ToArray();
            (payload.Length > 0 ? payload : checksum)[0] ^= 1;
            rows[index] = new StoredRow(rows[index].Batch with { Payload = payload }, checksum);
        }
    }

    /// <summary>Takes the batch that starts at a version away; the stream's version stays.</summary>
    public void RemoveBatch(string stream, long first)
    {
        lock (Gate)
        {
            var rows = Streams[stream];
            var index = rows.FindIndex(row => row.Batch.First == first);
            rows[index] = rows[index] with { Removed = true };
        }
    }

    /// <summary>Flips a bit in a snapshot's checksum.</summary>
    public void DamageSnapshot(string stream)
    {
        lock (Gate)
        {
            Snapshots[stream].Checksum[0] ^= 1;
        }
    }

    internal readonly record struct StoredRow(StoredBatch Batch, byte[] Checksum, bool Removed = false);
}

/// <summary>A journal in memory, for fast simulations. Appends complete at once; wrap it in a <see cref="FaultyJournal"/> for anything else.
/// Several may share one store, as two processes might share a database.</summary>
public sealed class MemoryJournal(MemoryStore store) : IJournal, IAsyncDisposable
{
    private bool _closed;

    public MemoryJournal()
        : this(new MemoryStore())
    {
    }

    /// <summary>What is kept, for opening it again.</summary>
    public MemoryStore Store => store;

    public ValueTask Append(string stream, long expected, JournalBatch batch, CancellationToken cancellation)
    {
        JournalArguments.CheckAppend(stream, expected, batch);
        return Do(() =>
        {
            var version = Version(stream);
            if (version != expected)
            {
                throw new JournalException(JournalFailure.Conflict, $"The stream \"{stream}\" is at version {version}, not {expected}.");
            }

            var stored = new StoredBatch(expected + 1, batch.Count, batch.Payload.ToArray());
            store.Streams.TryAdd(stream, []);
            store.Streams[stream].Add(new MemoryStore.StoredRow(stored, BatchChecksum.Of(stream, stored.First, stored.Count, stored.Payload.Span)));
        }, cancellation);
    }

    public IAsyncEnumerable<StoredBatch> Read(string stream, long after, CancellationToken cancellation)
    {
        JournalArguments.CheckRead(stream, after);
        return ReadRows(stream, after, cancellation);
    }

    public async IAsyncEnumerable<string> Streams([EnumeratorCancellation] CancellationToken cancellation)
    {
        string[] names = [];
        await Do(() => names = [.. store.Streams.Keys], cancellation);
        foreach (var name in names)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return name;
        }
    }

    public ValueTask<StoredSnapshot?> ReadSnapshot(string stream, CancellationToken cancellation)
    {
        JournalArguments.CheckStream(stream);
        StoredSnapshot? found = null;
        var done = Do(() =>
        {
            if (store.Snapshots.TryGetValue(stream, out var kept) && kept.Checksum.AsSpan().SequenceEqual(BatchChecksum.Of(stream, kept.Snapshot)))
            {
                found = kept.Snapshot;
            }
        }, cancellation);
        return done.IsCompletedSuccessfully ? ValueTask.FromResult(found) : Failed(done);

        static async ValueTask<StoredSnapshot?> Failed(ValueTask done)
        {
            await done;
            return null;
        }
    }

    public ValueTask WriteSnapshot(string stream, StoredSnapshot snapshot, CancellationToken cancellation)
    {
        JournalArguments.CheckSnapshot(stream, snapshot);
        var kept = snapshot with { Payload = snapshot.Payload.ToArray() };
        return Do(() => store.Snapshots[stream] = (kept, BatchChecksum.Of(stream, kept)), cancellation);
    }

    public ValueTask DeleteSnapshots(CancellationToken cancellation) => Do(store.Snapshots.Clear, cancellation);

    public ValueTask DisposeAsync()
    {
        _closed = true;
        return ValueTask.CompletedTask;
    }

    private long Version(string stream) => store.Streams.TryGetValue(stream, out var rows) && rows.Count > 0 ? rows[^1].Batch.Last : 0;

    private async IAsyncEnumerable<StoredBatch> ReadRows(string stream, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var check = new StreamCheck(stream, after, "memory");
        MemoryStore.StoredRow[] rows = [];
        long head = 0;
        await Do(() =>
        {
            rows = store.Streams.TryGetValue(stream, out var all) ? [.. all.Where(row => row.Batch.First > after && !row.Removed)] : [];
            head = Version(stream);
        }, cancellation);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            check.Accept(row.Batch, row.Checksum);
            yield return row.Batch with { Payload = row.Batch.Payload.ToArray() };
        }

        check.End(head);
    }

    /// <summary>Does one thing under the store's lock; what it throws arrives through the task, as it would from a real store.</summary>
    private ValueTask Do(Action action, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellation);
        }

        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            lock (store.Gate)
            {
                action();
            }

            return ValueTask.CompletedTask;
        }
        catch (JournalException failure)
        {
            return ValueTask.FromException(failure);
        }
        catch (ObjectDisposedException closed)
        {
            return ValueTask.FromException(new JournalException(JournalFailure.Unavailable, "The journal is closed.", closed));
        }
    }
}
