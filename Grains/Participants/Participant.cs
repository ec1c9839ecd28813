using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CoCreate.Boards;

namespace CoCreate.Participants;

/// <summary>A person's record: profile, boards, contributions.</summary>
public sealed record Participant
{
    /// <summary>Somebody nothing is known of.</summary>
    public static Participant Unknown { get; } = new();

    /// <summary>What they say of themselves.</summary>
    public Profile Profile { get; init; } = new("", Colour.Sun, "", "");

    /// <summary>Boards they joined, by id.</summary>
    public ImmutableDictionary<string, BoardOfMine> Boards { get; init; } = ImmutableDictionary<string, BoardOfMine>.Empty;

    /// <summary>Playbooks they wrote or brought along, by id, each in its file format.</summary>
    public ImmutableSortedDictionary<string, string> Playbooks { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

/// <summary>A board that a person joined, with the version of it that their contributions were counted at.</summary>
public sealed record BoardOfMine(JoinedBoard Board, long Epoch, long Seq);

/// <summary>A fact about a person. The names are stored for ever.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ProfileWritten), "profile-written/1")]
[JsonDerivedType(typeof(BoardJoined), "board-joined/1")]
[JsonDerivedType(typeof(ContributionsCounted), "contributions-counted/1")]
[JsonDerivedType(typeof(PlaybookKept), "playbook-kept/1")]
[JsonDerivedType(typeof(PlaybookDropped), "playbook-dropped/1")]
public abstract record ParticipantEvent;

/// <summary>The profile is this from now on.</summary>
public sealed record ProfileWritten(string Name, Colour Colour, string Language, string Segment) : ParticipantEvent;

/// <summary>They entered a board, or its title or their role is another.</summary>
public sealed record BoardJoined(string Board, string Title, Role Role, long At) : ParticipantEvent;

/// <summary>What they contributed to a board up to a version of it.</summary>
public sealed record ContributionsCounted(string Board, long Epoch, long Seq, int Ideas, int Comments, int Votes, int Reactions) : ParticipantEvent;

/// <summary>A playbook is kept, in its file format; one with the same id is replaced.</summary>
public sealed record PlaybookKept(string Id, string Text) : ParticipantEvent;

/// <summary>A playbook is kept no longer.</summary>
public sealed record PlaybookDropped(string Id) : ParticipantEvent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ParticipantEvent))]
internal sealed partial class ParticipantJson : JsonSerializerContext;
