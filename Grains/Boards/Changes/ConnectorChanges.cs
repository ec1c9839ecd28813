namespace CoCreate.Boards;

internal static class ConnectorChanges
{
    public static Board Added(Board board, ConnectorAdded e)
    {
        var record = new ConnectorRecord { Id = e.Id, From = e.From, To = e.To, Label = e.Label };
        var (source, target) = (board.Ideas[e.From], board.Ideas[e.To]);
        return board with
        {
            Connectors = board.Connectors.Add(e.Id, record),
            Ideas = board.Ideas
                .SetItem(e.From, source with { Connectors = source.Connectors.Add(e.Id) })
                .SetItem(e.To, target with { Connectors = target.Connectors.Add(e.Id) }),
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
