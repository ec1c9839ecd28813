namespace CoCreate.Web.People;

/// <summary>Counts by name over a span of time that begins with the first count and then begins anew.</summary>
internal sealed class Tally(TimeProvider clock, TimeSpan span)
{
    /// <summary>With more names than this, those whose time is over are forgotten.</summary>
    private const int ManyNames = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Since, int Count)> _counts = [];

    /// <summary>The count of a name.</summary>
    public int Of(string name)
    {
        lock (_gate)
        {
            return Current(name).Count;
        }
    }

    /// <summary>Counts one more.</summary>
    public void Add(string name)
    {
        lock (_gate)
        {
            Forget();
            var (since, count) = Current(name);
            _counts[name] = (since, count + 1);
        }
    }

    private (long Since, int Count) Current(string name) =>
        _counts.TryGetValue(name, out var known) && clock.GetElapsedTime(known.Since) < span ? known : (clock.GetTimestamp(), 0);

    private void Forget()
    {
        if (_counts.Count >= ManyNames)
        {
            var over = _counts.Where(each => clock.GetElapsedTime(each.Value.Since) >= span).Select(each => each.Key).ToList();
            over.ForEach(name => _counts.Remove(name));
        }
    }
}
