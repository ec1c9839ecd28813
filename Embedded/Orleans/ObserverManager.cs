using System.Collections;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>The observers of one grain. Those that are not renewed within <see cref="ExpirationDuration"/>, or that fail, are dropped.
/// Not thread-safe: it belongs to a grain's turns.</summary>
public partial class ObserverManager<TIdentity, TObserver>(TimeSpan expiration, ILogger log) : IEnumerable<TObserver> where TIdentity : notnull
{
    private readonly Dictionary<TIdentity, Entry> _entries = [];

    /// <summary>The clock, in UTC. Replace it to own the time.</summary>
    public Func<DateTime> GetDateTime { get; set; } = static () => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>How long an observer stays without being renewed.</summary>
    public TimeSpan ExpirationDuration { get; set; } = expiration;

    /// <summary>How many observers there are, expired ones included until they are dropped.</summary>
    public int Count => _entries.Count;

    /// <summary>A copy of the observers.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _entries.ToDictionary(entry => entry.Key, entry => entry.Value.Observer);

    /// <summary>Drops all observers.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Adds or renews an observer.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _entries[id] = new Entry(observer, GetDateTime());

    /// <summary>Drops an observer, if it is there.</summary>
    public void Unsubscribe(TIdentity id) => _entries.Remove(id);

    /// <summary>Drops the expired observers.</summary>
    public void ClearExpired()
    {
        var now = GetDateTime();
        foreach (var (id, entry) in _entries)
        {
            if (HasExpired(entry, now))
            {
                _entries.Remove(id);
            }
        }
    }

    /// <summary>Calls every observer that has not expired, one after another. One that fails is dropped and stops nobody else.</summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, entry) in Current(predicate))
        {
            try
            {
                await notification(entry.Observer);
            }
            catch (Exception failure)
            {
                Drop(id, entry, failure);
            }
        }
    }

    /// <inheritdoc cref="Notify(Func{TObserver, Task}, Func{TObserver, bool})"/>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        foreach (var (id, entry) in Current(predicate))
        {
            try
            {
                notification(entry.Observer);
            }
            catch (Exception failure)
            {
                Drop(id, entry, failure);
            }
        }
    }

    /// <summary>The observers as they are now.</summary>
    public IEnumerator<TObserver> GetEnumerator() => _entries.Values.Select(entry => entry.Observer).ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A copy, because observers may come and go while one of them is awaited.
    private KeyValuePair<TIdentity, Entry>[] Current(Func<TObserver, bool>? predicate)
    {
        ClearExpired();
        return predicate is null ? [.. _entries] : [.. _entries.Where(entry => predicate(entry.Value.Observer))];
    }

    private bool HasExpired(Entry entry, DateTime now) => entry.Seen + ExpirationDuration < now;

    private void Drop(TIdentity id, Entry failed, Exception failure)
    {
        LogDropped(log, failure);
        if (_entries.TryGetValue(id, out var current) && ReferenceEquals(current, failed))
        {
            _entries.Remove(id);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "An observer failed and was dropped.")]
    private static partial void LogDropped(ILogger log, Exception failure);

    private sealed record Entry(TObserver Observer, DateTime Seen);
}
