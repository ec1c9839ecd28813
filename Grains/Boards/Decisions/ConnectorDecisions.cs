namespace CoCreate.Boards;

internal static class ConnectorDecisions
{
    public static Decision Add(Board board, AddConnector command)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.Text(command.Label, Limits.LabelLength)
            ?? Ends(board, command.From, command.To)
            ?? Check.Fresh(board, command.Id)
            ?? Check.When(board.Connectors.Count >= Limits.ConnectorsPerBoard, RefusalCode.TooMany);
        return refusal is not null ? refusal.Value : new ConnectorAdded(command.Id, command.From, command.To, command.Label, board.TopOrder + 1);
    }

    public static Decision Attach(Board board, Member actor, AttachConnector command)
    {
        var refusal = Check.Editable(board, actor, command.Id)
            ?? Check.Unless(board.Connectors.ContainsKey(command.Id), RefusalCode.NotFound)
            ?? Ends(board, command.From, command.To);
        return refusal is not null ? refusal.Value : new ConnectorAttached(command.Id, command.From, command.To);
    }

    private static RefusalCode? Ends(Board board, string? from, string? to) =>
        Check.Anchor(board, from) ?? Check.Anchor(board, to) ?? Check.When(from == to, RefusalCode.OutOfRange);
}
