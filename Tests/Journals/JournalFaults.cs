namespace CoCreate.Tests.Journals;

/// <summary>What a <see cref="FaultyJournal"/> can do to an append.</summary>
public enum JournalFault
{
    /// <summary>Nothing: it is passed on.</summary>
    None,

    /// <summary>It waits before it is written.</summary>
    SlowBefore,

    /// <summary>It is written and waits before the caller is told.</summary>
    SlowAfter,

    /// <summary>It fails as Unavailable; nothing is written.</summary>
    Unavailable,

    /// <summary>It fails as Unknown, but was written.</summary>
    UnknownWritten,

    /// <summary>It fails as Unknown and was not written.</summary>
    UnknownLost,

    /// <summary>It fails as Full; nothing is written.</summary>
    Full,

    /// <summary>It fails as Conflict; nothing is written.</summary>
    LostRace,

    /// <summary>It is written, and then the process is gone: it and everything after it fails.</summary>
    CrashWritten,

    /// <summary>The process is gone before it is written: it and everything after it fails.</summary>
    CrashLost,
}

/// <summary>How often each fault strikes: shares from 0 to 1. The shares of the append faults together are at most 1; the rest is passed on unharmed.</summary>
public sealed record FaultRates
{
    /// <summary>Shares of appends, by fault.</summary>
    public IReadOnlyDictionary<JournalFault, double> Appends { get; init; } = new Dictionary<JournalFault, double>();

    /// <summary>The share of snapshot writes that fail: half of them as Unavailable, half as Unknown although written.</summary>
    public double SnapshotWrites { get; init; }

    /// <summary>The share of reads (of batches or of a snapshot) that fail as Unavailable, at the start or in the middle.</summary>
    public double Reads { get; init; }

    /// <summary>The longest that a slow append waits; each waits a random part of it.</summary>
    public TimeSpan Slowest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>No faults by chance, for tests that name each fault with <see cref="FaultyJournal.Next"/>.</summary>
    public static FaultRates Quiet { get; } = new();

    /// <summary>Every fault except crashes, often enough that a history of some hundred appends meets each one.</summary>
    public static FaultRates Stormy { get; } = new()
    {
        Appends = new Dictionary<JournalFault, double>
        {
            [JournalFault.SlowBefore] = 0.05,
            [JournalFault.SlowAfter] = 0.05,
            [JournalFault.Unavailable] = 0.03,
            [JournalFault.UnknownWritten] = 0.03,
            [JournalFault.UnknownLost] = 0.03,
            [JournalFault.Full] = 0.03,
            [JournalFault.LostRace] = 0.03,
        },
        SnapshotWrites = 0.3,
        Reads = 0.05,
    };
}

/// <summary>Decides by a seed which fault strikes next; the same seed and the same order of questions give the same answers.</summary>
internal sealed class FaultPlan(int seed, FaultRates rates)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly Queue<JournalFault> _next = new();

    public void Next(IEnumerable<JournalFault> faults)
    {
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                _next.Enqueue(fault);
            }
        }
    }

    public (JournalFault Fault, TimeSpan Wait) ForAppend()
    {
        lock (_gate)
        {
            var fault = _next.TryDequeue(out var named) ? named : ByChance();
            return (fault, rates.Slowest * _random.NextDouble());
        }
    }

    public (bool Strikes, bool Written) ForSnapshotWrite()
    {
        lock (_gate)
        {
            return (_random.NextDouble() < rates.SnapshotWrites, _random.Next(2) == 0);
        }
    }

    /// <summary>After how many batches a read fails, or null when it does not.</summary>
    public int? ForRead()
    {
        lock (_gate)
        {
            return _random.NextDouble() < rates.Reads ? _random.Next(4) : null;
        }
    }

    private JournalFault ByChance()
    {
        var roll = _random.NextDouble();
        foreach (var (fault, share) in rates.Appends.OrderBy(pair => pair.Key))
        {
            roll -= share;
            if (roll < 0)
            {
                return fault;
            }
        }

        return JournalFault.None;
    }
}
