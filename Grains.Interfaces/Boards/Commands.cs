using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>An order to a board. It is decided by <c>BoardDecider</c>: facts (<see cref="BoardEvent"/>) or a refusal. A closed set.</summary>
[GenerateSerializer, Immutable, Alias("board-command")]
public abstract record BoardCommand;

/// <summary>The commands that a browser may send; nothing else is accepted from one. The names below are on the wire.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RenameBoard), "renameBoard")]
[JsonDerivedType(typeof(WriteBrief), "writeBrief")]
[JsonDerivedType(typeof(SetVoteBudget), "setVoteBudget")]
[JsonDerivedType(typeof(OpenSession), "openSession")]
[JsonDerivedType(typeof(CloseSession), "closeSession")]
[JsonDerivedType(typeof(AddIdea), "addIdea")]
[JsonDerivedType(typeof(RetitleIdea), "retitleIdea")]
[JsonDerivedType(typeof(WriteIdeaBody), "writeIdeaBody")]
[JsonDerivedType(typeof(RecolourIdea), "recolourIdea")]
[JsonDerivedType(typeof(MoveIdeas), "moveIdeas")]
[JsonDerivedType(typeof(ReorderIdea), "reorderIdea")]
[JsonDerivedType(typeof(RemoveIdea), "removeIdea")]
[JsonDerivedType(typeof(AddGroup), "addGroup")]
[JsonDerivedType(typeof(RetitleGroup), "retitleGroup")]
[JsonDerivedType(typeof(MoveGroup), "moveGroup")]
[JsonDerivedType(typeof(ResizeGroup), "resizeGroup")]
[JsonDerivedType(typeof(RemoveGroup), "removeGroup")]
[JsonDerivedType(typeof(GroupIdeas), "groupIdeas")]
[JsonDerivedType(typeof(UngroupIdeas), "ungroupIdeas")]
[JsonDerivedType(typeof(AddConnector), "addConnector")]
[JsonDerivedType(typeof(RelabelConnector), "relabelConnector")]
[JsonDerivedType(typeof(RemoveConnector), "removeConnector")]
[JsonDerivedType(typeof(AddComment), "addComment")]
[JsonDerivedType(typeof(EditComment), "editComment")]
[JsonDerivedType(typeof(RemoveComment), "removeComment")]
[JsonDerivedType(typeof(AddReaction), "addReaction")]
[JsonDerivedType(typeof(WithdrawReaction), "withdrawReaction")]
[JsonDerivedType(typeof(CastVote), "castVote")]
[JsonDerivedType(typeof(WithdrawVote), "withdrawVote")]
[JsonDerivedType(typeof(ChangeProfile), "changeProfile")]
[JsonDerivedType(typeof(AssignRole), "assignRole")]
[JsonDerivedType(typeof(RemoveParticipant), "removeParticipant")]
[JsonDerivedType(typeof(TakeBack), "takeBack")]
[JsonDerivedType(typeof(Restore), "restore")]
[JsonDerivedType(typeof(EmptyBin), "emptyBin")]
[JsonDerivedType(typeof(MarkPoint), "markPoint")]
[JsonDerivedType(typeof(RemovePoint), "removePoint")]
[GenerateSerializer, Immutable, Alias("client-command")]
public abstract record ClientCommand : BoardCommand;

// ---- The board ----

/// <summary>Gives the board another title (1 to <see cref="Limits.TitleLength"/> characters). Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("RenameBoard")]
public sealed record RenameBoard([property: Id(0)] string Title) : ClientCommand;

/// <summary>Writes the board's brief: what is asked, in at most <see cref="Limits.BriefLength"/> characters. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("WriteBrief")]
public sealed record WriteBrief([property: Id(0)] string Brief) : ClientCommand;

/// <summary>Sets how many dots each person has (0 to <see cref="Limits.VoteBudget"/>). Dots already cast stay; who is over the new budget casts no more. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("SetVoteBudget")]
public sealed record SetVoteBudget([property: Id(0)] int Dots) : ClientCommand;

/// <summary>Opens the session: contributors may edit. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("OpenSession")]
public sealed record OpenSession : ClientCommand;

/// <summary>Closes the session: only hosts may change anything. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("CloseSession")]
public sealed record CloseSession : ClientCommand;

// ---- Ideas ----

/// <summary>Adds an idea. Its id is made by the browser. The title may be empty, to be typed next; <c>Group</c> is a group's id or empty.</summary>
[GenerateSerializer, Immutable, Alias("AddIdea")]
public sealed record AddIdea(
    [property: Id(0)] string Id,
    [property: Id(1)] string Title,
    [property: Id(2)] string Body,
    [property: Id(3)] Colour Colour,
    [property: Id(4)] double X,
    [property: Id(5)] double Y,
    [property: Id(6)] string Group) : ClientCommand;

/// <summary>Gives an idea another title (at most <see cref="Limits.TitleLength"/> characters). The last writer wins.</summary>
[GenerateSerializer, Immutable, Alias("RetitleIdea")]
public sealed record RetitleIdea([property: Id(0)] string Id, [property: Id(1)] string Title) : ClientCommand;

/// <summary>Writes an idea's body (at most <see cref="Limits.BodyLength"/> characters). The last writer wins.</summary>
[GenerateSerializer, Immutable, Alias("WriteIdeaBody")]
public sealed record WriteIdeaBody([property: Id(0)] string Id, [property: Id(1)] string Body) : ClientCommand;

/// <summary>Gives an idea another colour.</summary>
[GenerateSerializer, Immutable, Alias("RecolourIdea")]
public sealed record RecolourIdea([property: Id(0)] string Id, [property: Id(1)] Colour Colour) : ClientCommand;

/// <summary>Moves 1 to <see cref="Limits.IdeasPerCommand"/> ideas at once. Ideas that somebody removed meanwhile are left out; it is refused only when none is left.</summary>
[GenerateSerializer, Immutable, Alias("MoveIdeas")]
public sealed record MoveIdeas([property: Id(0)] Move[] Moves) : ClientCommand;

/// <summary>Puts an idea at another place in the order (drawing order on the canvas, reading order in a list): any finite number; ties are broken by id.</summary>
[GenerateSerializer, Immutable, Alias("ReorderIdea")]
public sealed record ReorderIdea([property: Id(0)] string Id, [property: Id(1)] double Order) : ClientCommand;

/// <summary>Removes an idea to the bin, with its comments, connectors, reactions and votes (the dots go back to their owners). Contributors may remove their own.</summary>
[GenerateSerializer, Immutable, Alias("RemoveIdea")]
public sealed record RemoveIdea([property: Id(0)] string Id) : ClientCommand;

// ---- Groups ----

/// <summary>Adds a group: a titled box that ideas can belong to.</summary>
[GenerateSerializer, Immutable, Alias("AddGroup")]
public sealed record AddGroup(
    [property: Id(0)] string Id,
    [property: Id(1)] string Title,
    [property: Id(2)] double X,
    [property: Id(3)] double Y,
    [property: Id(4)] double Width,
    [property: Id(5)] double Height) : ClientCommand;

/// <summary>Gives a group another title.</summary>
[GenerateSerializer, Immutable, Alias("RetitleGroup")]
public sealed record RetitleGroup([property: Id(0)] string Id, [property: Id(1)] string Title) : ClientCommand;

/// <summary>Moves a group's top left corner; the ideas in it move along by the same distance.</summary>
[GenerateSerializer, Immutable, Alias("MoveGroup")]
public sealed record MoveGroup([property: Id(0)] string Id, [property: Id(1)] double X, [property: Id(2)] double Y) : ClientCommand;

/// <summary>Gives a group another place and size; the ideas in it stay where they are.</summary>
[GenerateSerializer, Immutable, Alias("ResizeGroup")]
public sealed record ResizeGroup(
    [property: Id(0)] string Id,
    [property: Id(1)] double X,
    [property: Id(2)] double Y,
    [property: Id(3)] double Width,
    [property: Id(4)] double Height) : ClientCommand;

/// <summary>Removes a group to the bin; the ideas in it stay, ungrouped.</summary>
[GenerateSerializer, Immutable, Alias("RemoveGroup")]
public sealed record RemoveGroup([property: Id(0)] string Id) : ClientCommand;

/// <summary>Puts 1 to <see cref="Limits.IdeasPerCommand"/> ideas into a group, from wherever they were. Ideas removed meanwhile are left out.</summary>
[GenerateSerializer, Immutable, Alias("GroupIdeas")]
public sealed record GroupIdeas([property: Id(0)] string Group, [property: Id(1)] string[] Ideas) : ClientCommand;

/// <summary>Takes 1 to <see cref="Limits.IdeasPerCommand"/> ideas out of their groups.</summary>
[GenerateSerializer, Immutable, Alias("UngroupIdeas")]
public sealed record UngroupIdeas([property: Id(0)] string[] Ideas) : ClientCommand;

// ---- Connectors ----

/// <summary>Draws an arrow from one idea to another.</summary>
[GenerateSerializer, Immutable, Alias("AddConnector")]
public sealed record AddConnector(
    [property: Id(0)] string Id,
    [property: Id(1)] string From,
    [property: Id(2)] string To,
    [property: Id(3)] string Label) : ClientCommand;

/// <summary>Writes a connector's label.</summary>
[GenerateSerializer, Immutable, Alias("RelabelConnector")]
public sealed record RelabelConnector([property: Id(0)] string Id, [property: Id(1)] string Label) : ClientCommand;

/// <summary>Removes a connector to the bin.</summary>
[GenerateSerializer, Immutable, Alias("RemoveConnector")]
public sealed record RemoveConnector([property: Id(0)] string Id) : ClientCommand;

// ---- Comments and reactions ----

/// <summary>Says something about an idea (1 to <see cref="Limits.CommentLength"/> characters).</summary>
[GenerateSerializer, Immutable, Alias("AddComment")]
public sealed record AddComment([property: Id(0)] string Id, [property: Id(1)] string Idea, [property: Id(2)] string Text) : ClientCommand;

/// <summary>Changes one's own comment.</summary>
[GenerateSerializer, Immutable, Alias("EditComment")]
public sealed record EditComment([property: Id(0)] string Id, [property: Id(1)] string Text) : ClientCommand;

/// <summary>Removes a comment to the bin: one's own, or any as a host.</summary>
[GenerateSerializer, Immutable, Alias("RemoveComment")]
public sealed record RemoveComment([property: Id(0)] string Id) : ClientCommand;

/// <summary>Reacts to an idea. Reacting twice in the same way changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("AddReaction")]
public sealed record AddReaction([property: Id(0)] string Idea, [property: Id(1)] Reaction Reaction) : ClientCommand;

/// <summary>Takes back a reaction.</summary>
[GenerateSerializer, Immutable, Alias("WithdrawReaction")]
public sealed record WithdrawReaction([property: Id(0)] string Idea, [property: Id(1)] Reaction Reaction) : ClientCommand;

// ---- Votes ----

/// <summary>Puts 1 or more dots on an idea. Refused with <see cref="RefusalCode.OverBudget"/> when the person has fewer left, whatever the number of tabs.</summary>
[GenerateSerializer, Immutable, Alias("CastVote")]
public sealed record CastVote([property: Id(0)] string Idea, [property: Id(1)] int Dots) : ClientCommand;

/// <summary>Takes back 1 or more of one's own dots from an idea.</summary>
[GenerateSerializer, Immutable, Alias("WithdrawVote")]
public sealed record WithdrawVote([property: Id(0)] string Idea, [property: Id(1)] int Dots) : ClientCommand;

// ---- People ----

/// <summary>Changes one's own name and colour on this board.</summary>
[GenerateSerializer, Immutable, Alias("ChangeProfile")]
public sealed record ChangeProfile([property: Id(0)] string Name, [property: Id(1)] Colour Colour) : ClientCommand;

/// <summary>Gives a person another role. Hosts only; nobody becomes owner this way, and an owner stays one.</summary>
[GenerateSerializer, Immutable, Alias("AssignRole")]
public sealed record AssignRole([property: Id(0)] string Participant, [property: Id(1)] Role Role) : ClientCommand;

/// <summary>Removes a person from the board: their connections close, what they wrote stays. Hosts only; not an owner.</summary>
[GenerateSerializer, Immutable, Alias("RemoveParticipant")]
public sealed record RemoveParticipant([property: Id(0)] string Participant) : ClientCommand;

// ---- Taking back, and the bin ----

/// <summary>Takes back what the sender did before (undo), or does again what was taken back (redo): 1 to <see cref="Limits.PartsPerTakeBack"/> parts, each done only
/// where nobody else has changed the same since. It is refused only when no part is left: with <see cref="RefusalCode.Changed"/> or the last part's own reason.</summary>
[GenerateSerializer, Immutable, Alias("TakeBack")]
public sealed record TakeBack([property: Id(0)] TakeBackPart[] Parts) : ClientCommand;

/// <summary>One thing that is taken back.</summary>
/// <param name="Command">What to do. The sender's rights count as if it came alone; it is not a <see cref="TakeBack"/> itself.</param>
/// <param name="Left">How the sender left it, said as commands (at most <see cref="Limits.LeftPerPart"/>): the part is done only if none of them would change anything now.</param>
/// <param name="Hanging">For a removal: how much the sender knows to hang on it, that is the other records that it takes along or changes, and the dots and reactions of
/// others. The part is done only if that is still so. −1 to take along whatever there is.</param>
[GenerateSerializer, Immutable, Alias("take-back-part")]
public sealed record TakeBackPart(
    [property: Id(0)] ClientCommand Command,
    [property: Id(1)] ClientCommand[] Left,
    [property: Id(2)] int Hanging);

/// <summary>Brings something back from the bin: an idea with its comments, the connectors whose other end is there, and its dots and reactions as far as their owners' budgets
/// allow; to its group, if that is still there. Contributors restore what they removed, hosts everything.</summary>
[GenerateSerializer, Immutable, Alias("Restore")]
public sealed record Restore([property: Id(0)] RecordKind Kind, [property: Id(1)] string Id) : ClientCommand;

/// <summary>Empties the bin for good, of what is in it up to the item with the number <c>Through</c>: what somebody removed since the host looked stays. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("EmptyBin")]
public sealed record EmptyBin([property: Id(0)] long Through) : ClientCommand;

/// <summary>Makes the board as it is now a restore point with a name (1 to <see cref="Limits.LabelLength"/> characters). Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("MarkPoint")]
public sealed record MarkPoint([property: Id(0)] string Id, [property: Id(1)] string Name) : ClientCommand;

/// <summary>Forgets a restore point; what happened stays in the history. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("RemovePoint")]
public sealed record RemovePoint([property: Id(0)] string Id) : ClientCommand;

// ---- Orders of the server itself; no browser can express them ----

/// <summary>Makes the board, with its maker as owner.</summary>
[GenerateSerializer, Immutable, Alias("CreateBoard")]
public sealed record CreateBoard(
    [property: Id(0)] string Title,
    [property: Id(1)] string Brief,
    [property: Id(2)] string JoinCode,
    [property: Id(3)] string Name,
    [property: Id(4)] Colour Colour,
    [property: Id(5)] string Segment) : BoardCommand;

/// <summary>Lets a person in by an invite's secret (its SHA-256 in lower-case hex) or, where <c>SecretHash</c> is empty, by the join code, as contributor.
/// A person already in keeps the better of both roles.</summary>
[GenerateSerializer, Immutable, Alias("EnterBoard")]
public sealed record EnterBoard(
    [property: Id(0)] string SecretHash,
    [property: Id(1)] string Name,
    [property: Id(2)] Colour Colour,
    [property: Id(3)] string Segment) : BoardCommand;

/// <summary>Makes an invite. <c>ExpiresAt</c> in Unix milliseconds, 0 for never; <c>MaxUses</c> 0 for any number. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("MakeInvite")]
public sealed record MakeInvite(
    [property: Id(0)] string Id,
    [property: Id(1)] string SecretHash,
    [property: Id(2)] Role Role,
    [property: Id(3)] long ExpiresAt,
    [property: Id(4)] int MaxUses) : BoardCommand;

/// <summary>Revokes an invite. Who came in by it, and has nothing else to be here by, is removed; their connections close. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("RevokeInvite")]
public sealed record RevokeInvite([property: Id(0)] string Id) : BoardCommand;

/// <summary>Begins to bring the board back to what it was at version <c>Seq</c>: makes a restore point of what is now, with the id <c>Point</c>. Hosts only.
/// What follows is <c>IBoardGrain.BringBack</c>'s.</summary>
[GenerateSerializer, Immutable, Alias("BringBack")]
public sealed record BringBack([property: Id(0)] string Point, [property: Id(1)] long Seq) : BoardCommand;
