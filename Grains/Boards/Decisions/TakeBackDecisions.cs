namespace CoCreate.Boards;

/// <summary>Undo and redo: each part is an order like any other, with a condition. It is done only where nobody has changed since what the sender left.</summary>
/// <remarks>The condition knows no kinds and no fields: what was left is said as commands, and it still is so when deciding and applying them would change nothing that
/// anybody sees. So a new command can be taken back without a line here.</remarks>
internal static class TakeBackDecisions
{
    public static Decision Decide(Board board, Member actor, TakeBack command, long now)
    {
        if (Problem(command) is { } refusal)
        {
            return refusal;
        }

        var facts = new List<BoardEvent>();
        var reason = RefusalCode.Changed;
        foreach (var part in Together(board, actor.Record.Id, command.Parts, now))
        {
            var tried = Try(board, actor.Record.Id, part.Command, now);
            if (tried.Refusal is { } partRefused)
            {
                reason = partRefused;
            }
            else if (tried.Patches.Count > 0 && IsAsLeft(board, actor.Record.Id, part, tried.Patches, now))
            {
                facts.AddRange(tried.Facts);
                board = tried.After;
            }
        }

        return facts.Count > 0 ? Decision.Of(facts) : reason;
    }

    /// <summary>The parts, with those that put something back to its place made one: each goes where it was, and none is carried along by another that goes too, such as a stamp by the idea that it
    /// is on. What else is carried goes along. Where that cannot be done, they are as they were.</summary>
    private static IEnumerable<TakeBackPart> Together(Board board, string actor, TakeBackPart[] parts, long now)
    {
        var moves = parts.Where(part => part is { Command: MoveThings { Moves: not null }, Hanging: < 0 } && IsAsLeft(board, actor, part, [], now)).ToList();
        if (moves.Count < 2)
        {
            return parts;
        }

        var one = new TakeBackPart(new MoveThings([.. moves.SelectMany(part => ((MoveThings)part.Command).Moves)]), [.. moves.SelectMany(part => part.Left)], -1);
        return Try(board, actor, one.Command, now).Refusal is null
            ? parts.TakeWhile(part => part != moves[0]).Append(one).Concat(parts.SkipWhile(part => part != moves[0]).Except(moves))
            : parts;
    }

    private static RefusalCode? Problem(TakeBack command) => command.Parts switch
    {
        null => RefusalCode.Malformed,
        { Length: 0 } => RefusalCode.Empty,
        { Length: > Limits.PartsPerTakeBack } => RefusalCode.TooMany,
        var parts => parts.Select(Problem).FirstOrDefault(problem => problem is not null),
    };

    /// <summary>Votes are not among what is taken back: a ballot is changed on the ballot.</summary>
    private static RefusalCode? Problem(TakeBackPart? part) =>
        part is null or { Command: null or TakeBack or IVoteCommand } or { Left: null } || Array.Exists(part.Left, left => left is null or TakeBack or IVoteCommand) ? RefusalCode.Malformed
        : part.Left.Length > Limits.LeftPerPart ? RefusalCode.TooMany
        : null;

    private static bool IsAsLeft(Board board, string actor, TakeBackPart part, List<Patch> patches, long now) =>
        (part.Hanging < 0 || part.Hanging == Hanging(board, actor, patches))
        && Array.TrueForAll(part.Left, left => Try(board, actor, left, now) is { Refusal: null, Patches.Count: 0 });

    /// <summary>What goes with the first record: other records that everyone sees, and the dots and reactions of others. A vote only tells that its option is gone.</summary>
    private static int Hanging(Board board, string actor, List<Patch> patches) =>
        patches.Count(p => p.Kind is not (RecordKind.Mine or RecordKind.Phase or RecordKind.Vote or RecordKind.Ballot)) - 1
        + patches.Where(p => p is { Kind: RecordKind.Idea, After: null }).Sum(p => board.Ideas[p.Before!.Id].Ballots
            .Where(b => b.Key != actor)
            .Sum(b => b.Value.Dots + b.Value.Reactions.Count));

    private static Trial Try(Board board, string actor, BoardCommand command, long now)
    {
        if (!board.Members.TryGetValue(actor, out var member))
        {
            // An earlier part was to remove the sender.
            return new Trial(RefusalCode.NotMember, [], board, []);
        }

        var decision = BoardDecider.Decide(board, member, command, now);
        var patches = new List<Patch>();
        foreach (var fact in decision.Events)
        {
            var entry = new BoardEntry(board.Seq + 1, now, actor, "", 0, fact);
            var after = BoardApplier.Apply(board, entry);
            patches.AddRange(BoardView.Patches(board, after, entry).Where(patch => IsFor(member, patch.Audience)));
            board = after;
        }

        return new Trial(decision.Refusal, decision.Events.ToArray(), board, patches);
    }

    /// <summary>What the sender does not see says nothing of what they left.</summary>
    private static bool IsFor(Member member, Audience audience) => audience.Kind switch
    {
        AudienceKind.Everyone => true,
        AudienceKind.Hosts => member.IsHost,
        _ => audience.Participant == member.Record.Id,
    };

    private sealed record Trial(RefusalCode? Refusal, BoardEvent[] Facts, Board After, List<Patch> Patches);
}
