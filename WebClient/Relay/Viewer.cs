using CoCreate.Web.Hub;
using CoCreate.Web.Transport;

namespace CoCreate.Web.Relay;

/// <summary>Where a viewer is between joining and leaving.</summary>
internal enum ViewerState
{
    /// <summary>Its join is being answered: nothing may overtake the answer.</summary>
    Joining,
    /// <summary>Changes flow.</summary>
    Live,
    /// <summary>It is to be told to start again.</summary>
    Resyncing,
    /// <summary>It was told to start again: no changes flow until it joins again.</summary>
    Told,
    /// <summary>It left.</summary>
    Gone,
}

/// <summary>One connection that shows a board: a cursor into the ring, and little else. Used on the relay's own turns alone.</summary>
internal sealed class Viewer
{
    private readonly Action<Viewer> _free;

    /// <summary>Makes a viewer.</summary>
    /// <param name="connection">Its connection.</param>
    /// <param name="client">The browser session's id.</param>
    /// <param name="free">Called, off the relay's turns, when a busy connection can be written to again.</param>
    public Viewer(BrowserConnection connection, string client, Action<Viewer> free)
    {
        Connection = connection;
        Client = client;
        _free = free;
        WhenFree = () => _free(this);
    }

    public BrowserConnection Connection { get; }

    public string Participant => Connection.Participant;

    public string Client { get; }

    /// <summary>Whether it is a page of another site, which sees less than anybody on the board (R167).</summary>
    public bool IsOnlooker => Connection.Pass is not null;

    public ViewerState State { get; set; }

    /// <summary>Whether patches for hosts are for it.</summary>
    public bool IsHost { get; set; }

    /// <summary>Whether it is shown what a contributor sees, even if its person is a host (R147).</summary>
    public bool IsAsParticipant { get; set; }

    /// <summary>Seq of the next event that it is to be sent.</summary>
    public long Next { get; set; }

    /// <summary>Seq of the last event with patches for this participant alone.</summary>
    public long OwnUpTo { get; set; }

    /// <summary>The last number of its commands that was decided, as far as it was told or is about to be.</summary>
    public long LastDecided { get; set; }

    /// <summary>Outcomes to be told once <see cref="Next"/> has passed their seq; ascending by seq. Null for none.</summary>
    public List<OutcomeMessage>? Outcomes { get; set; }

    /// <summary>True once its join's answer has been handed to the connection: from then on other messages may follow.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>True when a presence frame passed it by while it was busy.</summary>
    public bool HasMissedPresence { get; set; }

    /// <summary>Index in the relay's list of viewers.</summary>
    public int Place { get; set; }

    /// <summary>Made once, since it is handed over with every frame.</summary>
    public Action WhenFree { get; }
}
