using System.Text.Json.Serialization;
using CoCreate.Texts;

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
[JsonDerivedType(typeof(ChangeIdeaBody), "changeIdeaBody")]
[JsonDerivedType(typeof(RecolourIdea), "recolourIdea")]
[JsonDerivedType(typeof(AttachToIdea), "attachToIdea")]
[JsonDerivedType(typeof(TagIdeas), "tagIdeas")]
[JsonDerivedType(typeof(UntagIdeas), "untagIdeas")]
[JsonDerivedType(typeof(AddGroup), "addGroup")]
[JsonDerivedType(typeof(GroupIdeas), "groupIdeas")]
[JsonDerivedType(typeof(UngroupIdeas), "ungroupIdeas")]
[JsonDerivedType(typeof(AddConnector), "addConnector")]
[JsonDerivedType(typeof(AttachConnector), "attachConnector")]
[JsonDerivedType(typeof(AddFrame), "addFrame")]
[JsonDerivedType(typeof(AddNote), "addNote")]
[JsonDerivedType(typeof(SizeNote), "sizeNote")]
[JsonDerivedType(typeof(AddImage), "addImage")]
[JsonDerivedType(typeof(AddStamp), "addStamp")]
[JsonDerivedType(typeof(MoveThings), "moveThings")]
[JsonDerivedType(typeof(ResizeThing), "resizeThing")]
[JsonDerivedType(typeof(ReorderThings), "reorderThings")]
[JsonDerivedType(typeof(LockThings), "lockThings")]
[JsonDerivedType(typeof(WriteThing), "writeThing")]
[JsonDerivedType(typeof(RemoveThings), "removeThings")]
[JsonDerivedType(typeof(AddComment), "addComment")]
[JsonDerivedType(typeof(EditComment), "editComment")]
[JsonDerivedType(typeof(RemoveComment), "removeComment")]
[JsonDerivedType(typeof(AddReaction), "addReaction")]
[JsonDerivedType(typeof(WithdrawReaction), "withdrawReaction")]
[JsonDerivedType(typeof(CastVote), "castVote")]
[JsonDerivedType(typeof(WithdrawVote), "withdrawVote")]
[JsonDerivedType(typeof(ChangeProfile), "changeProfile")]
[JsonDerivedType(typeof(AssignRole), "assignRole")]
[JsonDerivedType(typeof(AssignSegment), "assignSegment")]
[JsonDerivedType(typeof(RemoveParticipant), "removeParticipant")]
[JsonDerivedType(typeof(TakeBack), "takeBack")]
[JsonDerivedType(typeof(Restore), "restore")]
[JsonDerivedType(typeof(EmptyBin), "emptyBin")]
[JsonDerivedType(typeof(MarkPoint), "markPoint")]
[JsonDerivedType(typeof(RemovePoint), "removePoint")]
[JsonDerivedType(typeof(SetAgenda), "setAgenda")]
[JsonDerivedType(typeof(BeginStep), "beginStep")]
[JsonDerivedType(typeof(EndAgenda), "endAgenda")]
[JsonDerivedType(typeof(Reveal), "reveal")]
[JsonDerivedType(typeof(SetTimer), "setTimer")]
[JsonDerivedType(typeof(ExtendTimer), "extendTimer")]
[JsonDerivedType(typeof(PauseTimer), "pauseTimer")]
[JsonDerivedType(typeof(ResumeTimer), "resumeTimer")]
[JsonDerivedType(typeof(ChangeRules), "changeRules")]
[JsonDerivedType(typeof(KeepConcepts), "keepConcepts")]
[JsonDerivedType(typeof(SayReady), "sayReady")]
[JsonDerivedType(typeof(AskForTime), "askForTime")]
[JsonDerivedType(typeof(DeclineTime), "declineTime")]
[JsonDerivedType(typeof(AcceptRules), "acceptRules")]
[JsonDerivedType(typeof(OpenVote), "openVote")]
[JsonDerivedType(typeof(CloseVote), "closeVote")]
[JsonDerivedType(typeof(RemoveVote), "removeVote")]
[JsonDerivedType(typeof(PriceOption), "priceOption")]
[JsonDerivedType(typeof(MergeOptions), "mergeOptions")]
[JsonDerivedType(typeof(TakeBallot), "takeBallot")]
[JsonDerivedType(typeof(MarkOption), "markOption")]
[JsonDerivedType(typeof(RankOptions), "rankOptions")]
[JsonDerivedType(typeof(ComparePair), "comparePair")]
[JsonDerivedType(typeof(FinishBallot), "finishBallot")]
[JsonDerivedType(typeof(ProposeGroups), "proposeGroups")]
[JsonDerivedType(typeof(TakeCluster), "takeCluster")]
[JsonDerivedType(typeof(LeaveCluster), "leaveCluster")]
[JsonDerivedType(typeof(DropProposal), "dropProposal")]
[JsonDerivedType(typeof(SetDoor), "setDoor")]
[JsonDerivedType(typeof(WritePolicy), "writePolicy")]
[JsonDerivedType(typeof(AdmitParticipants), "admitParticipants")]
[JsonDerivedType(typeof(TurnAway), "turnAway")]
[JsonDerivedType(typeof(Ban), "ban")]
[JsonDerivedType(typeof(Unban), "unban")]
[JsonDerivedType(typeof(SetApproval), "setApproval")]
[JsonDerivedType(typeof(Approve), "approve")]
[JsonDerivedType(typeof(Hide), "hide")]
[JsonDerivedType(typeof(Show), "show")]
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

/// <summary>Writes an idea's body anew (at most <see cref="Limits.BodyLength"/> characters), as imports do: the last writer wins, except that what the old
/// and the new text begin and end with stays, so that what others type there meanwhile is kept. People type with <see cref="ChangeIdeaBody"/>.</summary>
[GenerateSerializer, Immutable, Alias("WriteIdeaBody")]
public sealed record WriteIdeaBody([property: Id(0)] string Id, [property: Id(1)] string Body) : ClientCommand;

/// <summary>Changes an idea's body where somebody typed, deleted or pasted. Changes by others that its author did not know are kept: it is mapped over them.</summary>
/// <param name="Id">The idea.</param>
/// <param name="Base">The board's version whose text the change was made on. The sender's own earlier changes of this body are in it: a browser
/// sends the next one when the last one is decided. Refused with <see cref="RefusalCode.Stale"/> where the board does not remember so far back.</param>
/// <param name="Changes">What changed, in at most <see cref="Limits.PiecesPerChange"/> pieces. Refused with <see cref="RefusalCode.OutOfRange"/> when it is not of the
/// length that the text had, or cuts a surrogate pair in two; with <see cref="RefusalCode.TooLong"/> when the text, with what others inserted meanwhile, passes
/// <see cref="Limits.BodyLength"/>.</param>
[GenerateSerializer, Immutable, Alias("ChangeIdeaBody")]
public sealed record ChangeIdeaBody([property: Id(0)] string Id, [property: Id(1)] long Base, [property: Id(2)] TextChange Changes) : ClientCommand;

/// <summary>Gives an idea another colour.</summary>
[GenerateSerializer, Immutable, Alias("RecolourIdea")]
public sealed record RecolourIdea([property: Id(0)] string Id, [property: Id(1)] Colour Colour) : ClientCommand;

/// <summary>Gives an idea a picture or file that was uploaded to this board, with words for who does not see it (at most
/// <see cref="Limits.AltLength"/> characters). An empty <c>File</c> takes it away again.</summary>
[GenerateSerializer, Immutable, Alias("AttachToIdea")]
public sealed record AttachToIdea([property: Id(0)] string Id, [property: Id(1)] string File, [property: Id(2)] string Alt) : ClientCommand;

/// <summary>Gives 1 to <see cref="Limits.ThingsPerCommand"/> ideas a tag (1 to <see cref="Limits.TagLength"/> characters, without space around).
/// Ideas that have it, have <see cref="Limits.TagsPerIdea"/> others, are locked or gone are left out.</summary>
[GenerateSerializer, Immutable, Alias("TagIdeas")]
public sealed record TagIdeas([property: Id(0)] string[] Ideas, [property: Id(1)] string Tag) : ClientCommand;

/// <summary>Takes a tag from 1 to <see cref="Limits.ThingsPerCommand"/> ideas; those without it, locked or gone are left out.</summary>
[GenerateSerializer, Immutable, Alias("UntagIdeas")]
public sealed record UntagIdeas([property: Id(0)] string[] Ideas, [property: Id(1)] string Tag) : ClientCommand;

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

/// <summary>Puts 1 to <see cref="Limits.ThingsPerCommand"/> ideas into a group, from wherever they were. Ideas removed meanwhile are left out.</summary>
[GenerateSerializer, Immutable, Alias("GroupIdeas")]
public sealed record GroupIdeas([property: Id(0)] string Group, [property: Id(1)] string[] Ideas) : ClientCommand;

/// <summary>Takes 1 to <see cref="Limits.ThingsPerCommand"/> ideas out of their groups.</summary>
[GenerateSerializer, Immutable, Alias("UngroupIdeas")]
public sealed record UngroupIdeas([property: Id(0)] string[] Ideas) : ClientCommand;

// ---- Connectors ----

/// <summary>Draws an arrow from one thing to another: ideas, groups, frames, notes or images.</summary>
[GenerateSerializer, Immutable, Alias("AddConnector")]
public sealed record AddConnector(
    [property: Id(0)] string Id,
    [property: Id(1)] string From,
    [property: Id(2)] string To,
    [property: Id(3)] string Label) : ClientCommand;

/// <summary>Moves a connector's ends to other things.</summary>
[GenerateSerializer, Immutable, Alias("AttachConnector")]
public sealed record AttachConnector([property: Id(0)] string Id, [property: Id(1)] string From, [property: Id(2)] string To) : ClientCommand;

// ---- Frames, notes, images, stamps ----

/// <summary>Adds a frame: a titled area to go to and to export. It carries what lies in it when it is moved, and owns nothing.</summary>
[GenerateSerializer, Immutable, Alias("AddFrame")]
public sealed record AddFrame(
    [property: Id(0)] string Id,
    [property: Id(1)] string Title,
    [property: Id(2)] double X,
    [property: Id(3)] double Y,
    [property: Id(4)] double Width,
    [property: Id(5)] double Height) : ClientCommand;

/// <summary>Writes text on the canvas, without a card around it (at most <see cref="Limits.NoteLength"/> characters).</summary>
[GenerateSerializer, Immutable, Alias("AddNote")]
public sealed record AddNote(
    [property: Id(0)] string Id,
    [property: Id(1)] string Text,
    [property: Id(2)] TextSize Size,
    [property: Id(3)] double X,
    [property: Id(4)] double Y,
    [property: Id(5)] double Width,
    [property: Id(6)] double Height) : ClientCommand;

/// <summary>Gives a note's text another size.</summary>
[GenerateSerializer, Immutable, Alias("SizeNote")]
public sealed record SizeNote([property: Id(0)] string Id, [property: Id(1)] TextSize Size) : ClientCommand;

/// <summary>Puts a picture that was uploaded to this board on the canvas, with words for who does not see it.</summary>
[GenerateSerializer, Immutable, Alias("AddImage")]
public sealed record AddImage(
    [property: Id(0)] string Id,
    [property: Id(1)] string File,
    [property: Id(2)] string Alt,
    [property: Id(3)] double X,
    [property: Id(4)] double Y,
    [property: Id(5)] double Width,
    [property: Id(6)] double Height) : ClientCommand;

/// <summary>Puts a stamp on the canvas or, where <c>On</c> is a thing's id, on that thing: then it moves and goes with it. The place is the stamp's middle.</summary>
[GenerateSerializer, Immutable, Alias("AddStamp")]
public sealed record AddStamp(
    [property: Id(0)] string Id,
    [property: Id(1)] Sign Sign,
    [property: Id(2)] double X,
    [property: Id(3)] double Y,
    [property: Id(4)] string On) : ClientCommand;

// ---- Things of every kind. Commands on many leave out what is gone, locked or somebody else's, and are refused when nothing is left ----

/// <summary>Moves 1 to <see cref="Limits.ThingsPerCommand"/> things at once. A group takes its ideas along, a frame what lies in it, a thing its stamps,
/// by the same distance; what is named itself goes where it is told.</summary>
[GenerateSerializer, Immutable, Alias("MoveThings")]
public sealed record MoveThings([property: Id(0)] Move[] Moves) : ClientCommand;

/// <summary>Gives a group, frame, note or image another place and size; what lies in it stays where it is.</summary>
[GenerateSerializer, Immutable, Alias("ResizeThing")]
public sealed record ResizeThing(
    [property: Id(0)] string Id,
    [property: Id(1)] double X,
    [property: Id(2)] double Y,
    [property: Id(3)] double Width,
    [property: Id(4)] double Height) : ClientCommand;

/// <summary>Puts 1 to <see cref="Limits.ThingsPerCommand"/> things at other places in the order (drawing order on the canvas, reading order in a list):
/// any finite numbers; ties are broken by id.</summary>
[GenerateSerializer, Immutable, Alias("ReorderThings")]
public sealed record ReorderThings([property: Id(0)] Rank[] Ranks) : ClientCommand;

/// <summary>Locks 1 to <see cref="Limits.ThingsPerCommand"/> things, or unlocks them. One's own things get one's own lock; a host locks anything, also for hosts alone.</summary>
[GenerateSerializer, Immutable, Alias("LockThings")]
public sealed record LockThings([property: Id(0)] string[] Ids, [property: Id(1)] LockMode Lock) : ClientCommand;

/// <summary>Writes the words of a thing: the title of a group or frame, the text of a note, the label of a connector, the description of an image.</summary>
[GenerateSerializer, Immutable, Alias("WriteThing")]
public sealed record WriteThing([property: Id(0)] string Id, [property: Id(1)] string Text) : ClientCommand;

/// <summary>Removes 1 to <see cref="Limits.ThingsPerCommand"/> things to the bin, with the connectors and stamps at them. An idea's comments, reactions and votes go with it (the dots back
/// to their owners); the ideas of a group stay, ungrouped. Ideas, notes, images and stamps are removed by whoever added them, or a host.</summary>
[GenerateSerializer, Immutable, Alias("RemoveThings")]
public sealed record RemoveThings([property: Id(0)] string[] Ids) : ClientCommand;

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

/// <summary>Puts 1 to <see cref="Limits.ThingsPerCommand"/> people into a segment (customers, colleagues, …; at most <see cref="Limits.SegmentLength"/> characters, without space around), or with an empty one out of theirs.
/// Who is not on the board is left out. Hosts only; refused with <see cref="RefusalCode.NotInPhase"/> while a step hides what people add.</summary>
[GenerateSerializer, Immutable, Alias("AssignSegment")]
public sealed record AssignSegment([property: Id(0)] string[] People, [property: Id(1)] string Segment) : ClientCommand;

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

/// <summary>Brings something back from the bin: a thing with its stamps and the connectors whose other end is there; an idea also with its comments, to its group if that is
/// still there, and with its dots and reactions as far as their owners' budgets allow. Contributors restore what they removed, hosts everything.</summary>
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

/// <summary>Lets a person in by an invite's secret (its SHA-256 in lower-case hex) or, where <c>SecretHash</c> is empty, by the join code, as contributor; or has them wait at the door.
/// A person already in keeps the better of both roles.</summary>
[GenerateSerializer, Immutable, Alias("EnterBoard")]
public sealed record EnterBoard(
    [property: Id(0)] string SecretHash,
    [property: Id(1)] string Name,
    [property: Id(2)] Colour Colour,
    [property: Id(3)] string Segment) : BoardCommand
{
    /// <summary>The sealed passcode that the person was found to know; empty for none. Comparing it with the board's own takes no slow hash.</summary>
    [Id(4)] public string Passcode { get; init; } = "";
}

/// <summary>Makes an invite. <c>ExpiresAt</c> in Unix milliseconds, 0 for never; <c>MaxUses</c> 0 for any number. With <c>Embed</c> pages of other sites may show the board by it: that is for
/// observers, any number of them. Who comes in by it is in <c>Segment</c>, where it names one. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("MakeInvite")]
public sealed record MakeInvite(
    [property: Id(0)] string Id,
    [property: Id(1)] string SecretHash,
    [property: Id(2)] Role Role,
    [property: Id(3)] long ExpiresAt,
    [property: Id(4)] int MaxUses,
    [property: Id(5)] bool Embed = false,
    [property: Id(6)] string Segment = "") : BoardCommand;

/// <summary>Revokes an invite. Who came in by it, and has nothing else to be here by, is removed; their connections close. Hosts only.</summary>
[GenerateSerializer, Immutable, Alias("RevokeInvite")]
public sealed record RevokeInvite([property: Id(0)] string Id) : BoardCommand;

/// <summary>Makes an uploaded file known to the board. Given again it changes nothing. Contributors.</summary>
/// <param name="Hash">SHA-256 of the content, lower-case hex: the file's id.</param>
/// <param name="Format">What the content is, as the server found.</param>
/// <param name="Name">What it was called where it came from.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Width">A picture's width in pixels, as its browser read it; 0 for what is no picture.</param>
/// <param name="Height">A picture's height in pixels; 0 for what is no picture.</param>
[GenerateSerializer, Immutable, Alias("AttachFile")]
public sealed record AttachFile(
    [property: Id(0)] string Hash,
    [property: Id(1)] FileType Format,
    [property: Id(2)] string Name,
    [property: Id(3)] long Bytes,
    [property: Id(4)] int Width,
    [property: Id(5)] int Height) : BoardCommand;

/// <summary>Begins to bring the board back to what it was at version <c>Seq</c>: makes a restore point of what is now, with the id <c>Point</c>. Hosts only.
/// What follows is <c>IBoardGrain.BringBack</c>'s.</summary>
[GenerateSerializer, Immutable, Alias("BringBack")]
public sealed record BringBack([property: Id(0)] string Point, [property: Id(1)] long Seq) : BoardCommand;

/// <summary>Takes over 1 to <see cref="Limits.ThingsPerCommand"/> deeds of people elsewhere, in their order: all or none. For the owner of a board that no browser has changed yet.</summary>
[GenerateSerializer, Immutable, Alias("TakeOver")]
public sealed record TakeOver([property: Id(0)] Deed[] Deeds) : BoardCommand;

/// <summary>What somebody did.</summary>
/// <param name="Actor">Who, by an id that is theirs on this board alone; somebody who had left where no <see cref="BeKnown"/> made them known.</param>
/// <param name="At">When, Unix milliseconds; 0 where that is not known.</param>
/// <param name="Command">A <see cref="BeKnown"/> or what a browser may order, but for votes and reactions: those are given in person.</param>
[GenerateSerializer, Immutable, Alias("Deed")]
public sealed record Deed([property: Id(0)] string Actor, [property: Id(1)] long At, [property: Id(2)] BoardCommand Command);

/// <summary>Part of <see cref="TakeOver"/> alone: makes a person known by name, whose deeds follow. Any role but owner; it lets nobody in.</summary>
[GenerateSerializer, Immutable, Alias("BeKnown")]
public sealed record BeKnown(
    [property: Id(0)] string Name,
    [property: Id(1)] Colour Colour,
    [property: Id(2)] Role Role,
    [property: Id(3)] string Segment) : BoardCommand;
