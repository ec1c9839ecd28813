using CoCreate.Web.Hub;

namespace CoCreate.Web.Relay;

/// <summary>Presence as one web process tells it to the others.</summary>
/// <param name="Here">New or changed entries of that process.</param>
/// <param name="Gone">Connections of that process that left.</param>
/// <param name="IsAll">True when <paramref name="Here"/> names everybody of that process.</param>
internal sealed record Whisper(PresenceEntry[] Here, string[] Gone, bool IsAll);

/// <summary>Who is on a board now: the last word of every connection, here and on other web processes. Only data; the relay decides when it is sent.</summary>
internal sealed class Presence(TimeProvider clock)
{
    /// <summary>In rooms of more connections than this cursors are not passed on (R34).</summary>
    public const int QuietAbove = 50;

    /// <summary>A process that whispers nothing for so long has vanished, and everybody on it (R33).</summary>
    private static readonly TimeSpan _deafAfter = TimeSpan.FromSeconds(11);

    /// <summary>Who missed a frame is told again who left lately; longer than a connection may miss frames.</summary>
    private static readonly TimeSpan _goneFor = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, Place> _places = [];
    private readonly HashSet<string> _changed = [];
    private readonly List<string> _gone = [];
    private readonly Queue<(string Connection, long At)> _lately = new();
    private readonly Dictionary<string, long> _heard = [];
    private PresenceEntry[]? _all;
    private bool _wasQuiet;

    /// <summary>Whether cursors are left out now.</summary>
    public bool IsQuiet => _places.Count > QuietAbove;

    /// <summary>How many connections there are, on all processes.</summary>
    public int Count => _places.Count;

    /// <summary>Whether viewers are to be told something.</summary>
    public bool HasNews => _changed.Count > 0 || _gone.Count > 0 || _wasQuiet != IsQuiet;

    /// <summary>Everybody who is here.</summary>
    public PresenceEntry[] All => _all ??= [.. _places.Values.Select(place => Shown(place.Entry))];

    /// <summary>Takes the last word of a connection of this process.</summary>
    public void Put(PresenceEntry entry) => Put(entry, "");

    /// <summary>Somebody of this process left.</summary>
    public void Remove(string connection)
    {
        if (_places.Remove(connection))
        {
            _all = null;
            _changed.Remove(connection);
            _gone.Add(connection);
            _lately.Enqueue((connection, clock.GetTimestamp()));
        }
    }

    /// <summary>Takes what another process whispers.</summary>
    public void Hear(string process, Whisper whisper)
    {
        _heard[process] = clock.GetTimestamp();
        foreach (var entry in whisper.Here)
        {
            Put(entry, process);
        }

        foreach (var connection in whisper.Gone)
        {
            Remove(connection);
        }

        if (whisper.IsAll)
        {
            var named = whisper.Here.Select(entry => entry.Connection).ToHashSet();
            RemoveWhere(process, connection => !named.Contains(connection));
        }
    }

    /// <summary>Removes those whose process has vanished.</summary>
    public void Expire()
    {
        foreach (var (process, at) in _heard.ToArray())
        {
            if (clock.GetElapsedTime(at) > _deafAfter)
            {
                _heard.Remove(process);
                RemoveWhere(process, _ => true);
            }
        }
    }

    /// <summary>What changed since the last time.</summary>
    public PresenceFrame TakeNews()
    {
        if (_wasQuiet && !IsQuiet)
        {
            _changed.UnionWith(_places.Keys);
        }

        _wasQuiet = IsQuiet;
        var frame = new PresenceFrame([.. _changed.Select(connection => Shown(_places[connection].Entry))], [.. _gone], IsQuiet);
        _changed.Clear();
        _gone.Clear();
        return frame;
    }

    /// <summary>Everything, for a viewer that missed frames.</summary>
    public PresenceFrame Everything()
    {
        while (_lately.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.At) > _goneFor)
        {
            _lately.Dequeue();
        }

        return new PresenceFrame(All, [.. _lately.Select(left => left.Connection).Where(connection => !_places.ContainsKey(connection))], IsQuiet);
    }

    /// <summary>Everybody of this process, for the others.</summary>
    public Whisper OwnAll() => new([.. _places.Values.Where(place => place.Process.Length == 0).Select(place => place.Entry)], [], IsAll: true);

    /// <summary>The part of a frame that is of this process; null for nothing.</summary>
    public Whisper? OwnPart(PresenceFrame frame)
    {
        var here = frame.Here.Where(entry => _places.TryGetValue(entry.Connection, out var place) && place.Process.Length == 0).ToArray();
        return here.Length == 0 && frame.Gone.Length == 0 ? null : new Whisper(here, frame.Gone, IsAll: false);
    }

    private void Put(PresenceEntry entry, string process)
    {
        var isNews = !_places.TryGetValue(entry.Connection, out var before) || !IsSame(before.Entry, entry);
        _places[entry.Connection] = new Place(entry, process);

        // Who joins again on the same connection left and came back in between; only that they are here is to be told.
        _gone.Remove(entry.Connection);
        if (isNews)
        {
            _changed.Add(entry.Connection);
            _all = null;
        }
    }

    private bool IsSame(PresenceEntry before, PresenceEntry after) =>
        before.Typing == after.Typing
        && before.Drag is null && after.Drag is null
        && before.Selection.AsSpan().SequenceEqual(after.Selection)
        && (IsQuiet || (before.Caret == after.Caret && before.Cursor.AsSpan().SequenceEqual(after.Cursor)));

    private PresenceEntry Shown(PresenceEntry entry) => IsQuiet && (entry.Cursor is not null || entry.Caret is not null) ? entry with { Cursor = null, Caret = null } : entry;

    private void RemoveWhere(string process, Func<string, bool> condition)
    {
        foreach (var (connection, place) in _places.ToArray())
        {
            if (place.Process == process && condition(connection))
            {
                Remove(connection);
            }
        }
    }

    private readonly record struct Place(PresenceEntry Entry, string Process);
}
