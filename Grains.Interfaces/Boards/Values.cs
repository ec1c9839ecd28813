using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>The eight colours of cards and people. Each has a letter or pattern cue in the client, so that colour is never the only sign.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Colour>))]
public enum Colour
{
    /// <summary>Yellow; the default of a new idea.</summary>
    [JsonStringEnumMemberName("sun")] Sun = 0,
    /// <summary>Orange.</summary>
    [JsonStringEnumMemberName("peach")] Peach = 1,
    /// <summary>Pink.</summary>
    [JsonStringEnumMemberName("rose")] Rose = 2,
    /// <summary>Violet.</summary>
    [JsonStringEnumMemberName("lilac")] Lilac = 3,
    /// <summary>Blue.</summary>
    [JsonStringEnumMemberName("sky")] Sky = 4,
    /// <summary>Green.</summary>
    [JsonStringEnumMemberName("mint")] Mint = 5,
    /// <summary>Yellow-green.</summary>
    [JsonStringEnumMemberName("lime")] Lime = 6,
    /// <summary>White.</summary>
    [JsonStringEnumMemberName("paper")] Paper = 7,
}

/// <summary>What a person may do on a board. <c>BoardRights</c> is the one table of who may do what; <see cref="Roles.Rank"/> has their order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>Made the board; a host who cannot be removed or demoted.</summary>
    [JsonStringEnumMemberName("owner")] Owner = 0,
    /// <summary>Runs the session: settings, invites, roles, removing anything.</summary>
    [JsonStringEnumMemberName("host")] Host = 1,
    /// <summary>Adds, edits, comments, votes.</summary>
    [JsonStringEnumMemberName("contributor")] Contributor = 2,
    /// <summary>Sees everything that everyone sees and changes nothing.</summary>
    [JsonStringEnumMemberName("observer")] Observer = 3,
    /// <summary>Comments, reacts and votes.</summary>
    [JsonStringEnumMemberName("commenter")] Commenter = 4,
    /// <summary>Votes.</summary>
    [JsonStringEnumMemberName("voter")] Voter = 5,
}

/// <summary>Whether a board takes edits.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionStatus>))]
public enum SessionStatus
{
    /// <summary>Contributors may edit.</summary>
    [JsonStringEnumMemberName("open")] Open = 0,
    /// <summary>Only hosts may change anything.</summary>
    [JsonStringEnumMemberName("closed")] Closed = 1,
}

/// <summary>The reactions that an idea can get. A closed set keeps an idea's record small with any number of people.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reaction>))]
public enum Reaction
{
    /// <summary>❤️ I love it.</summary>
    [JsonStringEnumMemberName("heart")] Heart = 0,
    /// <summary>👍 I agree.</summary>
    [JsonStringEnumMemberName("thumb")] Thumb = 1,
    /// <summary>💡 This gives me an idea.</summary>
    [JsonStringEnumMemberName("bulb")] Bulb = 2,
    /// <summary>🎉 Well done.</summary>
    [JsonStringEnumMemberName("party")] Party = 3,
    /// <summary>🤔 I am not sure.</summary>
    [JsonStringEnumMemberName("think")] Think = 4,
    /// <summary>❓ I do not understand yet.</summary>
    [JsonStringEnumMemberName("question")] Question = 5,
}

/// <summary>Whether a thing may be changed: moved, edited, removed, put in another order. Comments, reactions, votes, stamps and connectors are not held up by a lock.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LockMode>))]
public enum LockMode
{
    /// <summary>By everybody who may edit.</summary>
    [JsonStringEnumMemberName("none")] None = 0,
    /// <summary>By who locked it, and by hosts.</summary>
    [JsonStringEnumMemberName("own")] Own = 1,
    /// <summary>By hosts.</summary>
    [JsonStringEnumMemberName("host")] Host = 2,
}

/// <summary>Whether a contribution is held back by hosts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Holding>))]
public enum Holding
{
    /// <summary>It is not.</summary>
    [JsonStringEnumMemberName("none")] None = 0,
    /// <summary>It waits until a host approves it.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting = 1,
    /// <summary>A host has hidden it.</summary>
    [JsonStringEnumMemberName("hidden")] Hidden = 2,
}

/// <summary>How large a note is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TextSize>))]
public enum TextSize
{
    /// <summary>A remark.</summary>
    [JsonStringEnumMemberName("small")] Small = 0,
    /// <summary>Running text; the default.</summary>
    [JsonStringEnumMemberName("medium")] Medium = 1,
    /// <summary>A heading.</summary>
    [JsonStringEnumMemberName("large")] Large = 2,
    /// <summary>The title of a whole area.</summary>
    [JsonStringEnumMemberName("huge")] Huge = 3,
}

/// <summary>The signs that a stamp can show. A closed set, as for reactions.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sign>))]
public enum Sign
{
    /// <summary>A star: this one.</summary>
    [JsonStringEnumMemberName("star")] Star = 0,
    /// <summary>A tick: done, or right.</summary>
    [JsonStringEnumMemberName("tick")] Tick = 1,
    /// <summary>A cross: not this.</summary>
    [JsonStringEnumMemberName("cross")] Cross = 2,
    /// <summary>A flame: urgent, or hot.</summary>
    [JsonStringEnumMemberName("flame")] Flame = 3,
    /// <summary>A flag: come back to it.</summary>
    [JsonStringEnumMemberName("flag")] Flag = 4,
    /// <summary>An eye: look here.</summary>
    [JsonStringEnumMemberName("eye")] Eye = 5,
}

/// <summary>What an uploaded file is, by its content. A closed set: nothing else is taken.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileType>))]
public enum FileType
{
    /// <summary>PNG picture.</summary>
    [JsonStringEnumMemberName("png")] Png = 0,
    /// <summary>JPEG picture.</summary>
    [JsonStringEnumMemberName("jpeg")] Jpeg = 1,
    /// <summary>WebP picture.</summary>
    [JsonStringEnumMemberName("webp")] Webp = 2,
    /// <summary>GIF picture.</summary>
    [JsonStringEnumMemberName("gif")] Gif = 3,
    /// <summary>PDF document.</summary>
    [JsonStringEnumMemberName("pdf")] Pdf = 4,
    /// <summary>STL model.</summary>
    [JsonStringEnumMemberName("stl")] Stl = 5,
    /// <summary>glTF model as JSON.</summary>
    [JsonStringEnumMemberName("gltf")] Gltf = 6,
    /// <summary>glTF model, binary.</summary>
    [JsonStringEnumMemberName("glb")] Glb = 7,
}

/// <summary>A place on the board, in board units (CSS pixels at 100 % zoom): x to the right, y down.</summary>
[GenerateSerializer, Immutable, Alias("place")]
public readonly record struct Place([property: Id(0)] double X, [property: Id(1)] double Y);

/// <summary>The top left corner (a stamp: the middle) that a thing is moved to.</summary>
[GenerateSerializer, Immutable, Alias("move")]
public readonly record struct Move([property: Id(0)] string Id, [property: Id(1)] double X, [property: Id(2)] double Y);

/// <summary>The place in the order that a thing gets.</summary>
[GenerateSerializer, Immutable, Alias("rank")]
public readonly record struct Rank([property: Id(0)] string Id, [property: Id(1)] double Order);
