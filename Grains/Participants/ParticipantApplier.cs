namespace CoCreate.Participants;

/// <summary>Turns a person's record and a fact into the next record. Pure.</summary>
public static class ParticipantApplier
{
    /// <summary>The record after <paramref name="fact"/>.</summary>
    public static Participant Apply(Participant participant, ParticipantEvent fact) => fact switch
    {
        ProfileWritten e => participant with { Profile = new Profile(e.Name, e.Colour, e.Language, e.Segment) },
        BoardJoined e => Joined(participant, e),
        ContributionsCounted e => Counted(participant, e),
        PlaybookKept e => participant with { Playbooks = participant.Playbooks.SetItem(e.Id, e.Text) },
        PlaybookDropped e => participant with { Playbooks = participant.Playbooks.Remove(e.Id) },
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This event cannot be applied; say what it changes."),
    };

    private static Participant Joined(Participant participant, BoardJoined e)
    {
        var known = participant.Boards.GetValueOrDefault(e.Board);
        var board = new JoinedBoard(e.Board, e.Title, e.Role, e.At, known?.Board.Contributions ?? default);
        var boards = participant.Boards.SetItem(e.Board, new BoardOfMine(board, known?.Epoch ?? 0, known?.Seq ?? 0));
        return participant with
        {
            Boards = boards.Count > Limits.BoardsPerParticipant
                ? boards.Remove(boards.Where(b => b.Key != e.Board).MinBy(b => b.Value.Board.JoinedAt).Key)
                : boards,
        };
    }

    private static Participant Counted(Participant participant, ContributionsCounted e)
    {
        if (!participant.Boards.TryGetValue(e.Board, out var known))
        {
            return participant;
        }

        var board = known.Board with { Contributions = new Contributions(e.Ideas, e.Comments, e.Votes, e.Reactions) };
        return participant with { Boards = participant.Boards.SetItem(e.Board, new BoardOfMine(board, e.Epoch, e.Seq)) };
    }
}
