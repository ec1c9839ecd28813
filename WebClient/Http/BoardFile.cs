using CoCreate.Boards;

namespace CoCreate.Web.Http;

/// <summary>A board as a file (docs/BOARD-FILE.md): the records that its writer saw, as the wire has them. Dots and reactions are told as sums and taken over by nobody.</summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="Version">Which version of the format; this server reads <see cref="FormatVersion"/>.</param>
/// <param name="People">Everybody who is named in the other records.</param>
/// <param name="VoteBudget">How many dots each person has; the usual number where it is not said.</param>
internal sealed record BoardFile(
    string Format,
    int Version,
    PersonRecord[] People,
    IdeaRecord[] Ideas,
    GroupRecord[] Groups,
    ConnectorRecord[] Connectors,
    FrameRecord[] Frames,
    NoteRecord[] Notes,
    ImageRecord[] Images,
    StampRecord[] Stamps,
    CommentRecord[] Comments,
    int? VoteBudget = null)
{
    /// <summary>The format's name.</summary>
    public const string FormatName = "cocreate-board";

    /// <summary>The version that this server writes and reads.</summary>
    public const int FormatVersion = 1;
}
