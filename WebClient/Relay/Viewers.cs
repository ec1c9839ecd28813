namespace CoCreate.Web.Relay;

/// <summary>The viewers of one board, found by browser session and by participant. Used on the relay's own turns alone.</summary>
internal sealed class Viewers
{
    private readonly List<Viewer> _all = [];
    private readonly Dictionary<string, Viewer> _byClient = [];
    private readonly Dictionary<string, List<Viewer>> _byParticipant = [];

    /// <summary>All of them, in no particular order.</summary>
    public IReadOnlyList<Viewer> All => _all;

    /// <summary>How many of them are pages of other sites.</summary>
    public int Onlookers { get; private set; }

    /// <summary>The viewer of a browser session; the latest, should the browser have come back before its old connection was found dead.</summary>
    public Viewer? OfClient(string client) => _byClient.GetValueOrDefault(client);

    /// <summary>The viewers of one person, one for each tab.</summary>
    public IReadOnlyList<Viewer> Of(string participant) => _byParticipant.GetValueOrDefault(participant) ?? (IReadOnlyList<Viewer>)[];

    public void Add(Viewer viewer)
    {
        viewer.Place = _all.Count;
        _all.Add(viewer);
        Onlookers += viewer.IsOnlooker ? 1 : 0;
        _byClient[viewer.Client] = viewer;
        if (!_byParticipant.TryGetValue(viewer.Participant, out var own))
        {
            _byParticipant[viewer.Participant] = own = new List<Viewer>(1);
        }

        own.Add(viewer);
    }

    /// <summary>Takes a viewer out; false when it was not in.</summary>
    public bool Remove(Viewer viewer)
    {
        if (viewer.Place >= _all.Count || _all[viewer.Place] != viewer)
        {
            return false;
        }

        var last = _all[^1];
        _all[viewer.Place] = last;
        last.Place = viewer.Place;
        _all.RemoveAt(_all.Count - 1);
        Onlookers -= viewer.IsOnlooker ? 1 : 0;
        Forget(viewer);
        return true;
    }

    private void Forget(Viewer viewer)
    {
        if (OfClient(viewer.Client) == viewer)
        {
            _byClient.Remove(viewer.Client);
        }

        var own = _byParticipant[viewer.Participant];
        own.Remove(viewer);
        if (own.Count == 0)
        {
            _byParticipant.Remove(viewer.Participant);
        }
    }
}
