namespace CoCreate.Boards;

/// <summary>What happened on a board, read from its journal beside the board's own grain: however long the history is, no edit waits for it. The grain's key is the board's id.</summary>
/// <remarks>Rights are those of the board as the journal has it at the time of the call.</remarks>
[Alias("IBoardHistoryGrain")]
public interface IBoardHistoryGrain : IGrainWithStringKey
{
    /// <summary>A page of what happened, the latest first, as far as the participant may see it; null when they are not on the board.</summary>
    [Alias("ReadLines")]
    Task<HistoryPage?> ReadLines(string participant, HistoryQuestion question);

    /// <summary>What hosts decided about people and what they wrote, the oldest first; for hosts alone.</summary>
    [Alias("ReadModeration")]
    Task<ModerationReply> ReadModeration(string participant);

    /// <summary>The board as everyone saw it at a version, without what the participant may not see today.</summary>
    [Alias("ReadBoard")]
    Task<PastReply> ReadBoard(string participant, long seq);
}

/// <summary>Which lines of a board's history are asked for.</summary>
/// <param name="Before">Lines before this one (<see cref="HistoryLine.Number"/>); 0 for the latest.</param>
/// <param name="Person">What this participant did; empty for everybody.</param>
/// <param name="About">What concerns this idea or group (its id); empty for everything.</param>
[GenerateSerializer, Immutable, Alias("history-question")]
public sealed record HistoryQuestion([property: Id(0)] long Before, [property: Id(1)] string Person, [property: Id(2)] string About);

/// <summary>A page of a board's history.</summary>
/// <param name="Seq">The version it was read at.</param>
/// <param name="Lines">At most <see cref="Limits.HistoryPage"/> lines, the latest first.</param>
/// <param name="Next">What to ask for the lines before these (<see cref="HistoryQuestion.Before"/>); 0 when there are none.</param>
/// <param name="Points">The board's restore points, the latest first.</param>
/// <param name="Names">Names of those in the lines who are no longer on the board; for hosts only.</param>
[GenerateSerializer, Immutable, Alias("history-page")]
public sealed record HistoryPage(
    [property: Id(0)] long Seq,
    [property: Id(1)] HistoryLine[] Lines,
    [property: Id(2)] long Next,
    [property: Id(3)] RestorePoint[] Points,
    [property: Id(4)] FormerName[] Names);

/// <summary>Something that somebody did, in one line: several events of the same kind in a short time are one. It holds ids and no words: what they are called now, the reader knows.</summary>
/// <param name="Number">Its place in the history, from 1.</param>
/// <param name="Seq">The version after it.</param>
/// <param name="At">When it was done (last), Unix milliseconds by the server's clock.</param>
/// <param name="Actor">The participant who did it.</param>
/// <param name="Act">What: an event's stored name without its version, such as "idea-added".</param>
/// <param name="Count">How many things it was done to.</param>
/// <param name="About">Ids of those, at most <see cref="Limits.HistorySubjects"/>.</param>
[GenerateSerializer, Immutable, Alias("history-line")]
public sealed record HistoryLine(
    [property: Id(0)] long Number,
    [property: Id(1)] long Seq,
    [property: Id(2)] long At,
    [property: Id(3)] string Actor,
    [property: Id(4)] string Act,
    [property: Id(5)] int Count,
    [property: Id(6)] string[] About);

/// <summary>A version of the board that it can be brought back to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the host called it; empty for one that was made by itself before a restoring.</param>
/// <param name="Seq">The version.</param>
/// <param name="At">When, Unix milliseconds.</param>
/// <param name="By">The participant who made it.</param>
[GenerateSerializer, Immutable, Alias("restore-point")]
public sealed record RestorePoint(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] long Seq,
    [property: Id(3)] long At,
    [property: Id(4)] string By);

/// <summary>What somebody who is no longer on the board was called on it.</summary>
[GenerateSerializer, Immutable, Alias("former-name")]
public readonly record struct FormerName([property: Id(0)] string Participant, [property: Id(1)] string Name);

/// <summary>A board as it was, or why it is not shown.</summary>
/// <param name="Refusal">Why not; null when it is.</param>
/// <param name="Board">The board, all of it in <see cref="BoardSnapshot.Everyone"/>.</param>
/// <param name="At">When that version was reached, Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("past-reply")]
public sealed record PastReply([property: Id(0)] RefusalCode? Refusal, [property: Id(1)] BoardSnapshot? Board, [property: Id(2)] long At);

/// <summary>The moderation log, or why it is not shown.</summary>
/// <param name="Refusal">Why not; null when it is.</param>
/// <param name="Lines">The lines, the oldest first.</param>
[GenerateSerializer, Immutable, Alias("moderation-reply")]
public sealed record ModerationReply([property: Id(0)] RefusalCode? Refusal, [property: Id(1)] ModerationLine[] Lines);

/// <summary>Something that a host decided.</summary>
/// <param name="Seq">The version after it.</param>
/// <param name="At">When, Unix milliseconds by the server's clock.</param>
/// <param name="Actor">Participant id of the host.</param>
/// <param name="Name">What the host was called last.</param>
/// <param name="Act">What was done, in a few plain words.</param>
/// <param name="Whom">Participant id of whom it concerns; empty for nobody, or where nobody is to know.</param>
/// <param name="WhomName">What they were called.</param>
/// <param name="Subject">What it was done to: the beginning of its words; may be empty.</param>
/// <param name="Reason">The reason given; may be empty.</param>
[GenerateSerializer, Immutable, Alias("moderation-line")]
public sealed record ModerationLine(
    [property: Id(0)] long Seq,
    [property: Id(1)] long At,
    [property: Id(2)] string Actor,
    [property: Id(3)] string Name,
    [property: Id(4)] string Act,
    [property: Id(5)] string Whom,
    [property: Id(6)] string WhomName,
    [property: Id(7)] string Subject,
    [property: Id(8)] string Reason);
