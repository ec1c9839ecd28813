namespace CoCreate.Bench.Load;

/// <summary>Sends bytes, and keeps what a socket has no room for until it has.</summary>
internal sealed class Outgoing(Poller poller)
{
    /// <summary>Sends <paramref name="data"/> after all that is still unsent.</summary>
    public void Send(Client client, ReadOnlySpan<byte> data)
    {
        // A socket that is not connected yet takes nothing; what is unsent leaves when it is. A lost connection is noticed by reading.
        var sent = client.Unsent.Length > 0 ? 0 : Math.Max(Sockets.Send(client.Socket, data), 0);
        if (sent < data.Length && !client.IsStalled && client.Phase != ClientPhase.Closed)
        {
            client.Unsent = [.. client.Unsent, .. data[sent..]];
            poller.Change(client.Socket, client.Number, alsoWritable: true);
        }
    }

    /// <summary>Sends on when the socket has room again.</summary>
    public void SendUnsent(Client client)
    {
        var sent = Math.Max(Sockets.Send(client.Socket, client.Unsent), 0);
        client.Unsent = client.Unsent[sent..];
        if (client.Unsent.Length == 0)
        {
            poller.Change(client.Socket, client.Number, alsoWritable: false);
        }
    }
}
