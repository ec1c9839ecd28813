namespace CoCreate.Boards;

/// <summary>Frames, notes, images and stamps being made.</summary>
internal static class ObjectDecisions
{
    public static Decision AddFrame(Board board, AddFrame command)
    {
        var refusal = Check.NewThing(board, command.Id, board.Frames.Count)
            ?? Check.Text(command.Title, Limits.TitleLength)
            ?? Check.Place(command.X, command.Y)
            ?? Check.Size(command.Width, command.Height);
        return refusal is not null
            ? refusal.Value
            : new FrameAdded(
                command.Id, command.Title, Check.Round(command.X), Check.Round(command.Y), Check.Round(command.Width), Check.Round(command.Height), board.TopOrder + 1);
    }

    public static Decision AddNote(Board board, AddNote command)
    {
        var refusal = Check.NewThing(board, command.Id, board.Notes.Count)
            ?? Check.Text(command.Text, Limits.NoteLength)
            ?? Check.Defined(command.Size)
            ?? Check.Place(command.X, command.Y)
            ?? Check.Size(command.Width, command.Height);
        return refusal is not null
            ? refusal.Value
            : new NoteAdded(
                command.Id, command.Text, command.Size, Check.Round(command.X), Check.Round(command.Y), Check.Round(command.Width), Check.Round(command.Height), board.TopOrder + 1);
    }

    public static Decision SizeNote(Board board, Member actor, SizeNote command)
    {
        var refusal = Check.Editable(board, actor, command.Id)
            ?? Check.Unless(board.Notes.ContainsKey(command.Id), RefusalCode.NotFound)
            ?? Check.Defined(command.Size);
        return refusal is not null ? refusal.Value : new NoteSized(command.Id, command.Size);
    }

    public static Decision AddImage(Board board, Member actor, AddImage command)
    {
        var refusal = Check.NewThing(board, command.Id, board.Images.Count)
            ?? Check.Picture(board, actor, command.File)
            ?? Check.Text(command.Alt, Limits.AltLength)
            ?? Check.Place(command.X, command.Y)
            ?? Check.Size(command.Width, command.Height);
        return refusal is not null
            ? refusal.Value
            : new ImageAdded(
                command.Id, command.File, command.Alt, Check.Round(command.X), Check.Round(command.Y), Check.Round(command.Width), Check.Round(command.Height), board.TopOrder + 1);
    }

    public static Decision AddStamp(Board board, AddStamp command)
    {
        var refusal = Check.NewThing(board, command.Id, board.Stamps.Count)
            ?? Check.Defined(command.Sign)
            ?? Check.Place(command.X, command.Y)
            ?? Check.Unless(command.On is not null, RefusalCode.Malformed)
            ?? Check.Unless(command.On is "" || Check.Anchor(board, command.On) is null, RefusalCode.NotFound);
        return refusal is not null
            ? refusal.Value
            : new StampAdded(command.Id, command.Sign, Check.Round(command.X), Check.Round(command.Y), command.On!, board.TopOrder + 1);
    }
}
