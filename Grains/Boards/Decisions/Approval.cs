namespace CoCreate.Boards;

/// <summary>What people may write while hosts approve everything: their own things, which wait then. What others wrote is changed by hosts alone. New tags count as words; those that everyone sees on some idea
/// do not. What waits is seen by its author and the hosts alone, so that nobody else reaches it; of a group its title waits.</summary>
internal static class Approval
{
    /// <summary>The command as far as it may go, or why it may not.</summary>
    public static (BoardCommand Command, RefusalCode? Refusal) Of(Board board, Member actor, BoardCommand command)
    {
        if (!board.ApprovesAll || actor.IsHost)
        {
            return (command, null);
        }

        return command switch
        {
            RetitleIdea c => (c, Write(board, actor, c.Id, idea => ((IdeaRecord)idea).Title == c.Title)),
            WriteIdeaBody c => (c, Write(board, actor, c.Id, idea => ((IdeaRecord)idea).Body == c.Body)),
            ChangeIdeaBody c => (c, Write(board, actor, c.Id, _ => false)),
            AttachToIdea c => (c, Write(board, actor, c.Id, idea => (((IdeaRecord)idea).File, ((IdeaRecord)idea).Alt) == (c.File, c.Alt))),
            WriteThing c => (c, Write(board, actor, c.Id, thing => Wording.Of(thing) == c.Text)),
            TagIdeas { Ideas: not null, Tag: not null } c when !Wording.IsOpenTag(board, c.Tag) => Tag(board, actor, c),
            _ => (command, null),
        };
    }

    private static RefusalCode? Write(Board board, Member actor, string? id, Func<ThingRecord, bool> isSame) => Things.Find(board, id) is not { } thing ? null
        : Check.Unless(MayWrite(board, actor, thing) || (thing.Held == Holding.None && isSame(thing)), RefusalCode.NeedsHost);

    private static (BoardCommand Command, RefusalCode? Refusal) Tag(Board board, Member actor, TagIdeas command)
    {
        string[] rest = [.. command.Ideas.Where(id => Things.Find(board, id) is not { } thing || MayWrite(board, actor, thing) || (thing is IdeaRecord idea && idea.Tags.Contains(command.Tag)))];
        return rest.Length == 0 && command.Ideas.Length > 0 ? (command, RefusalCode.NeedsHost) : (command with { Ideas = rest }, null);
    }

    /// <summary>Its author. Where authorship is sealed that is nobody once the step is over, but for what waits: nobody else sees what becomes of it.</summary>
    private static bool MayWrite(Board board, Member actor, ThingRecord thing) =>
        thing.Held == Holding.None ? Authorship.Owns(board, actor, thing) : Authorship.Of(board, thing) == actor.Record.Id;
}
