namespace CoCreate.Boards;

/// <summary>What of people's contributions is shown: approving, hiding with a reason, showing again. On many at once, of things and comments alike; what is gone, or not seen by the host, is left out.</summary>
internal static class ModerationDecisions
{
    public static Decision Approve(Board board, Member actor, Approve command) =>
        Rest(board, actor, command.Ids, held => held == Holding.Waiting, out var refusal) is { Length: > 0 } ids ? new ContributionsApproved(ids) : refusal;

    public static Decision Show(Board board, Member actor, Show command) =>
        Rest(board, actor, command.Ids, held => held == Holding.Hidden, out var refusal) is { Length: > 0 } ids ? new ContributionsShown(ids) : refusal;

    public static Decision Hide(Board board, Member actor, Hide command)
    {
        if (Check.Words(command.Reason, Limits.ReasonLength) is { } wrong)
        {
            return wrong;
        }

        return Rest(board, actor, command.Ids, held => held != Holding.Hidden, out var refusal) is { Length: > 0 } ids ? new ContributionsHidden(ids, command.Reason) : refusal;
    }

    private static string[] Rest(Board board, Member actor, string[]? ids, Func<Holding, bool> wanted, out RefusalCode refusal)
    {
        refusal = Check.Some(ids) ?? RefusalCode.NotFound;
        return refusal == RefusalCode.NotFound ? [.. ids!.Where(id => id is not null).Distinct().Where(id => Is(board, actor, id, wanted))] : [];
    }

    /// <summary>An id may be a thing's and a comment's at once: browsers make them, and one of them may do so on purpose. Then both are meant.</summary>
    private static bool Is(Board board, Member actor, string id, Func<Holding, bool> wanted) =>
        (Things.Find(board, id) is { } thing && wanted(thing.Held) && Sight.Of(board, thing).Sees(board, actor.Record.Id))
        || (board.Comments.TryGetValue(id, out var comment) && wanted(comment.Held) && Sight.Of(board, comment).Sees(board, actor.Record.Id));
}
