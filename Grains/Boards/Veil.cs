using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>What was added while a step hides it from somebody, until it is revealed. Immutable. Who sees it is <see cref="Sight"/>'s to say.</summary>
public sealed record Veil
{
    /// <summary>Nothing is hidden.</summary>
    public static Veil None { get; } = new();

    /// <summary>Hidden things by id. Connectors, stamps on things, and comments are not among them: they are seen by who sees what they hang on.</summary>
    public ImmutableDictionary<string, Veiled> Things { get; init; } = ImmutableDictionary<string, Veiled>.Empty;

    /// <summary>Hidden uploads: by participant, then by the SHA-256 of their content.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<string, FileRecord>> Files { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, FileRecord>>.Empty;

    /// <summary>The upload of somebody, or null.</summary>
    public FileRecord? FileOf(string participant, string hash) => Files.GetValueOrDefault(participant)?.GetValueOrDefault(hash);
}

/// <summary>Why a thing is not seen by everybody.</summary>
/// <param name="Author">Who added it.</param>
/// <param name="Segment">Their segment when they did.</param>
/// <param name="Sheet">Id of the brainwriting sheet that it is on, or empty.</param>
public sealed record Veiled(string Author, string Segment, string Sheet);

/// <summary>Who added what in steps with sealed authorship. It is in no record: browsers are told of their own ideas alone.</summary>
public sealed record SealedAuthors
{
    /// <summary>Nothing was added in such a step.</summary>
    public static SealedAuthors None { get; } = new();

    /// <summary>Participants by the thing's id.</summary>
    public ImmutableDictionary<string, string> Things { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Participants by the comment's id.</summary>
    public ImmutableDictionary<string, string> Comments { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Participants by the file's hash.</summary>
    public ImmutableDictionary<string, string> Files { get; init; } = ImmutableDictionary<string, string>.Empty;
}
