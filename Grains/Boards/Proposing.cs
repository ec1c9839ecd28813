using CoCreate.Grouping;

namespace CoCreate.Boards;

/// <summary>What proposals of groups are made of. Pure.</summary>
internal static class Proposing
{
    /// <summary>Whether an idea may be put into a group by a proposal: everybody sees it, and it is in none.</summary>
    public static bool IsGroupable(Board board, string id) => board.Ideas.TryGetValue(id, out var idea) && idea.Record.Group.Length == 0 && Sight.Of(board, idea.Record).IsEveryone;

    /// <summary>The ideas that may.</summary>
    public static IEnumerable<IdeaRecord> Groupable(Board board) => board.Ideas.Keys.Where(id => IsGroupable(board, id)).Select(id => board.Ideas[id].Record);

    /// <summary>The clusters of a board's ideas, and how many ideas were looked at. It takes up to seconds: never on a board's own turn.</summary>
    public static (int Ideas, ProposedCluster[] Clusters) Compute(Board board)
    {
        List<GroupingText> texts = [.. Groupable(board).Select(idea => new GroupingText(idea.Id, $"{idea.Title}\n{idea.Body}"))];
        var groups = GroupFinder.Find(texts);
        return (texts.Count, [.. groups.Select((group, at) => new ProposedCluster($"cluster-{at + 1:d4}", Short(group.Title), group.Ids, "", Left: false))]);
    }

    /// <summary>The boxes of what a new group must not cover: everything that everybody sees but the ideas that move into it.</summary>
    public static IEnumerable<(double X, double Y, double Width, double Height)> Obstacles(Board board, IdeaRecord[] moving)
    {
        var ids = moving.Select(idea => idea.Id).ToHashSet(StringComparer.Ordinal);
        return board.Ideas.Values.Where(idea => !ids.Contains(idea.Record.Id)).Select(idea => (PlacedRecord)idea.Record)
            .Concat(board.Groups.Values.Select(group => group.Record))
            .Concat(board.Frames.Values).Concat(board.Notes.Values).Concat(board.Images.Values)
            .Where(thing => Sight.Of(board, thing).IsEveryone)
            .Select(Things.BoxOf);
    }

    private static string Short(string title) => title.Length <= Limits.TitleLength ? title : title[..Limits.TitleLength];
}
