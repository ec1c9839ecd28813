using System.Text.Json.Serialization;
using CoCreate.Texts;

namespace CoCreate.Boards;

/// <summary>A fact about a board, as the journal keeps it for ever. A closed set.</summary>
/// <remarks>The names are stored: never rename or reuse one. A changed event gets a new class and name ("…/2"), and the old one is upcast when read.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BoardCreated), "board-created/1")]
[JsonDerivedType(typeof(BoardRenamed), "board-renamed/1")]
[JsonDerivedType(typeof(BriefWritten), "brief-written/1")]
[JsonDerivedType(typeof(VoteBudgetSet), "vote-budget-set/1")]
[JsonDerivedType(typeof(SessionOpened), "session-opened/1")]
[JsonDerivedType(typeof(SessionClosed), "session-closed/1")]
[JsonDerivedType(typeof(IdeaAdded), "idea-added/1")]
[JsonDerivedType(typeof(IdeaRetitled), "idea-retitled/1")]
[JsonDerivedType(typeof(IdeaBodyWritten), "idea-body-written/1")]
[JsonDerivedType(typeof(IdeaBodyChanged), "idea-body-changed/1")]
[JsonDerivedType(typeof(IdeaRecoloured), "idea-recoloured/1")]
[JsonDerivedType(typeof(IdeaFileAttached), "idea-file-attached/1")]
[JsonDerivedType(typeof(IdeasTagged), "ideas-tagged/1")]
[JsonDerivedType(typeof(IdeasUntagged), "ideas-untagged/1")]
[JsonDerivedType(typeof(GroupAdded), "group-added/1")]
[JsonDerivedType(typeof(IdeasGrouped), "ideas-grouped/1")]
[JsonDerivedType(typeof(IdeasUngrouped), "ideas-ungrouped/1")]
[JsonDerivedType(typeof(ConnectorAdded), "connector-added/1")]
[JsonDerivedType(typeof(ConnectorAttached), "connector-attached/1")]
[JsonDerivedType(typeof(FrameAdded), "frame-added/1")]
[JsonDerivedType(typeof(NoteAdded), "note-added/1")]
[JsonDerivedType(typeof(NoteSized), "note-sized/1")]
[JsonDerivedType(typeof(ImageAdded), "image-added/1")]
[JsonDerivedType(typeof(StampAdded), "stamp-added/1")]
[JsonDerivedType(typeof(ThingsMoved), "things-moved/1")]
[JsonDerivedType(typeof(ThingResized), "thing-resized/1")]
[JsonDerivedType(typeof(ThingsReordered), "things-reordered/1")]
[JsonDerivedType(typeof(ThingsLocked), "things-locked/1")]
[JsonDerivedType(typeof(ThingWritten), "thing-written/1")]
[JsonDerivedType(typeof(ThingsRemoved), "things-removed/1")]
[JsonDerivedType(typeof(FileAttached), "file-attached/1")]
[JsonDerivedType(typeof(CommentAdded), "comment-added/1")]
[JsonDerivedType(typeof(CommentEdited), "comment-edited/1")]
[JsonDerivedType(typeof(CommentRemoved), "comment-removed/1")]
[JsonDerivedType(typeof(ReactionAdded), "reaction-added/1")]
[JsonDerivedType(typeof(ReactionWithdrawn), "reaction-withdrawn/1")]
[JsonDerivedType(typeof(VoteCast), "vote-cast/1")]
[JsonDerivedType(typeof(VoteWithdrawn), "vote-withdrawn/1")]
[JsonDerivedType(typeof(ParticipantEntered), "participant-entered/1")]
[JsonDerivedType(typeof(ProfileChanged), "profile-changed/1")]
[JsonDerivedType(typeof(RoleAssigned), "role-assigned/1")]
[JsonDerivedType(typeof(SegmentAssigned), "segment-assigned/1")]
[JsonDerivedType(typeof(ParticipantRemoved), "participant-removed/1")]
[JsonDerivedType(typeof(InviteMade), "invite-made/1")]
[JsonDerivedType(typeof(InviteRevoked), "invite-revoked/1")]
[JsonDerivedType(typeof(RecordRestored), "record-restored/1")]
[JsonDerivedType(typeof(BinEmptied), "bin-emptied/1")]
[JsonDerivedType(typeof(PointMarked), "point-marked/1")]
[JsonDerivedType(typeof(PointRemoved), "point-removed/1")]
[JsonDerivedType(typeof(BoardBroughtBack), "board-brought-back/1")]
[JsonDerivedType(typeof(AgendaSet), "agenda-set/1")]
[JsonDerivedType(typeof(StepBegun), "step-begun/1")]
[JsonDerivedType(typeof(AgendaEnded), "agenda-ended/1")]
[JsonDerivedType(typeof(HiddenRevealed), "hidden-revealed/1")]
[JsonDerivedType(typeof(TimerSet), "timer-set/1")]
[JsonDerivedType(typeof(TimeGiven), "time-given/1")]
[JsonDerivedType(typeof(TimeAsked), "time-asked/1")]
[JsonDerivedType(typeof(TimeDeclined), "time-declined/1")]
[JsonDerivedType(typeof(RulesChanged), "rules-changed/1")]
[JsonDerivedType(typeof(RulesAccepted), "rules-accepted/1")]
[JsonDerivedType(typeof(ReadySaid), "ready-said/1")]
[JsonDerivedType(typeof(ConceptsKept), "concepts-kept/1")]
[JsonDerivedType(typeof(SheetTaken), "sheet-taken/1")]
[JsonDerivedType(typeof(ProposalBegun), "proposal-begun/1")]
[JsonDerivedType(typeof(GroupsProposed), "groups-proposed/1")]
[JsonDerivedType(typeof(ClusterTaken), "cluster-taken/1")]
[JsonDerivedType(typeof(ClusterLeft), "cluster-left/1")]
[JsonDerivedType(typeof(ProposalDropped), "proposal-dropped/1")]
[JsonDerivedType(typeof(CommandRefused), "command-refused/1")]
[JsonDerivedType(typeof(BoardRestored), "board-restored/1")]
[JsonDerivedType(typeof(TookOver), "took-over/1")]
[JsonDerivedType(typeof(VoteOpened), "vote-opened/1")]
[JsonDerivedType(typeof(VoteClosed), "vote-closed/1")]
[JsonDerivedType(typeof(VoteRemoved), "vote-removed/1")]
[JsonDerivedType(typeof(OptionPriced), "option-priced/1")]
[JsonDerivedType(typeof(OptionsMerged), "options-merged/1")]
[JsonDerivedType(typeof(BallotDealt), "ballot-dealt/1")]
[JsonDerivedType(typeof(OptionMarked), "option-marked/1")]
[JsonDerivedType(typeof(OptionsRanked), "options-ranked/1")]
[JsonDerivedType(typeof(PairCompared), "pair-compared/1")]
[JsonDerivedType(typeof(BallotFinished), "ballot-finished/1")]
[JsonDerivedType(typeof(DoorSet), "door-set/1")]
[JsonDerivedType(typeof(PolicyWritten), "policy-written/1")]
[JsonDerivedType(typeof(ParticipantKnocked), "participant-knocked/1")]
[JsonDerivedType(typeof(ParticipantsAdmitted), "participants-admitted/1")]
[JsonDerivedType(typeof(ParticipantTurnedAway), "participant-turned-away/1")]
[JsonDerivedType(typeof(ParticipantBanned), "participant-banned/1")]
[JsonDerivedType(typeof(ParticipantUnbanned), "participant-unbanned/1")]
[JsonDerivedType(typeof(ApprovalSet), "approval-set/1")]
[JsonDerivedType(typeof(ContributionsApproved), "contributions-approved/1")]
[JsonDerivedType(typeof(ContributionsHidden), "contributions-hidden/1")]
[JsonDerivedType(typeof(ContributionsShown), "contributions-shown/1")]
public abstract record BoardEvent;

/// <summary>The board was made; its maker, the actor, entered as owner.</summary>
public sealed record BoardCreated(string Title, string Brief, string JoinCode, long Epoch, string Name, Colour Colour, string Segment) : BoardEvent;

/// <summary>The board has another title.</summary>
public sealed record BoardRenamed(string Title) : BoardEvent;

/// <summary>The brief was written.</summary>
public sealed record BriefWritten(string Brief) : BoardEvent;

/// <summary>Each person has this many dots.</summary>
public sealed record VoteBudgetSet(int Dots) : BoardEvent;

/// <summary>Contributors may edit.</summary>
public sealed record SessionOpened : BoardEvent;

/// <summary>Only hosts may change anything.</summary>
public sealed record SessionClosed : BoardEvent;

/// <summary>The actor added an idea; <c>Order</c> was the highest at that moment.</summary>
public sealed record IdeaAdded(string Id, string Title, string Body, Colour Colour, double X, double Y, double Order, string Group) : BoardEvent;

/// <summary>An idea has another title.</summary>
public sealed record IdeaRetitled(string Id, string Title) : BoardEvent;

/// <summary>An idea has another body.</summary>
public sealed record IdeaBodyWritten(string Id, string Body) : BoardEvent;

/// <summary>An idea's body was changed; the change is one of the body as it was directly before.</summary>
public sealed record IdeaBodyChanged(string Id, TextChange Changes) : BoardEvent;

/// <summary>An idea has another colour.</summary>
public sealed record IdeaRecoloured(string Id, Colour Colour) : BoardEvent;

/// <summary>An idea has another picture or file, or none (an empty text).</summary>
public sealed record IdeaFileAttached(string Id, string File, string Alt) : BoardEvent;

/// <summary>Ideas have one tag more.</summary>
public sealed record IdeasTagged(string[] Ideas, string Tag) : BoardEvent;

/// <summary>A tag was taken from ideas.</summary>
public sealed record IdeasUntagged(string[] Ideas, string Tag) : BoardEvent;

/// <summary>A group was added.</summary>
public sealed record GroupAdded(string Id, string Title, double X, double Y, double Width, double Height, double Order) : BoardEvent;

/// <summary>Ideas were put into a group.</summary>
public sealed record IdeasGrouped(string Group, string[] Ideas) : BoardEvent;

/// <summary>Ideas were taken out of their groups.</summary>
public sealed record IdeasUngrouped(string[] Ideas) : BoardEvent;

/// <summary>A connector was drawn.</summary>
public sealed record ConnectorAdded(string Id, string From, string To, string Label, double Order) : BoardEvent;

/// <summary>A connector's ends are at other things.</summary>
public sealed record ConnectorAttached(string Id, string From, string To) : BoardEvent;

/// <summary>The actor added a frame.</summary>
public sealed record FrameAdded(string Id, string Title, double X, double Y, double Width, double Height, double Order) : BoardEvent;

/// <summary>The actor wrote text on the canvas.</summary>
public sealed record NoteAdded(string Id, string Text, TextSize Size, double X, double Y, double Width, double Height, double Order) : BoardEvent;

/// <summary>A note's text has another size.</summary>
public sealed record NoteSized(string Id, TextSize Size) : BoardEvent;

/// <summary>The actor put a picture on the canvas.</summary>
public sealed record ImageAdded(string Id, string File, string Alt, double X, double Y, double Width, double Height, double Order) : BoardEvent;

/// <summary>The actor put a stamp on the canvas, or on a thing.</summary>
public sealed record StampAdded(string Id, Sign Sign, double X, double Y, string On, double Order) : BoardEvent;

/// <summary>Things were moved: those that were named, and those that were carried along.</summary>
public sealed record ThingsMoved(Move[] Moves) : BoardEvent;

/// <summary>A thing has another place and size.</summary>
public sealed record ThingResized(string Id, double X, double Y, double Width, double Height) : BoardEvent;

/// <summary>Things have other places in the order.</summary>
public sealed record ThingsReordered(Rank[] Ranks) : BoardEvent;

/// <summary>The actor locked things, or unlocked them.</summary>
public sealed record ThingsLocked(string[] Ids, LockMode Lock) : BoardEvent;

/// <summary>A thing has other words.</summary>
public sealed record ThingWritten(string Id, string Text) : BoardEvent;

/// <summary>Things were removed with the connectors and stamps at them; ideas with their comments, reactions and votes; the ideas of a removed group stay, ungrouped.</summary>
public sealed record ThingsRemoved(string[] Ids) : BoardEvent;

/// <summary>The actor uploaded a file; its id is the SHA-256 of its content.</summary>
public sealed record FileAttached(string Hash, FileType Format, string Name, long Bytes, int Width, int Height) : BoardEvent;

/// <summary>The actor commented on an idea.</summary>
public sealed record CommentAdded(string Id, string Idea, string Text) : BoardEvent;

/// <summary>A comment was changed by its author.</summary>
public sealed record CommentEdited(string Id, string Text) : BoardEvent;

/// <summary>A comment was removed.</summary>
public sealed record CommentRemoved(string Id) : BoardEvent;

/// <summary>The actor reacted to an idea.</summary>
public sealed record ReactionAdded(string Idea, Reaction Reaction) : BoardEvent;

/// <summary>The actor took a reaction back.</summary>
public sealed record ReactionWithdrawn(string Idea, Reaction Reaction) : BoardEvent;

/// <summary>The actor put dots on an idea.</summary>
public sealed record VoteCast(string Idea, int Dots) : BoardEvent;

/// <summary>The actor took dots back from an idea.</summary>
public sealed record VoteWithdrawn(string Idea, int Dots) : BoardEvent;

/// <summary>The actor entered by an invite (its id) or by the join code (empty), or came again with another name, colour, segment or role.</summary>
public sealed record ParticipantEntered(string Invite, string Name, Colour Colour, Role Role, string Segment) : BoardEvent;

/// <summary>The actor has another name or colour on this board.</summary>
public sealed record ProfileChanged(string Name, Colour Colour) : BoardEvent;

/// <summary>A person has another role.</summary>
public sealed record RoleAssigned(string Participant, Role Role) : BoardEvent;

/// <summary>People are in another segment; in none where it is empty.</summary>
public sealed record SegmentAssigned(string[] People, string Segment) : BoardEvent;

/// <summary>A person was removed from the board.</summary>
public sealed record ParticipantRemoved(string Participant) : BoardEvent;

/// <summary>An invite was made; with <paramref name="Embed"/> pages of other sites may show the board by it, and who comes in by it is in <paramref name="Segment"/>.</summary>
public sealed record InviteMade(string Id, string SecretHash, Role Role, long ExpiresAt, int MaxUses, bool Embed = false, string Segment = "") : BoardEvent;

/// <summary>An invite was revoked, and the people who were here by it alone were removed.</summary>
public sealed record InviteRevoked(string Id) : BoardEvent;

/// <summary>Something came back from the bin, with what belongs to it as far as there is a place for it.</summary>
public sealed record RecordRestored(RecordKind Kind, string Id) : BoardEvent;

/// <summary>The bin was emptied for good, up to the item with this number.</summary>
public sealed record BinEmptied(long Through) : BoardEvent;

/// <summary>The board as it then was became a restore point; without a name where it was made by itself.</summary>
public sealed record PointMarked(string Id, string Name) : BoardEvent;

/// <summary>A restore point was forgotten.</summary>
public sealed record PointRemoved(string Id) : BoardEvent;

/// <summary>The board began to be brought back to what it was at a version; the changes that this takes follow as events of their own.</summary>
public sealed record BoardBroughtBack(long Seq) : BoardEvent;

/// <summary>A browser's command was refused. Kept, so that a resent command meets the same refusal after any restart.</summary>
public sealed record CommandRefused(RefusalCode Code) : BoardEvent;

/// <summary>The board was restored from a backup, the server's own order: from here on it has another epoch, so that nobody mixes it with what was lost.</summary>
public sealed record BoardRestored(long Epoch) : BoardEvent;

/// <summary>Something that was done elsewhere earlier was taken over as done by that person then: boards that come from a file are made of these.</summary>
/// <param name="Actor">Who did it, by an id that nobody can come back as.</param>
/// <param name="At">When, Unix milliseconds; 0 where that is not known.</param>
/// <param name="Event">What it came to.</param>
public sealed record TookOver(string Actor, long At, BoardEvent Event) : BoardEvent;

/// <summary>An event with its circumstances: one line of a board's history.</summary>
/// <param name="Seq">Place in the history, from 1, without gaps.</param>
/// <param name="At">When it was decided, Unix milliseconds by the server's clock.</param>
/// <param name="Actor">The participant who ordered it.</param>
/// <param name="Client">The browser session it came from; empty for orders of the server itself.</param>
/// <param name="Number">The command's number in that browser session; 0 for orders of the server itself.</param>
/// <param name="Event">The fact.</param>
public sealed record BoardEntry(long Seq, long At, string Actor, string Client, long Number, BoardEvent Event)
{
    /// <summary>Whether another event came from the same browser command: they are committed and shown together.</summary>
    public bool IsSameCommand(BoardEntry other) => Number > 0 && Number == other.Number && Client == other.Client;
}
