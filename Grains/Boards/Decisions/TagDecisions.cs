namespace CoCreate.Boards;

internal static class TagDecisions
{
    public static Decision Tag(Board board, Member actor, TagIdeas command)
    {
        if ((Check.Some(command.Ideas) ?? Check.Words(command.Tag, Limits.TagLength) ?? Check.Unless(command.Tag == command.Tag.Trim(), RefusalCode.Malformed)) is { } refusal)
        {
            return refusal;
        }

        var ideas = Open(board, actor, command.Ideas, out var why);
        if (ideas.Count == 0)
        {
            return why;
        }

        var without = ideas.Where(idea => !idea.Tags.Contains(command.Tag)).ToList();
        if (without.Count == 0)
        {
            // All have it: a fact without ideas, because a browser's command that leaves no trace would never count as decided.
            return new IdeasTagged([], command.Tag);
        }

        string[] taking = [.. without.Where(idea => idea.Tags.Count < Limits.TagsPerIdea).Select(idea => idea.Id)];
        return taking.Length == 0 || !HasRoom(board, command.Tag) ? RefusalCode.TooMany : new IdeasTagged(taking, command.Tag);
    }

    public static Decision Untag(Board board, Member actor, UntagIdeas command)
    {
        if ((Check.Some(command.Ideas) ?? Check.Words(command.Tag, Limits.TagLength)) is { } refusal)
        {
            return refusal;
        }

        var ideas = Open(board, actor, command.Ideas, out var why);
        string[] tagged = [.. ideas.Where(idea => idea.Tags.Contains(command.Tag)).Select(idea => idea.Id)];
        return tagged.Length == 0 ? why : new IdeasUntagged(tagged, command.Tag);
    }

    private static List<IdeaRecord> Open(Board board, Member actor, string[] ids, out RefusalCode why)
    {
        var there = ids.Where(id => Check.Idea(board, id) is null).Distinct().Select(id => board.Ideas[id].Record).ToList();
        var open = there.Where(idea => Things.MayChange(actor, idea)).ToList();
        why = open.Count < there.Count ? RefusalCode.Locked : RefusalCode.NotFound;
        return open;
    }

    private static bool HasRoom(Board board, string tag)
    {
        var tags = board.Ideas.Values.SelectMany(idea => idea.Record.Tags).ToHashSet(StringComparer.Ordinal);
        return tags.Count < Limits.TagsPerBoard || tags.Contains(tag);
    }
}
