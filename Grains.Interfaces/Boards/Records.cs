using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>A plain record as browsers hold it, addressed by kind and id. A closed set; the names below are on the wire.</summary>
/// <remarks>No field is ever absent or null: none is said by an empty text, 0 or an empty map. So a patch is simply the fields that changed.</remarks>
public abstract record BoardRecord
{
    /// <summary>Unique within its kind.</summary>
    public required string Id { get; init; }
}

/// <summary>Kinds of records.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordKind>))]
public enum RecordKind
{
    /// <summary><see cref="BoardSettingsRecord"/>; one, with the id "board".</summary>
    [JsonStringEnumMemberName("board")] Board = 0,
    /// <summary><see cref="PersonRecord"/>.</summary>
    [JsonStringEnumMemberName("person")] Person = 1,
    /// <summary><see cref="IdeaRecord"/>.</summary>
    [JsonStringEnumMemberName("idea")] Idea = 2,
    /// <summary><see cref="GroupRecord"/>.</summary>
    [JsonStringEnumMemberName("group")] Group = 3,
    /// <summary><see cref="ConnectorRecord"/>.</summary>
    [JsonStringEnumMemberName("connector")] Connector = 4,
    /// <summary><see cref="CommentRecord"/>.</summary>
    [JsonStringEnumMemberName("comment")] Comment = 5,
    /// <summary><see cref="MineRecord"/>; each person sees only their own.</summary>
    [JsonStringEnumMemberName("mine")] Mine = 6,
    /// <summary><see cref="InviteRecord"/>; hosts only.</summary>
    [JsonStringEnumMemberName("invite")] Invite = 7,
    /// <summary><see cref="FrameRecord"/>.</summary>
    [JsonStringEnumMemberName("frame")] Frame = 8,
    /// <summary><see cref="NoteRecord"/>.</summary>
    [JsonStringEnumMemberName("note")] Note = 9,
    /// <summary><see cref="ImageRecord"/>.</summary>
    [JsonStringEnumMemberName("image")] Image = 10,
    /// <summary><see cref="StampRecord"/>.</summary>
    [JsonStringEnumMemberName("stamp")] Stamp = 11,
    /// <summary><see cref="FileRecord"/>.</summary>
    [JsonStringEnumMemberName("file")] File = 12,
    /// <summary><see cref="AgendaRecord"/>; at most one, with the id "agenda".</summary>
    [JsonStringEnumMemberName("agenda")] Agenda = 13,
    /// <summary><see cref="PhaseRecord"/>; at most one, with the id "phase".</summary>
    [JsonStringEnumMemberName("phase")] Phase = 14,
    /// <summary><see cref="ReadyRecord"/>.</summary>
    [JsonStringEnumMemberName("ready")] Ready = 15,
    /// <summary><see cref="SeatRecord"/>; at most one, with the id "seat", of the viewer's own.</summary>
    [JsonStringEnumMemberName("seat")] Seat = 16,
    /// <summary><see cref="TimeRequestRecord"/>; hosts only.</summary>
    [JsonStringEnumMemberName("timeRequest")] TimeRequest = 17,
    /// <summary><see cref="ProposalRecord"/>.</summary>
    [JsonStringEnumMemberName("proposal")] Proposal = 30,
    /// <summary><see cref="DoorRecord"/>; one, with the id "door"; hosts only.</summary>
    [JsonStringEnumMemberName("door")] Door = 20,
    /// <summary><see cref="KnockRecord"/>; hosts only.</summary>
    [JsonStringEnumMemberName("knock")] Knock = 21,
    /// <summary><see cref="BannedRecord"/>; hosts only.</summary>
    [JsonStringEnumMemberName("banned")] Banned = 22,
    /// <summary><see cref="VoteRecord"/>.</summary>
    [JsonStringEnumMemberName("vote")] Vote = 40,
    /// <summary><see cref="BallotRecord"/>; each person sees only their own.</summary>
    [JsonStringEnumMemberName("ballot")] Ballot = 41,
}

/// <summary>The board's settings; the record's id is "board".</summary>
public sealed record BoardSettingsRecord : BoardRecord
{
    /// <summary>The board's title.</summary>
    public required string Title { get; init; }
    /// <summary>What is asked; may be empty.</summary>
    public required string Brief { get; init; }
    /// <summary>Whether contributors may edit.</summary>
    public required SessionStatus Status { get; init; }
    /// <summary>Dots that each person has.</summary>
    public required int VoteBudget { get; init; }
    /// <summary>The code that lets others join.</summary>
    public required string JoinCode { get; init; }
    /// <summary>When the board was made, Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }
    /// <summary>What is expected of people here; may be empty.</summary>
    public required string Policy { get; init; }
    /// <summary>Whether what people who are not hosts write and bring waits until a host approves it.</summary>
    public required bool Approval { get; init; }
}

/// <summary>Somebody who entered this board. Whether they are here now is presence, not part of the record.</summary>
public sealed record PersonRecord : BoardRecord
{
    /// <summary>Their name on this board.</summary>
    public required string Name { get; init; }
    /// <summary>Their colour on this board.</summary>
    public required Colour Colour { get; init; }
    /// <summary>What they may do.</summary>
    public required Role Role { get; init; }
    /// <summary>Customer, employee, …; may be empty.</summary>
    public required string Segment { get; init; }
}

/// <summary>What people put on the canvas. Its id is unique among all things of the board, whatever their kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "thing")]
[JsonDerivedType(typeof(IdeaRecord), "idea")]
[JsonDerivedType(typeof(GroupRecord), "group")]
[JsonDerivedType(typeof(ConnectorRecord), "connector")]
[JsonDerivedType(typeof(FrameRecord), "frame")]
[JsonDerivedType(typeof(NoteRecord), "note")]
[JsonDerivedType(typeof(ImageRecord), "image")]
[JsonDerivedType(typeof(StampRecord), "stamp")]
public abstract record ThingRecord : BoardRecord
{
    /// <summary>Participant id of who added it; empty where authorship is sealed.</summary>
    public required string Author { get; init; }
    /// <summary>Drawing and reading order, ascending; ties are broken by id.</summary>
    public required double Order { get; init; }
    /// <summary>Whether it may be changed.</summary>
    public required LockMode Lock { get; init; }
    /// <summary>Participant id of who locked it; empty while it is not locked.</summary>
    public required string LockedBy { get; init; }
    /// <summary>Whether hosts hold it back; then its author and they alone see it. Of a group its title alone is held: others see the group without.</summary>
    public Holding Held { get; init; }
    /// <summary>Why it is hidden, for its author to read; empty while it is not.</summary>
    public string HeldReason { get; init; } = "";
}

/// <summary>A thing that has a place.</summary>
public abstract record PlacedRecord : ThingRecord
{
    /// <summary>Left edge (a stamp: middle), in board units.</summary>
    public required double X { get; init; }
    /// <summary>Top edge (a stamp: middle), in board units.</summary>
    public required double Y { get; init; }
}

/// <summary>A thing that has a place and a size.</summary>
public abstract record SizedRecord : PlacedRecord
{
    /// <summary>Width, in board units.</summary>
    public required double Width { get; init; }
    /// <summary>Height, in board units.</summary>
    public required double Height { get; init; }
}

/// <summary>An idea: a card on the canvas.</summary>
public sealed record IdeaRecord : PlacedRecord
{
    /// <summary>The idea in one line; may be empty while it is being typed.</summary>
    public required string Title { get; init; }
    /// <summary>More about it; may be empty.</summary>
    public required string Body { get; init; }
    /// <summary>Colour of the card.</summary>
    public required Colour Colour { get; init; }
    /// <summary>Id of the group it is in, or empty.</summary>
    public required string Group { get; init; }
    /// <summary>When it was added, Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }
    /// <summary>Dots it has from everybody.</summary>
    public required int Votes { get; init; }
    /// <summary>How many people gave each reaction; reactions that nobody gave are not in the map.</summary>
    public required IReadOnlyDictionary<Reaction, int> Reactions { get; init; }
    /// <summary>Its tags, in the order they were given, each once.</summary>
    public required IReadOnlyList<string> Tags { get; init; }
    /// <summary>Id of its picture or file, or empty.</summary>
    public required string File { get; init; }
    /// <summary>What the picture shows, for who does not see it; may be empty.</summary>
    public required string Alt { get; init; }
    /// <summary>Id of the brainwriting sheet that it is on, or empty.</summary>
    public string Sheet { get; init; } = "";
    /// <summary>Whether hosts keep it back as a concept; then they alone see it.</summary>
    public bool Concept { get; init; }
}

/// <summary>A titled box that ideas can belong to.</summary>
public sealed record GroupRecord : SizedRecord
{
    /// <summary>The theme; may be empty.</summary>
    public required string Title { get; init; }
}

/// <summary>An arrow between two things.</summary>
public sealed record ConnectorRecord : ThingRecord
{
    /// <summary>Thing it starts at.</summary>
    public required string From { get; init; }
    /// <summary>Thing it points to.</summary>
    public required string To { get; init; }
    /// <summary>Text on it; may be empty.</summary>
    public required string Label { get; init; }
}

/// <summary>A titled area of the canvas. What lies in it is found by place, not by membership.</summary>
public sealed record FrameRecord : SizedRecord
{
    /// <summary>What the area is for; may be empty.</summary>
    public required string Title { get; init; }
}

/// <summary>Text on the canvas, without a card.</summary>
public sealed record NoteRecord : SizedRecord
{
    /// <summary>The text; may be empty while it is being typed.</summary>
    public required string Text { get; init; }
    /// <summary>How large it is written.</summary>
    public required TextSize Size { get; init; }
}

/// <summary>A picture on the canvas.</summary>
public sealed record ImageRecord : SizedRecord
{
    /// <summary>Id of the file.</summary>
    public required string File { get; init; }
    /// <summary>What it shows, for who does not see it; may be empty.</summary>
    public required string Alt { get; init; }
}

/// <summary>A sign that somebody put down, on the canvas or on a thing.</summary>
public sealed record StampRecord : PlacedRecord
{
    /// <summary>Which sign.</summary>
    public required Sign Sign { get; init; }
    /// <summary>Id of the thing that it is on, or empty.</summary>
    public required string On { get; init; }
}

/// <summary>A file that was uploaded to this board; the record's id is the SHA-256 of its content in lower-case hex.</summary>
public sealed record FileRecord : BoardRecord
{
    /// <summary>What the content is.</summary>
    public required FileType Format { get; init; }
    /// <summary>What it was called where it came from; may be empty.</summary>
    public required string Name { get; init; }
    /// <summary>Its length.</summary>
    public required long Bytes { get; init; }
    /// <summary>A picture's width in pixels; 0 for what is no picture.</summary>
    public required int Width { get; init; }
    /// <summary>A picture's height in pixels; 0 for what is no picture.</summary>
    public required int Height { get; init; }
    /// <summary>Participant id of who uploaded it first; empty where authorship is sealed.</summary>
    public required string Author { get; init; }
    /// <summary>When, Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }
}

/// <summary>Something said about an idea.</summary>
public sealed record CommentRecord : BoardRecord
{
    /// <summary>The idea it is about.</summary>
    public required string Idea { get; init; }
    /// <summary>Participant id of who said it; empty where authorship is sealed.</summary>
    public required string Author { get; init; }
    /// <summary>What was said.</summary>
    public required string Text { get; init; }
    /// <summary>When, Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }
    /// <summary>Whether the author changed it afterwards.</summary>
    public required bool Edited { get; init; }
    /// <summary>Whether hosts hold it back; then its author and they alone see it.</summary>
    public required Holding Held { get; init; }
    /// <summary>Why it is hidden, for its author to read; empty while it is not.</summary>
    public required string HeldReason { get; init; }
}

/// <summary>What of one idea is the viewer's own: dots, reactions, and authorship where that is sealed; the record's id is the idea's. It exists only while there is any of it.</summary>
public sealed record MineRecord : BoardRecord
{
    /// <summary>The viewer's own dots on the idea.</summary>
    public required int Votes { get; init; }
    /// <summary>The viewer's own reactions, in ascending order.</summary>
    public required IReadOnlyList<Reaction> Reactions { get; init; }
    /// <summary>Whether the viewer added the idea, where nobody else is to know who did; false where the idea itself says who.</summary>
    public required bool Author { get; init; }
}

/// <summary>An invite, as hosts see it. Its secret is known only to those it was given to.</summary>
public sealed record InviteRecord : BoardRecord
{
    /// <summary>The role it gives.</summary>
    public required Role Role { get; init; }
    /// <summary>Unix milliseconds; 0 for never.</summary>
    public required long ExpiresAt { get; init; }
    /// <summary>How many may enter by it; 0 for any number.</summary>
    public required int MaxUses { get; init; }
    /// <summary>How many entered by it.</summary>
    public required int Uses { get; init; }
    /// <summary>Whether pages of other sites may show the board by it.</summary>
    public bool Embed { get; init; }
    /// <summary>The segment that people are in who come by it; empty for none.</summary>
    public string Segment { get; init; } = "";
}
