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

/// <summary>An idea: a card on the canvas.</summary>
public sealed record IdeaRecord : BoardRecord
{
    /// <summary>The idea in one line; may be empty while it is being typed.</summary>
    public required string Title { get; init; }
    /// <summary>More about it; may be empty.</summary>
    public required string Body { get; init; }
    /// <summary>Colour of the card.</summary>
    public required Colour Colour { get; init; }
    /// <summary>Left edge, in board units.</summary>
    public required double X { get; init; }
    /// <summary>Top edge, in board units.</summary>
    public required double Y { get; init; }
    /// <summary>Drawing and reading order, ascending; ties are broken by id.</summary>
    public required double Order { get; init; }
    /// <summary>Id of the group it is in, or empty.</summary>
    public required string Group { get; init; }
    /// <summary>Participant id of who added it.</summary>
    public required string Author { get; init; }
    /// <summary>When it was added, Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }
    /// <summary>Dots it has from everybody.</summary>
    public required int Votes { get; init; }
    /// <summary>How many people gave each reaction; reactions that nobody gave are not in the map.</summary>
    public required IReadOnlyDictionary<Reaction, int> Reactions { get; init; }
}

/// <summary>A titled box that ideas can belong to.</summary>
public sealed record GroupRecord : BoardRecord
{
    /// <summary>The theme; may be empty.</summary>
    public required string Title { get; init; }
    /// <summary>Left edge, in board units.</summary>
    public required double X { get; init; }
    /// <summary>Top edge, in board units.</summary>
    public required double Y { get; init; }
    /// <summary>Width, in board units.</summary>
    public required double Width { get; init; }
    /// <summary>Height, in board units.</summary>
    public required double Height { get; init; }
}

/// <summary>An arrow between two ideas.</summary>
public sealed record ConnectorRecord : BoardRecord
{
    /// <summary>Idea it starts at.</summary>
    public required string From { get; init; }
    /// <summary>Idea it points to.</summary>
    public required string To { get; init; }
    /// <summary>Text on it; may be empty.</summary>
    public required string Label { get; init; }
}

/// <summary>Something said about an idea.</summary>
public sealed record CommentRecord : BoardRecord
{
    /// <summary>The idea it is about.</summary>
    public required string Idea { get; init; }
    /// <summary>Participant id of who said it.</summary>
    public required string Author { get; init; }
    /// <summary>What was said.</summary>
    public required string Text { get; init; }
    /// <summary>When, Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }
    /// <summary>Whether the author changed it afterwards.</summary>
    public required bool Edited { get; init; }
}

/// <summary>The viewer's own dots and reactions on one idea; the record's id is the idea's. It exists only while there are any.</summary>
public sealed record MineRecord : BoardRecord
{
    /// <summary>The viewer's own dots on the idea.</summary>
    public required int Votes { get; init; }
    /// <summary>The viewer's own reactions, in ascending order.</summary>
    public required IReadOnlyList<Reaction> Reactions { get; init; }
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
}
