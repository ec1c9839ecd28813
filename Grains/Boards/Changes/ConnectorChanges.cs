namespace CoCreate.Boards;

internal static class ConnectorChanges
{
    public static Board Added(Board board, BoardEntry entry, ConnectorAdded e)
    {
        var record = new ConnectorRecord
        {
            Id = e.Id,
            From = e.From,
            To = e.To,
            Label = e.Label,
            Author = entry.Actor,
            Order = e.Order,
            Lock = LockMode.None,
            LockedBy = "",
        };
        return Hung(ThingChanges.Ordered(board, e.Order) with { Connectors = board.Connectors.Add(e.Id, record) }, record);
    }

    public static Board Attached(Board board, ConnectorAttached e)
    {
        var record = board.Connectors[e.Id];
        var moved = record with { From = e.From, To = e.To };
        return Hung(Unhung(board, record) with { Connectors = board.Connectors.SetItem(e.Id, moved) }, moved);
    }

    public static Board Removed(Board board, string id) =>
        Unhung(board, board.Connectors[id]) with { Connectors = board.Connectors.Remove(id) };

    private static Board Hung(Board board, ConnectorRecord connector) =>
        ThingChanges.Hang(ThingChanges.Hang(board, connector.From, connector.Id), connector.To, connector.Id);

    private static Board Unhung(Board board, ConnectorRecord connector) =>
        ThingChanges.Unhang(ThingChanges.Unhang(board, connector.From, connector.Id), connector.To, connector.Id);
}
