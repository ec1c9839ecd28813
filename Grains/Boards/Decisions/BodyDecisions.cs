using CoCreate.Texts;

namespace CoCreate.Boards;

internal static class BodyDecisions
{
    public static Decision Write(Board board, Member actor, WriteIdeaBody command) =>
        (Check.Idea(board, command.Id) ?? Check.Editable(board, actor, command.Id) ?? Check.Text(command.Body, Limits.BodyLength)) is { } refusal
            ? refusal
            : new IdeaBodyWritten(command.Id, command.Body);

    /// <summary>Maps the change over what its author did not know.</summary>
    public static Decision Change(Board board, Member actor, ChangeIdeaBody command)
    {
        if ((Check.Idea(board, command.Id) ?? Check.Editable(board, actor, command.Id) ?? CheckChange(command)) is { } refusal)
        {
            return refusal;
        }

        // An author who does not know yet that the idea was added is the one who adds it, with the text that it was added with.
        var idea = board.Ideas[command.Id];
        var known = Math.Max(command.Base, idea.Since);
        if (command.Base > board.Seq || known < board.RecentText.From)
        {
            return RefusalCode.Stale;
        }

        var change = command.Changes;
        foreach (var other in board.RecentText.After(known, command.Id))
        {
            if (change.LengthBefore != other.LengthBefore)
            {
                return RefusalCode.OutOfRange;
            }

            change = change.Map(other);
        }

        var body = idea.Record.Body;
        return change.LengthBefore != body.Length || change.SplitsPair(body) ? RefusalCode.OutOfRange
            : change.LengthAfter > Limits.BodyLength ? RefusalCode.TooLong
            : new IdeaBodyChanged(command.Id, change);
    }

    private static RefusalCode? CheckChange(ChangeIdeaBody command) =>
        Check.When(command.Changes is null, RefusalCode.Malformed)
        ?? Check.When(command.Changes!.Pieces > Limits.PiecesPerChange, RefusalCode.TooMany)
        ?? Check.When(command.Base < 0 || command.Changes.LengthBefore > Limits.BodyLength, RefusalCode.OutOfRange)
        ?? Check.When(command.Changes.LengthAfter > Limits.BodyLength, RefusalCode.TooLong);
}
