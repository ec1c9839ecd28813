namespace CoCreate.Boards;

/// <summary>Reads a board's bin page by page, as far as somebody may see it. Pure.</summary>
internal static class BinReader
{
    private const int PreviewLength = 300;

    /// <summary>The things before number <paramref name="before"/> (0 for the latest) in which all of <paramref name="words"/> are found.</summary>
    public static BinPage Read(Board board, Member viewer, long before, string words)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = board.Bin.Items.Values.Where(item => MaySee(viewer, item)).Select(item => Line(viewer, item)).Where(line => Has(line, wanted)).Reverse().ToList();
        var page = found.Where(line => before == 0 || line.Number < before).Take(Limits.BinPage + 1).ToArray();
        return new BinPage(
            page.Length > Limits.BinPage ? page[..Limits.BinPage] : page,
            page.Length > Limits.BinPage ? page[Limits.BinPage - 1].Number : 0,
            found.Count,
            viewer.IsHost && !board.Agenda.IsMuted ? board.Bin.Next - 1 : 0);
    }

    /// <summary>Whether somebody sees a thing in the bin: hosts all that is no secret, others what they removed themselves.</summary>
    public static bool MaySee(Member viewer, BinItem item) => (viewer.IsHost && !item.IsPrivate) || item.By == viewer.Record.Id;

    /// <summary>Whether hosts hold a comment back from somebody; what it went with shows them no more of it than the board did.</summary>
    public static bool IsHeldFrom(Member viewer, CommentRecord comment) => comment.Held != Holding.None && !viewer.IsHost && comment.Author != viewer.Record.Id;

    /// <summary>As <see cref="IsHeldFrom(Member, CommentRecord)"/>, of a thing, or of a group's title.</summary>
    public static bool IsHeldFrom(Member viewer, ThingRecord thing) => thing.Held != Holding.None && !viewer.IsHost && thing.Author != viewer.Record.Id;

    private static bool Has(BinLine line, string[] words) => Array.TrueForAll(
        words,
        word => line.Title.Contains(word, StringComparison.OrdinalIgnoreCase) || line.Text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static BinLine Line(Member viewer, BinItem item)
    {
        var line = new BinLine(item.Number, item.At, item.By, item.What.Kind, item.What.Id, "", "", Colour.Paper, "", [], item.What.Records - 1
            - item.What.Comments.Count(comment => IsHeldFrom(viewer, comment)) - item.What.Hanging.Count(thing => IsHeldFrom(viewer, thing)));
        return item.What switch
        {
            { Comment: { } r } => line with { Title = Beginning(r.Text), Author = r.Author, About = [r.Idea] },
            { Thing: IdeaRecord r } => line with { Title = r.Title, Text = Beginning(r.Body), Colour = r.Colour, Author = r.Author },
            { Thing: ConnectorRecord r } => line with { Title = r.Label, Author = r.Author, About = [r.From, r.To] },
            { Thing: { } thing } => line with { Title = IsHeldFrom(viewer, thing) ? "" : Beginning(Wording.Of(thing)), Author = thing.Author },
            _ => line,
        };
    }

    private static string Beginning(string text) => text.Length <= PreviewLength ? text : text[..PreviewLength];
}
