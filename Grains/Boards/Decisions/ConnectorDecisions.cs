namespace CoCreate.Boards;

internal static class ConnectorDecisions
{
    public static Decision Add(Board board, AddConnector command)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.Text(command.Label, Limits.LabelLength)
            ?? Check.Idea(board, command.From)
            ?? Check.Idea(board, command.To)
            ?? Check.When(command.From == command.To, RefusalCode.OutOfRange)
            ?? Check.Fresh(board, RecordKind.Connector, board.Connectors, command.Id)
            ?? Check.When(board.Connectors.Count >= Limits.ConnectorsPerBoard, RefusalCode.TooMany);
        return refusal is not null ? refusal.Value : new ConnectorAdded(command.Id, command.From, command.To, command.Label);
    }

    public static Decision Relabel(Board board, RelabelConnector command) =>
        (Find(board, command.Id) ?? Check.Text(command.Label, Limits.LabelLength)) is { } refusal
            ? refusal
            : new ConnectorRelabelled(command.Id, command.Label);

    public static Decision Remove(Board board, RemoveConnector command) =>
        Find(board, command.Id) is { } refusal ? refusal : new ConnectorRemoved(command.Id);

    private static RefusalCode? Find(Board board, string? id) =>
        id is not null && board.Connectors.ContainsKey(id) ? null : RefusalCode.NotFound;
}
