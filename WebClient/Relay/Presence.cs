using CoCreate.Web.Hub;

namespace CoCreate.Web.Relay;

/// <summary>Presence as one web process tells it to the others.</summary>
/// <param name="Here">New or changed entries of that process.</param>
/// <param name="Gone">Connections of that process that left.</param>
/// <param name="IsAll">True when <paramref name="Here"/> names everybody of that process.</param>
internal sealed record Whisper(PresenceEntry[] Here, string[] Gone, bool IsAll);

/// <summary>What is new in presence.</summary>
/// <param name="Frame">For the viewers of this process; null when nothing of it concerns them.</param>
/// <param name="Own">For the other web processes; null for nothing.</param>
internal sealed record PresenceNews(PresenceFrame? Frame, Whisper? Own);

/// <summary>Who is on a board now: the last word of every connection, here and on other web processes. Only data; the relay decides when it is sent.</summary>
internal sealed class Presence(TimeProvider clock)
{
    /// <summary>In rooms of more connections than this cursors are not passed on, and only some are named (R34).</summary>
    public const int QuietAbove = 50;

    /// <summary>So many entries a quiet room's message has at most: what everybody is told of everybody grows with the square of the room.</summary>
    public const int NamedWhenQuiet = 50;

    /// <summary>A process that whispers nothing for so long has vanished, and everybody on it (R33).</summary>
    private static readonly TimeSpan _deafAfter = TimeSpan.FromSeconds(11);

    /// <summary>Who missed a frame is told again who left lately; longer than a connection may miss frames.</summary>
    private static readonly TimeSpan _goneFor = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, Place> _places = [];
    private readonly Dictionary<string, int> _people = [];
    private readonly HashSet<string> _busy = [];
    private readonly HashSet<string> _named = [];
    private readonly HashSet<string> _changed = [];
    private readonly List<string> _gone = [];
    private readonly List<string> _ownGone = [];
    private readonly Queue<(string Connection, long At)> _lately = new();
    private readonly Dictionary<string, long> _heard = [];
    private PresenceEntry[]? _shown;
    private bool _wasQuiet;
    private int _toldPeople;

    /// <summary>Whether nothing is said of anybody but that they are here: the running step hides what people do (R110).</summary>
    public bool IsMuted { get; private set; }

    /// <summary>Whether cursors are left out now.</summary>
    public bool IsQuiet => _places.Count > QuietAbove;

    /// <summary>How many connections there are, on all processes.</summary>
    public int Count => _places.Count;

    /// <summary>How many persons there are; somebody in two tabs is one.</summary>
    public int People => _people.Count;

    /// <summary>The ids of all persons who are here.</summary>
    public string[] Participants => [.. _people.Keys];

    /// <summary>Whether somebody is to be told something.</summary>
    public bool HasNews => _changed.Count > 0 || _gone.Count > 0 || _ownGone.Count > 0 || _wasQuiet != IsQuiet || _toldPeople != People;

    /// <summary>Those whom somebody who comes now is told of: everybody, or in a quiet room those who do something and a few more.</summary>
    public PresenceEntry[] Shown => _shown ??= Name(IsQuiet ? _busy.Concat(_places.Keys.Where(connection => !_busy.Contains(connection))).Take(NamedWhenQuiet) : _places.Keys);

    /// <summary>From now on who is here is all that is told, or all of it again.</summary>
    public void Mute(bool isMuted)
    {
        if (IsMuted != isMuted)
        {
            IsMuted = isMuted;
            _busy.Clear();
            _busy.UnionWith(_places.Where(place => IsBusy(place.Value.Entry)).Select(place => place.Key));
            _changed.UnionWith(_places.Keys);
            _shown = null;
        }
    }

    /// <summary>Takes the last word of a connection of this process.</summary>
    public void Put(PresenceEntry entry) => Put(entry, "");

    /// <summary>Somebody left.</summary>
    public void Remove(string connection)
    {
        if (!_places.Remove(connection, out var place))
        {
            return;
        }

        Leave(place.Entry.Participant);
        _shown = null;
        _busy.Remove(connection);
        _changed.Remove(connection);
        if (place.Process.Length == 0)
        {
            _ownGone.Add(connection);
        }

        if (_named.Remove(connection))
        {
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

    /// <summary>What changed since the last time. In a quiet room some of it may be left for the next.</summary>
    public PresenceNews TakeNews()
    {
        if (_wasQuiet && !IsQuiet)
        {
            _changed.UnionWith(_places.Keys);
        }

        var own = OwnNews();
        var told = _changed.Where(connection => !IsQuiet || _busy.Contains(connection) || _named.Contains(connection)).Take(IsQuiet ? NamedWhenQuiet : int.MaxValue).ToArray();
        var isNews = told.Length > 0 || _gone.Count > 0 || _wasQuiet != IsQuiet || _toldPeople != People;
        var frame = isNews ? new PresenceFrame(Name(told), [.. _gone], IsQuiet, People) : null;
        _changed.RemoveWhere(connection => told.Length < NamedWhenQuiet || told.Contains(connection));
        _gone.Clear();
        (_wasQuiet, _toldPeople) = (IsQuiet, People);
        return new PresenceNews(frame, own);
    }

    /// <summary>Everything that a viewer has to know who missed frames.</summary>
    public PresenceFrame Everything()
    {
        while (_lately.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.At) > _goneFor)
        {
            _lately.Dequeue();
        }

        return new PresenceFrame(Shown, [.. _lately.Select(left => left.Connection).Where(connection => !_places.ContainsKey(connection))], IsQuiet, People);
    }

    /// <summary>Everybody of this process, for the others.</summary>
    public Whisper OwnAll() => new([.. _places.Values.Where(place => place.Process.Length == 0).Select(place => IsMuted ? Shorten(place.Entry) : place.Entry)], [], IsAll: true);

    private Whisper? OwnNews()
    {
        var here = _changed.Select(connection => _places[connection]).Where(place => place.Process.Length == 0).Select(place => Shorten(place.Entry)).ToArray();
        var gone = _ownGone.ToArray();
        _ownGone.Clear();
        return here.Length == 0 && gone.Length == 0 ? null : new Whisper(here, gone, IsAll: false);
    }

    private void Put(PresenceEntry entry, string process)
    {
        var isKnown = _places.TryGetValue(entry.Connection, out var before);
        var isNews = !isKnown || !IsSame(before.Entry, entry);
        _places[entry.Connection] = new Place(entry, process);
        if (!isKnown)
        {
            _people[entry.Participant] = _people.GetValueOrDefault(entry.Participant) + 1;
        }

        // Who joins again on the same connection left and came back in between; only that they are here is to be told.
        if (_gone.Remove(entry.Connection))
        {
            _named.Add(entry.Connection);
        }

        _ownGone.Remove(entry.Connection);
        if (isNews)
        {
            _changed.Add(entry.Connection);
            _ = IsBusy(entry) ? _busy.Add(entry.Connection) : _busy.Remove(entry.Connection);
            _shown = null;
        }
    }

    private void Leave(string participant)
    {
        if (--_people[participant] is var left && left == 0)
        {
            _people.Remove(participant);
        }
    }

    /// <summary>The entries of connections that viewers know of from now on, so that they are told when these leave.</summary>
    private PresenceEntry[] Name(IEnumerable<string> connections)
    {
        var entries = connections.Select(connection => Shorten(_places[connection].Entry)).ToArray();
        foreach (var entry in entries)
        {
            _named.Add(entry.Connection);
        }

        return entries;
    }

    private bool IsBusy(PresenceEntry entry) => !IsMuted && IsDoingSomething(entry);

    private static bool IsDoingSomething(PresenceEntry entry) => entry.Typing.Length > 0 || entry.Drag is not null || entry.Selection.Length > 0 || entry.Guide is not null;

    private bool IsSame(PresenceEntry before, PresenceEntry after) => IsMuted || SaysTheSame(before, after);

    private bool SaysTheSame(PresenceEntry before, PresenceEntry after) =>
        before.Typing == after.Typing
        && before.Drag is null && after.Drag is null
        && before.Selection.AsSpan().SequenceEqual(after.Selection)
        && IsSame(before.Guide, after.Guide)
        && (IsQuiet || before.Caret == after.Caret)
        && ((IsQuiet && !IsPointing(after)) || before.Cursor.AsSpan().SequenceEqual(after.Cursor));

    private static bool IsSame(Guidance? before, Guidance? after) =>
        (before, after) is (null, null)
        || (before is not null && after is not null && before with { View = null } == after with { View = null } && before.View.AsSpan().SequenceEqual(after.View));

    private static bool IsPointing(PresenceEntry entry) => entry.Guide is { Laser: true };

    /// <summary>As it is passed on: in a quiet room without carets, and without cursors that are no laser pointers; while what people do is hidden, that they are here.</summary>
    private PresenceEntry Shorten(PresenceEntry entry) => IsMuted
        ? new PresenceEntry(entry.Connection, entry.Participant, null, [], "", null)
        : IsQuiet && (entry.Cursor is not null || entry.Caret is not null)
        ? entry with { Cursor = IsPointing(entry) ? entry.Cursor : null, Caret = null }
        : entry;

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
