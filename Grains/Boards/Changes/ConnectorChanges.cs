namespace CoCreate.Boards;

internal static class ConnectorChanges
{
    public static Board Added(Board board, ConnectorAdded e) =>
        Put(board, new ConnectorRecord { Id = e.Id, From = e.From, To = e.To, Label = e.Label }) with { Bin = board.Bin.Without(RecordKind.Connector, e.Id) };

    /// <summary>Draws a connector between two ideas that are there.</summary>
    public static Board Put(Board board, ConnectorRecord record)
    {
        var (source, target) = (board.Ideas[record.From], board.Ideas[record.To]);
        return board with
        {
            Connectors = board.Connectors.Add(record.Id, record),
            Ideas = board.Ideas
                .SetItem(record.From, source with { Connectors = source.Connectors.Add(record.Id) })
                .SetItem(record.To, target with { Connectors = target.Connectors.Add(record.Id) }),
        };
    }

    public static Board Removed(Board board, string id)
    {
        var record = board.Connectors[id];
        var (source, target) = (board.Ideas[record.From], board.Ideas[record.To]);
        return board with
        {
            Connectors = board.Connectors.Remove(id),
            Ideas = board.Ideas
                .SetItem(record.From, source with { Connectors = source.Connectors.Remove(id) })
                .SetItem(record.To, target with { Connectors = target.Connectors.Remove(id) }),
        };
    }
}
