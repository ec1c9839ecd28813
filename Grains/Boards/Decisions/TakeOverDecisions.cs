namespace CoCreate.Boards;

/// <summary>Taking over what people did elsewhere earlier. Each deed is decided as if it were ordered now, one on top of the other; all of them happen or none.</summary>
internal static class TakeOverDecisions
{
    public static Decision TakeOver(Board board, Member actor, TakeOver command, long now)
    {
        // Before anybody works on it: later, what came in could not be told from what was done here.
        var refusal = Check.Unless(actor.Record.Role == Role.Owner, RefusalCode.NotAllowed)
            ?? Check.Unless(board.Clients.IsEmpty, RefusalCode.NotAllowed)
            ?? Check.Some(command.Deeds);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        var next = board;
        var facts = new List<BoardEvent>(command.Deeds.Length);
        foreach (var deed in command.Deeds)
        {
            var decision = Decide(next, deed, now);
            if (decision.Refusal is { } wrong)
            {
                return wrong;
            }

            foreach (var fact in decision.Events)
            {
                var taken = new TookOver(deed.Actor, deed.At, fact);
                next = BoardApplier.Apply(next, new BoardEntry(next.Seq + 1, now, actor.Record.Id, "", 0, taken));
                facts.Add(taken);
            }
        }

        return Decision.Of(facts);
    }

    private static Decision Decide(Board board, Deed? deed, long now)
    {
        if (deed is null)
        {
            return RefusalCode.Malformed;
        }

        if ((Check.Id(deed.Actor) ?? Check.Unless(deed.At >= 0 && deed.At <= now, RefusalCode.OutOfRange)) is { } wrong)
        {
            return wrong;
        }

        return deed.Command switch
        {
            BeKnown known => PeopleDecisions.BeKnown(board, deed.Actor, known),
            ClientCommand command and not (CastVote or AddReaction or IVoteCommand) =>
                BoardDecider.DecideAllowed(board, board.Members.GetValueOrDefault(deed.Actor) ?? Gone(deed.Actor), command, deed.At),
            _ => RefusalCode.NotAllowed,
        };
    }

    /// <summary>Somebody who had left before: their things stay theirs, and nobody is told who they were.</summary>
    private static Member Gone(string participant) =>
        new(new PersonRecord { Id = participant, Name = "", Colour = Colour.Paper, Role = Role.Contributor, Segment = "" }, "", 0, 0, 0, 0, 0);
}
