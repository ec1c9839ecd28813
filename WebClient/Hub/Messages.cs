using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreate.Boards;

namespace CoCreate.Web.Hub;

// What travels over the hub (docs/PROTOCOL.md). From the browser: JoinRequest, CommandMessage[], PresenceUpdate.
// To the browser: JoinAnswer, and the messages Changes (as `changes`), OutcomeMessage[] (`outcomes`), RetryMessage (`retry`), PresenceFrame (`presence`), ResyncMessage (`resync`), ByeMessage (`bye`). Each has that one argument.

/// <summary>"I have (epoch, seq); show me this board." Epoch 0 and seq 0 for nothing yet.</summary>
/// <param name="Board">The board's id.</param>
/// <param name="Client">The browser session's random id.</param>
/// <param name="Epoch">The epoch of what the browser has.</param>
/// <param name="Seq">The version of what the browser has.</param>
/// <param name="AsParticipant">Whether a host is to be shown what a contributor sees, and nothing more.</param>
public sealed record JoinRequest(string Board, string Client, long Epoch, long Seq, bool AsParticipant = false);

/// <summary>How a join went.</summary>
/// <param name="Status">Whether changes flow from now on, and if not, what to do.</param>
/// <param name="Epoch">The board's epoch.</param>
/// <param name="Seq">The board's committed version.</param>
/// <param name="Me">Who the browser's person is on this board; null unless live.</param>
/// <param name="Connection">This connection's short name in presence frames; empty unless live.</param>
/// <param name="Last">The last command number of this browser session that was decided.</param>
/// <param name="Refusals">Recent refusals of this browser session's commands.</param>
/// <param name="Here">Who is here now; in a quiet room some of them (<see cref="PresenceFrame"/>).</param>
/// <param name="People">How many persons are here.</param>
/// <param name="Bundle">Names the browser client that this server has (R95): seconds since 1970 when it was built, a hyphen, a hash of its files. Empty for none.</param>
/// <param name="Now">The server's clock, Unix milliseconds: timers end by it, not by the browser's own. 0 unless live.</param>
public sealed record JoinAnswer(
    JoinStatus Status,
    long Epoch,
    long Seq,
    Membership? Me,
    string Connection,
    long Last,
    OutcomeMessage[] Refusals,
    PresenceEntry[] Here,
    int People,
    string Bundle,
    long Now);

/// <summary>How a join went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoinStatus>))]
public enum JoinStatus
{
    /// <summary>Changes after the named version flow from now on.</summary>
    [JsonStringEnumMemberName("live")] Live,
    /// <summary>The named version is too old or of another epoch: fetch the snapshot and join again with its version.</summary>
    [JsonStringEnumMemberName("snapshot")] Snapshot,
    /// <summary>This person is not on the board: they need a link or a code.</summary>
    [JsonStringEnumMemberName("notMember")] NotMember,
    /// <summary>There is no such board.</summary>
    [JsonStringEnumMemberName("notFound")] NotFound,
    /// <summary>The browser session's id belongs to somebody else: choose a new one.</summary>
    [JsonStringEnumMemberName("clientTaken")] ClientTaken,
    /// <summary>The board cannot be loaded now; the operator's log says why. Try again later.</summary>
    [JsonStringEnumMemberName("unavailable")] Unavailable,
    /// <summary>As many as this server can show this board to are connected. Try again later.</summary>
    [JsonStringEnumMemberName("full")] Full,
    /// <summary>This connection joins too often. Try again later.</summary>
    [JsonStringEnumMemberName("tooFast")] TooFast,
}

/// <summary>One command with its number in its browser session.</summary>
public sealed record CommandMessage(long Number, ClientCommand Command);

/// <summary>Changes of a board: <c>patches</c> take a store from version <c>first − 1</c> to <c>first + count − 1</c>.</summary>
public sealed record Changes(long Epoch, long First, int Count, JsonElement Patches);

/// <summary>What became of one command.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Seq">The version by which it is decided.</param>
/// <param name="Refusal">Why it was refused; absent when it was accepted.</param>
public sealed record OutcomeMessage(
    long Number,
    long Seq,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RefusalCode? Refusal);

/// <summary>Commands were not taken, or nothing is known of them: send all above <c>Last</c> again, in order, after <c>AfterMs</c> milliseconds.</summary>
public sealed record RetryMessage(RetryReason Reason, long Last, int AfterMs);

/// <summary>Why commands are to be sent again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RetryReason>))]
public enum RetryReason
{
    /// <summary>It is not known what became of them.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
    /// <summary>The board is busy.</summary>
    [JsonStringEnumMemberName("busy")] Busy,
    /// <summary>This person sends too fast.</summary>
    [JsonStringEnumMemberName("tooFast")] TooFast,
    /// <summary>A number was missing.</summary>
    [JsonStringEnumMemberName("gap")] Gap,
    /// <summary>The server has no room left; nothing was lost.</summary>
    [JsonStringEnumMemberName("storageFull")] StorageFull,
}

/// <summary>Where a person is and what they are doing. Never stored; the last word counts.</summary>
/// <param name="Cursor">[x, y] in board units, or null when hidden or off the board.</param>
/// <param name="Selection">Ids of selected ideas and groups.</param>
/// <param name="Typing">Id of the idea being typed in, or empty.</param>
/// <param name="Drag">A drag in progress, or null.</param>
/// <param name="Caret">Where they write, or null.</param>
/// <param name="Guide">What is shown to others or looked at with them, or null for nothing of it.</param>
public sealed record PresenceUpdate(double[]? Cursor, string[] Selection, string Typing, DragUpdate? Drag, CaretUpdate? Caret = null, Guidance? Guide = null);

/// <summary>A caret or selection in an idea's body, as places in the text of one version; each viewer finds where they are in the text of now (R54).</summary>
/// <param name="Idea">The idea.</param>
/// <param name="Seq">The version.</param>
/// <param name="Anchor">Where the selection began, in UTF-16 code units from the start.</param>
/// <param name="Head">Where the caret is.</param>
public sealed record CaretUpdate(string Idea, long Seq, int Anchor, int Head);

/// <summary>Showing others something, and looking where somebody else looks.</summary>
/// <param name="View">[x, y, width, height] of the part of the board that is on this screen, in board units; null while nobody needs it.</param>
/// <param name="Follow">The connection whose view this one follows, or empty.</param>
/// <param name="Laser">Whether the cursor is a laser pointer: everybody sees it, in quiet rooms too (R34).</param>
/// <param name="Lead">Whether everybody is asked to look where this person looks. Only hosts can; it is false from anybody else.</param>
public sealed record Guidance(double[]? View, string Follow, bool Laser, bool Lead);

/// <summary>Ideas or groups being dragged, and how far from where they are.</summary>
public sealed record DragUpdate(string[] Ids, double Dx, double Dy);

/// <summary>One connection's presence. A person in two tabs has two.</summary>
public sealed record PresenceEntry(
    string Connection,
    string Participant,
    double[]? Cursor,
    string[] Selection,
    string Typing,
    DragUpdate? Drag,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaretUpdate? Caret = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guidance? Guide = null);

/// <summary>What changed in presence since the last frame. Lossy: a later frame repeats what matters.</summary>
/// <param name="Here">New or changed entries.</param>
/// <param name="Gone">Connections that left.</param>
/// <param name="Quiet">True while the room is so large that cursors are not passed on, and of those who only watch only some are named.</param>
/// <param name="People">How many persons are here; who is in two tabs counts once.</param>
public sealed record PresenceFrame(PresenceEntry[] Here, string[] Gone, bool Quiet, int People);

/// <summary>The stream cannot go on from where this connection is: fetch the snapshot and join again.</summary>
public sealed record ResyncMessage(string Reason);

/// <summary>The server is about to close this connection.</summary>
/// <param name="Reason">Why.</param>
/// <param name="AfterMs">When to come back, in milliseconds; −1 for not at all.</param>
public sealed record ByeMessage(ByeReason Reason, int AfterMs);

/// <summary>Why a connection is closed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ByeReason>))]
public enum ByeReason
{
    /// <summary>The person is no longer on this board.</summary>
    [JsonStringEnumMemberName("removed")] Removed,
    /// <summary>The server is being stopped or replaced.</summary>
    [JsonStringEnumMemberName("restart")] Restart,
    /// <summary>The server, or its part for the person's address, takes no further connections. Try again later.</summary>
    [JsonStringEnumMemberName("full")] Full,
    /// <summary>The person has too many tabs open.</summary>
    [JsonStringEnumMemberName("tooManyTabs")] TooManyTabs,
}
