namespace CoCreate.Boards;

/// <summary>What things say and show: the words and pictures in them that hosts may have to approve. Pure.</summary>
internal static class Wording
{
    /// <summary>Whether a thing says or shows anything of its own. A group without a title and a connector without a label only order the board, and a stamp is a sign from a closed set.</summary>
    public static bool Has(ThingRecord thing) => thing switch
    {
        GroupRecord group => group.Title.Length > 0,
        ConnectorRecord connector => connector.Label.Length > 0,
        StampRecord => false,
        _ => true,
    };

    /// <summary>Whether a thing says or shows something that it did not before. A tag that everyone sees on some idea is no new word.</summary>
    public static bool IsNew(Board before, ThingRecord thing) => (Things.Find(before, thing.Id), thing) switch
    {
        (null, _) => true,
        (IdeaRecord was, IdeaRecord now) => (was.Title, was.Body, was.File, was.Alt) != (now.Title, now.Body, now.File, now.Alt)
            || now.Tags.Any(tag => !was.Tags.Contains(tag) && !IsOpenTag(before, tag)),
        var (was, now) => Of(was!) != Of(now),
    };

    /// <summary>The words that stand on a thing which is no idea; empty where there are none.</summary>
    public static string Of(ThingRecord thing) => thing switch
    {
        GroupRecord r => r.Title,
        FrameRecord r => r.Title,
        NoteRecord r => r.Text,
        ConnectorRecord r => r.Label,
        ImageRecord r => r.Alt,
        _ => "",
    };

    /// <summary>Whether everyone sees this tag on some idea.</summary>
    public static bool IsOpenTag(Board board, string tag) =>
        board.Ideas.Values.Any(idea => idea.Record.Tags.Contains(tag, StringComparer.Ordinal) && Sight.Of(board, idea.Record).IsEveryone);

    /// <summary>A group as it is shown to who may not read its title; what is no group is not shown to them at all.</summary>
    public static BoardRecord Covered(BoardRecord record) =>
        record is GroupRecord { Held: not Holding.None } group ? group with { Title = "", Held = Holding.None, HeldReason = "" } : record;
}
