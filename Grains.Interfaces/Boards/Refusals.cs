using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>Why a command was refused. A closed set: clients have a sentence for each. The names are on the wire and in journals.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalCode>))]
public enum RefusalCode
{
    /// <summary>The command could not be read: an unknown type, a missing or wrong field.</summary>
    [JsonStringEnumMemberName("malformed")] Malformed = 1,
    /// <summary>A text is longer than its limit, or empty where it must not be.</summary>
    [JsonStringEnumMemberName("tooLong")] TooLong = 2,
    /// <summary>A text that must say something is empty.</summary>
    [JsonStringEnumMemberName("empty")] Empty = 3,
    /// <summary>The board, or the list in the command, is full.</summary>
    [JsonStringEnumMemberName("tooMany")] TooMany = 4,
    /// <summary>A number is outside its range.</summary>
    [JsonStringEnumMemberName("outOfRange")] OutOfRange = 5,
    /// <summary>What the command is about is not there: somebody removed it, or it never was.</summary>
    [JsonStringEnumMemberName("notFound")] NotFound = 6,
    /// <summary>The id is in use already.</summary>
    [JsonStringEnumMemberName("exists")] Exists = 7,
    /// <summary>This person's role does not allow it, or it is somebody else's.</summary>
    [JsonStringEnumMemberName("notAllowed")] NotAllowed = 8,
    /// <summary>The session is closed.</summary>
    [JsonStringEnumMemberName("closed")] Closed = 9,
    /// <summary>The person has fewer dots left.</summary>
    [JsonStringEnumMemberName("overBudget")] OverBudget = 10,
    /// <summary>The person is not, or no longer, on this board.</summary>
    [JsonStringEnumMemberName("notMember")] NotMember = 11,
    /// <summary>The invite is unknown, revoked, expired or used up.</summary>
    [JsonStringEnumMemberName("inviteInvalid")] InviteInvalid = 12,
    /// <summary>Too many commands in a short time.</summary>
    [JsonStringEnumMemberName("tooFast")] TooFast = 13,
    /// <summary>The thing is locked, and not by this person.</summary>
    [JsonStringEnumMemberName("locked")] Locked = 14,
    /// <summary>A text was changed in a version that the board no longer remembers. The browser makes the change anew on the text of now.</summary>
    [JsonStringEnumMemberName("stale")] Stale = 15,
    /// <summary>What was to be taken back has been changed by somebody since; their change stays.</summary>
    [JsonStringEnumMemberName("changed")] Changed = 16,
    /// <summary>The running step does not let this person use this; or it hides what people add, and this is about something that others see.</summary>
    [JsonStringEnumMemberName("notInPhase")] NotInPhase = 17,
    /// <summary>The step's time is up, and it ends strictly.</summary>
    [JsonStringEnumMemberName("timeUp")] TimeUp = 18,
    /// <summary>The step has begun: its rules are frozen.</summary>
    [JsonStringEnumMemberName("frozen")] Frozen = 19,
    /// <summary>The step's rules were changed, and this person has not accepted them yet.</summary>
    [JsonStringEnumMemberName("rulesChanged")] RulesChanged = 27,
    /// <summary>A host has declined already, and that stands until the step is over.</summary>
    [JsonStringEnumMemberName("declined")] Declined = 29,
    /// <summary>There is nothing to vote on: no ideas or groups that everybody sees, or for comparing only one.</summary>
    [JsonStringEnumMemberName("nothingToVoteOn")] NothingToVoteOn = 30,
    /// <summary>A vote on some of the same options is open already, for some of the same people.</summary>
    [JsonStringEnumMemberName("alreadyVoting")] AlreadyVoting = 31,
    /// <summary>There is more to choose from than the vote's method takes: <see cref="Limits.OptionsPerVote"/>, or <see cref="Limits.ComparedOptions"/> where each is compared with each.</summary>
    [JsonStringEnumMemberName("tooManyOptions")] TooManyOptions = 32,
    /// <summary>The vote is closed.</summary>
    [JsonStringEnumMemberName("voteClosed")] VoteClosed = 20,
    /// <summary>The vote is still open: what it comes to is nobody's to know.</summary>
    [JsonStringEnumMemberName("voteOpen")] VoteOpen = 28,
    /// <summary>The vote is one for others: observers have none, and some votes are for some segments alone.</summary>
    [JsonStringEnumMemberName("notEligible")] NotEligible = 21,
    /// <summary>Newcomers must know a passcode, and this is another one.</summary>
    [JsonStringEnumMemberName("wrongPasscode")] WrongPasscode = 22,
    /// <summary>As many people are on the board as its hosts let in.</summary>
    [JsonStringEnumMemberName("boardFull")] BoardFull = 23,
    /// <summary>Nobody new comes in any more.</summary>
    [JsonStringEnumMemberName("doorClosed")] DoorClosed = 24,
    /// <summary>A host has banned this person from the board.</summary>
    [JsonStringEnumMemberName("banned")] Banned = 25,
    /// <summary>The person has to wait until a host lets them in.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting = 26,
    /// <summary>While hosts approve what people add, only they change what others wrote, and only their tags are new ones there.</summary>
    [JsonStringEnumMemberName("needsHost")] NeedsHost = 34,
}
