namespace CoCreate.Boards;

/// <summary>Whose a thing or a comment is. Where authorship is sealed no record says it, and nobody acts as its author once the step is over: what only its author may do
/// would say who that is.</summary>
internal static class Authorship
{
    /// <summary>Who added a thing; empty when that is not known.</summary>
    public static string Of(Board board, ThingRecord thing) => thing.Author.Length > 0 ? thing.Author : board.Sealed.Things.GetValueOrDefault(thing.Id, "");

    /// <summary>Who said it; empty when that is not known.</summary>
    public static string Of(Board board, CommentRecord comment) => comment.Author.Length > 0 ? comment.Author : board.Sealed.Comments.GetValueOrDefault(comment.Id, "");

    /// <summary>Whether somebody may do with a thing what its author may.</summary>
    public static bool Owns(Board board, Member actor, ThingRecord thing) =>
        thing.Author.Length > 0 ? thing.Author == actor.Record.Id : board.Agenda.IsMuted && Of(board, thing) == actor.Record.Id;

    /// <summary>Whether somebody may do with a comment what its author may.</summary>
    public static bool Owns(Board board, Member actor, CommentRecord comment) =>
        comment.Author.Length > 0 ? comment.Author == actor.Record.Id : board.Agenda.IsMuted && Of(board, comment) == actor.Record.Id;
}
