namespace CoCreate.Web.Transport;

/// <summary>How often each person may connect and join, over all their connections to this process (R93). Whoever is sent away with a connection
/// cannot come back with a fresh burst of everything that one connection may do.</summary>
internal sealed class Comings(TimeProvider clock)
{
    private const int SweepAt = 4_096;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Person> _people = [];

    /// <summary>How many people are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _people.Count;
            }
        }
    }

    /// <summary>Takes note of a connection that somebody opens; false when it is one too many for now.</summary>
    public bool TryConnect(string participant)
    {
        lock (_gate)
        {
            return Find(participant).Connections.TryTake(1, clock);
        }
    }

    /// <summary>Takes note of somebody's join; false when it is one too many for now.</summary>
    public bool TryJoin(string participant)
    {
        lock (_gate)
        {
            return Find(participant).Joins.TryTake(1, clock);
        }
    }

    private Person Find(string participant)
    {
        if (_people.TryGetValue(participant, out var known))
        {
            return known;
        }

        if (_people.Count >= SweepAt)
        {
            Sweep();
        }

        return _people[participant] = new Person();
    }

    /// <summary>Who may do everything again needs not be remembered.</summary>
    private void Sweep()
    {
        foreach (var (participant, person) in _people)
        {
            if (person.Connections.IsFull(clock) && person.Joins.IsFull(clock))
            {
                _people.Remove(participant);
            }
        }
    }

    private sealed class Person
    {
        public Allowance Connections = new(Limits.ConnectionsPerSecond, Limits.ConnectionBurst);
        public Allowance Joins = new(Limits.PersonJoinsPerSecond, Limits.PersonJoinBurst);
    }
}
