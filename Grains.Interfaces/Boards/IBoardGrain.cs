using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>One board: the one place where its edits are ordered, made durable, and then told. The grain's key is the board's id.</summary>
/// <remarks>A call may fail with any exception: then nothing is known of its outcome, and it is safe to make it again.
/// <c>Submit</c> with the same numbers is once; <c>Order</c> is safe to repeat as its commands say.</remarks>
[Alias("IBoardGrain")]
public interface IBoardGrain : IGrainWithStringKey
{
    /// <summary>Commands of one browser session, in the order of their numbers. Returns when they are durable or certainly were not taken.</summary>
    [Alias("Submit")]
    Task<SubmitReply> Submit(Submission submission);

    /// <summary>An order of the server itself on behalf of a participant: make, enter, invite, revoke.</summary>
    [Alias("Order")]
    Task<OrderReply> Order(string actor, BoardCommand command);

    /// <summary>Who this participant is on this board, or null when they are not on it (or the board does not exist). <see cref="Onlookers"/> are observers while their invite is good.</summary>
    [Alias("FindMember")]
    Task<Membership?> FindMember(string participant);

    /// <summary>What somebody would enter by an invite (the SHA-256 of its secret in lower-case hex) or, where the hash is empty, by the join code.
    /// Null when there is no such board, or the invite is unknown, revoked, expired or used up.</summary>
    [Alias("Look")]
    Task<BoardLook?> Look(string secretHash);

    /// <summary>What pages of other sites may show by an invite (the SHA-256 of its secret in lower-case hex); null where there is no such invite for that, or no more.</summary>
    [Alias("FindOnlooking")]
    Task<Onlooking?> FindOnlooking(string secretHash);

    /// <summary>Whether a participant may see a file of the board: it is there, and neither a step nor a host holds it back from them.</summary>
    [Alias("SeesFile")]
    Task<bool> SeesFile(string participant, string file);

    /// <summary>How somebody stands with the board's door; <see cref="DoorPlace.Outside"/> also where there is no such board.</summary>
    [Alias("AskDoor")]
    Task<DoorStanding> AskDoor(string participant);

    /// <summary>Subscribes an observer, or renews it (renew every 10–15 s; without renewal it is dropped after a minute),
    /// and answers what it missed since <paramref name="seq"/> of <paramref name="epoch"/>.</summary>
    [Alias("Subscribe")]
    Task<CatchUp> Subscribe(IBoardObserver observer, long epoch, long seq);

    /// <summary>Ends a subscription.</summary>
    [Alias("Unsubscribe")]
    Task Unsubscribe(IBoardObserver observer);

    /// <summary>What was committed since <paramref name="seq"/> of <paramref name="epoch"/>.</summary>
    [Alias("Pull")]
    Task<CatchUp> Pull(long epoch, long seq);

    /// <summary>The committed board as JSON, split by audience, or null when the board does not exist. <paramref name="participant"/>'s own part
    /// is empty when they are not on it, or when no participant (an empty text) was named.</summary>
    [Alias("Snapshot")]
    Task<BoardSnapshot?> Snapshot(string participant);

    /// <summary>Only one participant's part of the snapshot and the version it is of: cheap, for a web process that holds the rest.</summary>
    [Alias("PrivateSnapshot")]
    Task<BoardSnapshot?> PrivateSnapshot(string participant);

    /// <summary>A page of the bin, as far as the participant may see it, of the things in which all of <paramref name="words"/> are found; null when they are not on the board.
    /// <paramref name="before"/> is the last page's <see cref="BinPage.Next"/>, or 0.</summary>
    [Alias("ReadBin")]
    Task<BinPage?> ReadBin(string participant, long before, string words);

    /// <summary>The file of ballots of a closed vote (<see cref="BallotFile"/>), for members.</summary>
    [Alias("ReadBallots")]
    Task<VoteFile> ReadBallots(string participant, string vote);

    /// <summary>How a vote was taken part in (<see cref="VoteReport"/>), for hosts.</summary>
    [Alias("ReadVoteReport")]
    Task<VoteFile> ReadVoteReport(string participant, string vote);

    /// <summary>Brings the board back to what it was at version <paramref name="seq"/>, as new changes, in slices between which other edits have their turn. First a restore point with the id
    /// <paramref name="point"/> is made of what is now. It may fail half way; then it is safe to order it again with another id, or to go back to that point.</summary>
    [Alias("BringBack")]
    Task<OrderReply> BringBack(string actor, string point, long seq);

    /// <summary>Who some people are on this board, and what their browser sessions' commands came to: one call for all who come at the same moment.</summary>
    /// <param name="newcomers">At most <see cref="Limits.NewcomersPerCall"/>.</param>
    [Alias("Receive")]
    Task<Reception> Receive(Newcomer[] newcomers);

    /// <summary>Passes presence of one web process on to the other ones. Lossy; touches neither state nor journal.</summary>
    [OneWay, Alias("Whisper")]
    Task Whisper(string from, byte[] presence);
}

/// <summary>A web process that shows a board to browsers. Calls only enqueue: a slow observer never holds up a board.</summary>
[Alias("IBoardObserver")]
public interface IBoardObserver : IGrainObserver
{
    /// <summary>Events that were committed, in order. Batches may be lost, doubled or reordered on the way; (epoch, first, count) shows it.</summary>
    [OneWay, Alias("Committed")]
    Task Committed(CommittedBatch batch);

    /// <summary>The board is about to be held by another activation, which does not know its observers: subscribe again at once.</summary>
    [OneWay, Alias("Moved")]
    Task Moved();

    /// <summary>Presence from another web process.</summary>
    [OneWay, Alias("Whispered")]
    Task Whispered(string from, byte[] presence);
}

/// <summary>Commands of one browser session.</summary>
/// <param name="Actor">The participant, as the gateway authenticated them.</param>
/// <param name="Client">The browser session's random id; it belongs to the participant who used it first.</param>
/// <param name="Commands">1 to <see cref="Limits.CommandsPerMessage"/> commands with ascending, gapless numbers.</param>
/// <param name="Device">What they come from, as a keyed hash that the gateway makes of address and browser; empty where that is not known. It is noted with a ballot that is taken.</param>
[GenerateSerializer, Immutable, Alias("submission")]
public sealed record Submission(
    [property: Id(0)] string Actor,
    [property: Id(1)] string Client,
    [property: Id(2)] NumberedCommand[] Commands,
    [property: Id(3)] string Device = "");

/// <summary>A command with its number in its browser session, from 1. A null command is one that could not be read; it is refused as malformed.</summary>
[GenerateSerializer, Immutable, Alias("numbered-command")]
public readonly record struct NumberedCommand([property: Id(0)] long Number, [property: Id(1)] ClientCommand? Command);

/// <summary>How a submission ended.</summary>
public enum SubmitStatus
{
    /// <summary>Every command is decided and durable. The outcomes reach the browser in the stream of committed events; those of resent ones are in the reply.</summary>
    Done = 0,
    /// <summary>Nothing is known of the outcome. Send the same commands again with the same numbers.</summary>
    Unknown = 1,
    /// <summary>Not taken: too much is waiting. Send again a little later.</summary>
    Busy = 2,
    /// <summary>Not taken: this participant sends too fast. Send again a little later.</summary>
    TooFast = 3,
    /// <summary>Not taken: a number is missing. Send again from <see cref="SubmitReply.Last"/> + 1.</summary>
    Gap = 4,
    /// <summary>Not taken: the participant is not on this board.</summary>
    NotMember = 5,
    /// <summary>Not taken: the disk is full. Nothing was lost; send again later.</summary>
    StorageFull = 6,
    /// <summary>Not taken: this browser session's id belongs to another participant. Choose a new one.</summary>
    ClientTaken = 7,
}

/// <summary>The answer to a submission.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Last">The last number of this browser session that was decided.</param>
/// <param name="Seq">The board's committed version.</param>
/// <param name="Resent">Outcomes of commands that had been decided before this submission, among the latest <see cref="Limits.UnsettledPerClient"/> numbers.</param>
[GenerateSerializer, Immutable, Alias("submit-reply")]
public sealed record SubmitReply(
    [property: Id(0)] SubmitStatus Status,
    [property: Id(1)] long Last,
    [property: Id(2)] long Seq,
    [property: Id(3)] Outcome[] Resent);

/// <summary>What became of one command of a browser session.</summary>
/// <param name="Client">The browser session.</param>
/// <param name="Number">The command's number.</param>
/// <param name="Refusal">Why it was refused; null when it was accepted.</param>
[GenerateSerializer, Immutable, Alias("outcome")]
public readonly record struct Outcome(
    [property: Id(0)] string Client,
    [property: Id(1)] long Number,
    [property: Id(2)] RefusalCode? Refusal);

/// <summary>What a browser session's commands came to.</summary>
/// <param name="Last">The last number decided; 0 for none.</param>
/// <param name="Refusals">The refusals among the latest <see cref="Limits.UnsettledPerClient"/> numbers.</param>
/// <param name="Taken">True when the session's id belongs to another participant: choose a new one.</param>
[GenerateSerializer, Immutable, Alias("client-progress")]
public sealed record ClientProgress([property: Id(0)] long Last, [property: Id(1)] Outcome[] Refusals, [property: Id(2)] bool Taken);

/// <summary>Somebody who wants to be shown a board.</summary>
/// <param name="Participant">Who, as the gateway authenticated them.</param>
/// <param name="Client">Their browser session's id.</param>
[GenerateSerializer, Immutable, Alias("newcomer")]
public readonly record struct Newcomer([property: Id(0)] string Participant, [property: Id(1)] string Client);

/// <summary>How a newcomer stands with a board.</summary>
/// <param name="Member">Who they are on it; null when they are not on it.</param>
/// <param name="Progress">What their browser session's commands came to.</param>
[GenerateSerializer, Immutable, Alias("standing")]
public readonly record struct Standing([property: Id(0)] Membership? Member, [property: Id(1)] ClientProgress Progress);

/// <summary>How newcomers stand with a board, all at one version.</summary>
/// <param name="Exists">False when there is no such board.</param>
/// <param name="Epoch">The board's epoch.</param>
/// <param name="Seq">The committed version that this is of.</param>
/// <param name="Standings">One for each newcomer, in their order.</param>
[GenerateSerializer, Immutable, Alias("reception")]
public sealed record Reception(
    [property: Id(0)] bool Exists,
    [property: Id(1)] long Epoch,
    [property: Id(2)] long Seq,
    [property: Id(3)] Standing[] Standings);

/// <summary>How an order of the server ended.</summary>
/// <param name="Refusal">Why it was refused; null when it was done.</param>
/// <param name="Member">The actor on this board afterwards; null when they are not on it.</param>
/// <param name="Title">The board's title; empty when there is no such board.</param>
[GenerateSerializer, Immutable, Alias("order-reply")]
public sealed record OrderReply([property: Id(0)] RefusalCode? Refusal, [property: Id(1)] Membership? Member, [property: Id(2)] string Title);

/// <summary>What somebody sees of a board before they enter it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Role">The role that they would have.</param>
/// <param name="Policy">What is expected of people there; may be empty.</param>
/// <param name="Passcode">The sealed passcode that they must know, for the gateway's eyes; empty for none.</param>
/// <param name="Approve">Whether they will wait until a host lets them in.</param>
/// <param name="Refusal">Why nobody new comes in now; null when somebody does.</param>
/// <param name="Brief">What is asked there; empty unless whoever comes could go in and read it at once.</param>
/// <param name="Segment">The segment that they would be in by this link; empty for none.</param>
[GenerateSerializer, Immutable, Alias("board-look")]
public sealed record BoardLook(
    [property: Id(0)] string Title,
    [property: Id(1)] Role Role,
    [property: Id(2)] string Policy,
    [property: Id(3)] string Passcode,
    [property: Id(4)] bool Approve,
    [property: Id(5)] RefusalCode? Refusal,
    [property: Id(6)] string Brief,
    [property: Id(7)] string Segment);

/// <summary>How somebody stands with a board's door.</summary>
/// <param name="Place">Where they are.</param>
/// <param name="Reason">Why they were turned away or banned, in a host's words; empty for no reason given.</param>
[GenerateSerializer, Immutable, Alias("door-standing")]
public sealed record DoorStanding([property: Id(0)] DoorPlace Place, [property: Id(1)] string Reason);

/// <summary>Where somebody is, as seen from a board's door.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorPlace>))]
public enum DoorPlace
{
    /// <summary>Outside: a link or code may let them in.</summary>
    [JsonStringEnumMemberName("outside")] Outside = 0,
    /// <summary>They wait until a host lets them in.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting = 1,
    /// <summary>On the board.</summary>
    [JsonStringEnumMemberName("inside")] Inside = 2,
    /// <summary>A host turned them away; they may knock again.</summary>
    [JsonStringEnumMemberName("turnedAway")] TurnedAway = 3,
    /// <summary>A host removed them; another link may let them in.</summary>
    [JsonStringEnumMemberName("removed")] Removed = 4,
    /// <summary>A host banned them; nothing lets them in.</summary>
    [JsonStringEnumMemberName("banned")] Banned = 5,
}

/// <summary>A participant on a board.</summary>
[GenerateSerializer, Immutable, Alias("membership")]
public sealed record Membership(
    [property: Id(0)] string Participant,
    [property: Id(1)] string Name,
    [property: Id(2)] Colour Colour,
    [property: Id(3)] Role Role,
    [property: Id(4)] string Segment)
{
    /// <summary>Whether patches for hosts are for them.</summary>
    public bool IsHost => Role.RunsSession();
}

/// <summary>Committed events in order, ready to be sent: patches are JSON in UTF-8 already, once per audience.</summary>
/// <param name="Epoch">Changes when the board is restored from a backup: versions of different epochs cannot be compared.</param>
/// <param name="First">Seq of the first event.</param>
/// <param name="Events">The events, one seq after the other.</param>
[GenerateSerializer, Immutable, Alias("committed-batch")]
public sealed record CommittedBatch(
    [property: Id(0)] long Epoch,
    [property: Id(1)] long First,
    [property: Id(2)] CommittedEvent[] Events)
{
    /// <summary>Seq of the last event; <c>First − 1</c> when there is none.</summary>
    public long Last => First + Events.Length - 1;
}

/// <summary>One committed event, split by audience. Each part is zero or more patches (PROTOCOL, "Patches") as JSON objects joined by commas, without brackets.</summary>
/// <param name="Everyone">Patches for everyone on the board; empty for none.</param>
/// <param name="Hosts">Further patches for hosts; empty for none.</param>
/// <param name="Private">Further patches for single participants; at most one entry per participant.</param>
/// <param name="Outcome">The browser command that this event completes; null for orders of the server and for all but the last event of a command.</param>
/// <param name="Access">Whose role changed by it; the last word for that participant.</param>
/// <param name="IsMuted">Whether, from this event on, presence is to say who is here and nothing else: the running step hides what people do.</param>
/// <param name="Withholds">Whether something that everyone had is kept from them by it: who comes later is not to be told of it by the events before.</param>
[GenerateSerializer, Immutable, Alias("committed-event")]
public sealed record CommittedEvent(
    [property: Id(0)] byte[] Everyone,
    [property: Id(1)] byte[] Hosts,
    [property: Id(2)] PrivatePatches[] Private,
    [property: Id(3)] Outcome? Outcome,
    [property: Id(4)] AccessChange[] Access,
    [property: Id(5)] bool IsMuted = false,
    [property: Id(6)] bool Withholds = false);

/// <summary>Patches for one participant.</summary>
[GenerateSerializer, Immutable, Alias("private-patches")]
public readonly record struct PrivatePatches([property: Id(0)] string Participant, [property: Id(1)] byte[] Patches);

/// <summary>A participant has another role, or none any more. Live connections are to follow at once.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Role">The new role; null for somebody who is no longer on the board.</param>
[GenerateSerializer, Immutable, Alias("access-change")]
public readonly record struct AccessChange([property: Id(0)] string Participant, [property: Id(1)] Role? Role);

/// <summary>What a subscriber missed.</summary>
/// <param name="Exists">False when there is no such board.</param>
/// <param name="Epoch">The board's epoch now.</param>
/// <param name="Seq">The board's committed version now.</param>
/// <param name="Missed">The events after the asked-for version; null when that is too long ago or of another epoch: fetch a snapshot.</param>
/// <param name="IsMuted">Whether presence is to say who is here and nothing else at the board's version now.</param>
[GenerateSerializer, Immutable, Alias("catch-up")]
public sealed record CatchUp(
    [property: Id(0)] bool Exists,
    [property: Id(1)] long Epoch,
    [property: Id(2)] long Seq,
    [property: Id(3)] CommittedBatch? Missed,
    [property: Id(4)] bool IsMuted = false);

/// <summary>A committed board as JSON in UTF-8. Each part is zero or more records, each as a put patch, joined by commas, without brackets.</summary>
/// <param name="Epoch">The board's epoch.</param>
/// <param name="Seq">The version it shows.</param>
/// <param name="Everyone">What everyone on the board sees; empty when it was not asked for.</param>
/// <param name="Hosts">What hosts see beside that.</param>
/// <param name="Private">What the named participant sees beside that.</param>
[GenerateSerializer, Immutable, Alias("board-snapshot")]
public sealed record BoardSnapshot(
    [property: Id(0)] long Epoch,
    [property: Id(1)] long Seq,
    [property: Id(2)] byte[] Everyone,
    [property: Id(3)] byte[] Hosts,
    [property: Id(4)] byte[] Private);
