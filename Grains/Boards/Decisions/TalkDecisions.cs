namespace CoCreate.Boards;

internal static class TalkDecisions
{
    public static Decision Comment(Board board, AddComment command)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.Words(command.Text, Limits.CommentLength)
            ?? Check.Idea(board, command.Idea)
            ?? Check.When(board.Comments.ContainsKey(command.Id) || board.Bin.Find(isComment: true, command.Id) is not null, RefusalCode.Exists)
            ?? Check.When(board.Comments.Count >= Limits.CommentsPerBoard, RefusalCode.TooMany)
            ?? Check.When(board.Ideas[command.Idea].Comments.Count >= Limits.CommentsPerIdea, RefusalCode.TooMany);
        return refusal is not null ? refusal.Value : new CommentAdded(command.Id, command.Idea, command.Text);
    }

    public static Decision Edit(Board board, Member actor, EditComment command)
    {
        if ((Find(board, command.Id) ?? Check.Words(command.Text, Limits.CommentLength)) is { } refusal)
        {
            return refusal;
        }

        // Nobody puts words into another's mouth, hosts included.
        return IsAuthor(board, actor, command.Id) ? new CommentEdited(command.Id, command.Text) : RefusalCode.NotAllowed;
    }

    public static Decision Remove(Board board, Member actor, RemoveComment command)
    {
        if (Find(board, command.Id) is { } refusal)
        {
            return refusal;
        }

        return IsAuthor(board, actor, command.Id) || actor.IsHost ? new CommentRemoved(command.Id) : RefusalCode.NotAllowed;
    }

    public static Decision React(Board board, AddReaction command) =>
        (Check.Idea(board, command.Idea) ?? Check.Defined(command.Reaction)) is { } refusal
            ? refusal
            : new ReactionAdded(command.Idea, command.Reaction);

    public static Decision Unreact(Board board, Member actor, WithdrawReaction command)
    {
        if ((Check.Idea(board, command.Idea) ?? Check.Defined(command.Reaction)) is { } refusal)
        {
            return refusal;
        }

        var ballot = board.Ideas[command.Idea].Ballots.GetValueOrDefault(actor.Record.Id, Ballot.None);
        return ballot.Reactions.Contains(command.Reaction) ? new ReactionWithdrawn(command.Idea, command.Reaction) : RefusalCode.NotFound;
    }

    private static RefusalCode? Find(Board board, string? id) =>
        id is not null && board.Comments.ContainsKey(id) ? null : RefusalCode.NotFound;

    private static bool IsAuthor(Board board, Member actor, string comment) => Authorship.Owns(board, actor, board.Comments[comment]);
}
