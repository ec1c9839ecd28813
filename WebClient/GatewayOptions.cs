namespace CoCreate.Web;

/// <summary>What whoever runs the server may choose about its web side. Every default is safe.</summary>
public sealed class GatewayOptions
{
    /// <summary>Folder for what must survive a restart: the keys that sign guests' cookies.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder for what people upload; empty for "attachments" in <see cref="DataFolder"/>. All web processes of a cluster must see the same one.</summary>
    public string AttachmentsFolder { get; init; } = "";

    /// <summary>Folder of the built browser client; empty to serve none.</summary>
    public string ClientFolder { get; init; } = "";

    /// <summary>This computer's address in its network, where others reach the server; empty when it is not known or the server is not open to the network.</summary>
    public string NetworkAddress { get; init; } = "";

    /// <summary>Origins beside the server's own that may connect and change things, such as "https://board.example.org".</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Addresses or networks ("10.0.0.0/8") of proxies whose X-Forwarded headers are believed; empty for none.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Sites whose pages may show boards that their hosts allow it for, as in the CSP's frame-ancestors ("https://intranet.example.org"); empty for none.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>Times per minute that one address may enter boards and look up codes and links (R40). A code is guessed once in 10⁸ tries.</summary>
    public int EntriesPerMinute { get; init; } = 60;

    /// <summary>Passes that one address may fetch per minute, for boards in pages of other sites; a whole office may stand behind one address.</summary>
    public int EmbedsPerMinute { get; init; } = 600;

    /// <summary>Files that one address may upload per minute; a whole room may stand behind one address.</summary>
    public int UploadsPerMinute { get; init; } = 300;

    /// <summary>Boards that one address may make per hour.</summary>
    public int BoardsPerHour { get; init; } = 60;

    /// <summary>Connections that one address may open per minute; a whole venue may stand behind one address.</summary>
    public int ConnectionsPerMinute { get; init; } = 6_000;

    /// <summary>Connections open at once, of all; each takes about 30 KB.</summary>
    public int Connections { get; init; } = 20_000;

    /// <summary>Connections open at once of one address; a whole venue may stand behind one.</summary>
    public int ConnectionsPerAddress { get; init; } = 5_000;

    /// <summary>Times per minute that one person may fetch whole boards and lists of who is there.</summary>
    public int SnapshotsPerMinute { get; init; } = 120;

    /// <summary>How the relay spreads and keeps changes.</summary>
    public RelayOptions Relay { get; init; } = new();
}

/// <summary>How the relay spreads and keeps changes.</summary>
public sealed class RelayOptions
{
    /// <summary>Shortest time between two frames to one room, in milliseconds; the first change after a pause goes at once.</summary>
    public int MinTickMs { get; init; } = 4;

    /// <summary>Longest time between two frames to one room, in milliseconds; reached in large and busy rooms.</summary>
    public int MaxTickMs { get; init; } = 50;

    /// <summary>Recent events that a relay keeps for browsers that come back or fall behind.</summary>
    public int RingEvents { get; init; } = Limits.RecentEvents;

    /// <summary>Bytes of recent events that a relay keeps.</summary>
    public long RingBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>About how many bytes of patches one frame carries at most; one command's changes are never split (R30).</summary>
    public int FrameBytes { get; init; } = 64 * 1024;

    /// <summary>Connections that one board is shown to at once; past it a join is answered with <c>full</c>.</summary>
    public int ViewersPerBoard { get; init; } = Limits.ViewersPerBoard;

    /// <summary>Pages of other sites that show one board at once; they take no place from those who work on it.</summary>
    public int OnlookersPerBoard { get; init; } = Limits.OnlookersPerBoard;

    /// <summary>How long a relay stays after its last viewer left, so that whoever reloads finds it.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a relay renews its subscription; the grain drops it after a minute without.</summary>
    public TimeSpan RenewEvery { get; init; } = TimeSpan.FromSeconds(12);
}
