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
        };
        var idea = board.Ideas[e.Idea];
        var commented = board with
        {
            Comments = board.Comments.Add(e.Id, record),
            Ideas = board.Ideas.SetItem(e.Idea, idea with { Comments = idea.Comments.Add(e.Id) }),
        };
        return PeopleChanges.Recount(commented, entry.Actor, member => member with { Comments = member.Comments + 1 });
    }

    public static Board Uncommented(Board board, string id)
    {
        var record = board.Comments[id];
        var idea = board.Ideas[record.Idea];
        var uncommented = board with
        {
            Comments = board.Comments.Remove(id),
            Ideas = board.Ideas.SetItem(record.Idea, idea with { Comments = idea.Comments.Remove(id) }),
        };
        return PeopleChanges.Recount(uncommented, record.Author, member => member with { Comments = member.Comments - 1 });
    }
}
