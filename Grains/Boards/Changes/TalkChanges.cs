namespace CoCreate.Boards;

internal static class TalkChanges
{
    public static Board Commented(Board board, BoardEntry entry, CommentAdded e)
    {
        var record = new CommentRecord
        {
            Id = e.Id,
            Idea = e.Idea,
            Author = entry.Actor,
            Text = e.Text,
            CreatedAt = entry.At,
            Edited = false,
            Held = ModerationChanges.OfNew(board, entry.Actor),
            HeldReason = "",
        };
        return Put(board, record);
    }

    /// <summary>Adds a comment to an idea that is there.</summary>
    public static Board Put(Board board, CommentRecord record)
    {
        var idea = board.Ideas[record.Idea];
        var commented = board with
        {
            Comments = board.Comments.Add(record.Id, record),
            Ideas = board.Ideas.SetItem(record.Idea, idea with { Comments = idea.Comments.Add(record.Id) }),
        };
        return PeopleChanges.Recount(commented, Authorship.Of(board, record), member => member with { Comments = member.Comments + 1 });
    }

    /// <summary>Says it in other words, which wait as new ones would; the same words again are no edit.</summary>
    public static Board Edited(Board board, string actor, CommentEdited e)
    {
        var record = board.Comments[e.Id];
        if (record.Text == e.Text)
        {
            return board;
        }

        var held = record.Held == Holding.None ? ModerationChanges.OfNew(board, actor) : record.Held;
        return board with { Comments = board.Comments.SetItem(e.Id, record with { Text = e.Text, Edited = true, Held = held }) };
    }

    /// <summary>How a comment is hidden: as its idea is.</summary>
    public static Veiled? VeiledOf(Board board, string id) => board.Veil.Things.GetValueOrDefault(board.Comments[id].Idea);

    public static Board Uncommented(Board board, string id)
    {
        var record = board.Comments[id];
        var idea = board.Ideas[record.Idea];
        var uncommented = board with
        {
            Comments = board.Comments.Remove(id),
            Ideas = board.Ideas.SetItem(record.Idea, idea with { Comments = idea.Comments.Remove(id) }),
        };
        return PeopleChanges.Recount(uncommented, Authorship.Of(board, record), member => member with { Comments = member.Comments - 1 });
    }
}
