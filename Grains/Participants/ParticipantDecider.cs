using CoCreate.Boards;

namespace CoCreate.Participants;

/// <summary>Says what an order comes to for a person: a fact, or null where nothing changes. Pure.</summary>
public static class ParticipantDecider
{
    /// <summary>Why this profile is refused, or null when it is fine.</summary>
    public static RefusalCode? Refuse(Profile profile) =>
        string.IsNullOrWhiteSpace(profile.Name) ? RefusalCode.Empty
        : profile.Name.Length > Limits.NameLength ? RefusalCode.TooLong
        : profile.Segment is null || profile.Language is null ? RefusalCode.Malformed
        : profile.Segment.Length > Limits.SegmentLength || profile.Language.Length > Limits.LanguageLength ? RefusalCode.TooLong
        : !Enum.IsDefined(profile.Colour) ? RefusalCode.OutOfRange
        : null;

    /// <summary>The profile is written where it differs.</summary>
    public static ParticipantEvent? ChangeProfile(Participant participant, Profile profile) =>
        participant.Profile == profile ? null : new ProfileWritten(profile.Name, profile.Colour, profile.Language, profile.Segment);

    /// <summary>Joining is noted once, and again when title or role differ.</summary>
    public static ParticipantEvent? Join(Participant participant, string board, string title, Role role, long now)
    {
        var known = participant.Boards.GetValueOrDefault(board)?.Board;
        return known is not null && known.Title == title && known.Role == role ? null : new BoardJoined(board, title, role, known?.JoinedAt ?? now);
    }

    /// <summary>Why one more playbook with this id is refused, or null when there is room.</summary>
    public static RefusalCode? RefuseToKeep(Participant participant, string id) =>
        !participant.Playbooks.ContainsKey(id) && participant.Playbooks.Count >= Limits.PlaybooksPerParticipant ? RefusalCode.TooMany : null;

    /// <summary>A playbook is written where it differs.</summary>
    public static ParticipantEvent? KeepPlaybook(Participant participant, string id, string text) =>
        participant.Playbooks.GetValueOrDefault(id) == text ? null : new PlaybookKept(id, text);

    /// <summary>Totals of a later version, or of another epoch, replace those of an earlier one. Boards that were never joined are not counted.</summary>
    public static ParticipantEvent? Count(Participant participant, string board, long epoch, long seq, Contributions totals)
    {
        if (!participant.Boards.TryGetValue(board, out var known) || known.Board.Contributions == totals || (known.Epoch == epoch && known.Seq >= seq))
        {
            return null;
        }

        return new ContributionsCounted(board, epoch, seq, totals.Ideas, totals.Comments, totals.Votes, totals.Reactions);
    }
}
