namespace CoCreate.Boards;

/// <summary>Uploaded files: what a board takes, and what ideas show of them.</summary>
internal static class FileDecisions
{
    public static Decision Attach(Board board, Member actor, AttachFile command)
    {
        var refusal = Check.Unless(command.Hash is { Length: 64 } && command.Hash.All(char.IsAsciiHexDigitLower), RefusalCode.Malformed)
            ?? Check.Defined(command.Format)
            ?? Check.Text(command.Name, Limits.FileNameLength)
            ?? Check.When(command.Bytes is < 1 or > Limits.FileBytes, RefusalCode.TooLong)
            ?? Check.Unless(command.Width is >= 0 and <= Limits.PicturePixels && command.Height is >= 0 and <= Limits.PicturePixels, RefusalCode.OutOfRange);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        if (board.Files.ContainsKey(command.Hash) || board.Veil.FileOf(actor.Record.Id, command.Hash) is not null)
        {
            return Decision.Nothing;
        }

        var hidden = board.Veil.Files.Values.SelectMany(files => files.Values).ToList();
        var own = board.Files.Values.Where(file => (file.Author.Length > 0 ? file.Author : board.Sealed.Files.GetValueOrDefault(file.Id)) == actor.Record.Id).Sum(file => file.Bytes)
            + (board.Veil.Files.GetValueOrDefault(actor.Record.Id)?.Values.Sum(file => file.Bytes) ?? 0);
        var isFull = board.Files.Count + hidden.Count >= Limits.FilesPerBoard
            || board.Files.Values.Sum(file => file.Bytes) + hidden.Sum(file => file.Bytes) + command.Bytes > Limits.FileBytesPerBoard
            || own + command.Bytes > Limits.FileBytesPerPerson;
        return isFull
            ? RefusalCode.TooMany
            : new FileAttached(command.Hash, command.Format, command.Name, command.Bytes, command.Width, command.Height);
    }

    public static Decision AttachToIdea(Board board, Member actor, AttachToIdea command)
    {
        var refusal = Check.Idea(board, command.Id)
            ?? Check.Editable(board, actor, command.Id)
            ?? Check.Unless(command.File is not null, RefusalCode.Malformed)
            ?? Check.Unless(command.File is "" || Sight.OfFile(board, actor.Record.Id, command.File) is not null, RefusalCode.NotFound)
            ?? Check.Text(command.Alt, Limits.AltLength);
        return refusal is not null ? refusal.Value : new IdeaFileAttached(command.Id, command.File!, command.Alt);
    }
}
