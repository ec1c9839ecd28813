using CoCreate.Boards;
using CoCreate.Playbooks;

namespace CoCreate.Participants;

/// <summary>One person, whatever the number of their tabs and boards. The grain's key is the participant's id.</summary>
[Alias("IParticipantGrain")]
public interface IParticipantGrain : IGrainWithStringKey
{
    /// <summary>Who they are and what they did. Somebody unknown has an empty profile.</summary>
    [Alias("Read")]
    Task<ParticipantView> Read();

    /// <summary>Changes the profile; refused (and unchanged) when a field is out of its limits.</summary>
    [Alias("ChangeProfile")]
    Task<RefusalCode?> ChangeProfile(Profile profile);

    /// <summary>Notes that they entered a board, or that its title or their role changed. Repeating it changes nothing.</summary>
    [Alias("JoinedBoard")]
    Task JoinedBoard(string board, string title, Role role);

    /// <summary>Notes what they contributed to a board up to a version of it: totals, not differences, so that the latest word wins and repeating changes nothing.</summary>
    [Alias("Contributed")]
    Task Contributed(string board, long epoch, long seq, Contributions totals);

    /// <summary>The playbooks that they keep, by id.</summary>
    [Alias("ListPlaybooks")]
    Task<PlaybookSummary[]> ListPlaybooks();

    /// <summary>One of them, or null.</summary>
    [Alias("FindPlaybook")]
    Task<Playbook?> FindPlaybook(string id);

    /// <summary>Keeps a playbook, given in its file format; one with the same id is replaced. Refused as malformed where it cannot be read, and with <see cref="RefusalCode.TooMany"/> above
    /// <see cref="Limits.PlaybooksPerParticipant"/>. What the pre-flight check finds does not keep it from being kept.</summary>
    [Alias("KeepPlaybook")]
    Task<PlaybookReply> KeepPlaybook(string id, string text);

    /// <summary>Keeps a playbook no longer; <see cref="RefusalCode.NotFound"/> where there is none with this id.</summary>
    [Alias("DropPlaybook")]
    Task<RefusalCode?> DropPlaybook(string id);
}

/// <summary>What became of a playbook that was to be kept.</summary>
/// <param name="Refusal">Why it is not kept; null where it is.</param>
/// <param name="Findings">What is wrong with its text or, where it is kept, what the pre-flight check says.</param>
/// <param name="Playbook">As it is kept; null where it is not.</param>
[GenerateSerializer, Immutable, Alias("playbook-reply")]
public sealed record PlaybookReply([property: Id(0)] RefusalCode? Refusal, [property: Id(1)] PlaybookFinding[] Findings, [property: Id(2)] Playbook? Playbook);

/// <summary>What a person says of themselves.</summary>
/// <param name="Name">1 to <see cref="Limits.NameLength"/> characters; empty only for somebody unknown.</param>
/// <param name="Colour">Their colour on boards.</param>
/// <param name="Language">A BCP 47 tag such as "en" or "nb-NO", at most <see cref="Limits.LanguageLength"/> characters; may be empty.</param>
/// <param name="Segment">Customer, employee, …, at most <see cref="Limits.SegmentLength"/> characters; may be empty.</param>
[GenerateSerializer, Immutable, Alias("profile")]
public sealed record Profile(
    [property: Id(0)] string Name,
    [property: Id(1)] Colour Colour,
    [property: Id(2)] string Language,
    [property: Id(3)] string Segment);

/// <summary>How much somebody contributed to a board: what they added and did not remove again.</summary>
/// <param name="Ideas">Ideas they added.</param>
/// <param name="Comments">Comments they wrote.</param>
/// <param name="Votes">Dots they have on ideas.</param>
/// <param name="Reactions">Reactions they gave.</param>
[GenerateSerializer, Immutable, Alias("contributions")]
public readonly record struct Contributions(
    [property: Id(0)] int Ideas,
    [property: Id(1)] int Comments,
    [property: Id(2)] int Votes,
    [property: Id(3)] int Reactions);

/// <summary>A board that a person joined.</summary>
/// <param name="Board">The board's id.</param>
/// <param name="Title">Its title when they last entered it.</param>
/// <param name="Role">Their role when they last entered it.</param>
/// <param name="JoinedAt">When they first entered it, Unix milliseconds.</param>
/// <param name="Contributions">What they contributed to it.</param>
[GenerateSerializer, Immutable, Alias("joined-board")]
public sealed record JoinedBoard(
    [property: Id(0)] string Board,
    [property: Id(1)] string Title,
    [property: Id(2)] Role Role,
    [property: Id(3)] long JoinedAt,
    [property: Id(4)] Contributions Contributions);

/// <summary>A person as they may see themselves.</summary>
/// <param name="Profile">What they say of themselves.</param>
/// <param name="Boards">Boards they joined, the latest first.</param>
[GenerateSerializer, Immutable, Alias("participant-view")]
public sealed record ParticipantView([property: Id(0)] Profile Profile, [property: Id(1)] JoinedBoard[] Boards);
