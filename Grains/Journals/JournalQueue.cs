namespace CoCreate.Journals;

/// <summary>What became of an offer to a <see cref="JournalQueue{TWrite}"/>.</summary>
internal enum JournalQueueAnswer
{
    /// <summary>It waits.</summary>
    Accepted,

    /// <summary>Too much waits already.</summary>
    Overfull,

    /// <summary>The journal is being closed.</summary>
    Closed,
}

/// <summary>What waits for the writer. Appends leave in the order they came, many at once; writes that go alone leave one at a time beside them.</summary>
/// <typeparam name="TWrite">The journal's kind of write.</typeparam>
/// <param name="transactionBytes">Payload bytes that leave together at most, beyond the first append.</param>
/// <param name="waitingBytes">Payload bytes that may wait; past it writes are refused, so that a store that hangs does not fill the memory.</param>
internal sealed class JournalQueue<TWrite>(int transactionBytes, long waitingBytes)
    where TWrite : PendingWrite
{
    private readonly object _gate = new();
    private readonly Queue<TWrite> _appends = new();
    private readonly Queue<TWrite> _alone = new();
    private long _bytes;
    private bool _isClosed;

    /// <summary>True when nothing waits at this moment.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _appends.Count + _alone.Count == 0;
            }
        }
    }

    /// <summary>Adds a write to the end.</summary>
    public JournalQueueAnswer Offer(TWrite write)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return JournalQueueAnswer.Closed;
            }

            if (_bytes > 0 && _bytes + write.Bytes > waitingBytes)
            {
                return JournalQueueAnswer.Overfull;
            }

            _bytes += write.Bytes;
            (write.IsAlone ? _alone : _appends).Enqueue(write);
            Monitor.Pulse(_gate);
            return JournalQueueAnswer.Accepted;
        }
    }

    /// <summary>Accepts nothing more. What waits still leaves.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits until there is something, and takes the appends that fit one transaction and one of those that go alone. False once all is done and closed.</summary>
    public bool Take(List<TWrite> appends, out TWrite? alone)
    {
        lock (_gate)
        {
            while (_appends.Count + _alone.Count == 0 && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            var bytes = 0L;
            while (_appends.TryPeek(out var next) && (appends.Count == 0 || bytes + next.Bytes <= transactionBytes))
            {
                bytes += next.Bytes;
                appends.Add(_appends.Dequeue());
            }

            bytes += _alone.TryDequeue(out alone) ? alone.Bytes : 0;
            _bytes -= bytes;
            return appends.Count > 0 || alone is not null;
        }
    }
}
