using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CoCreate.Tests.Postgres;

/// <summary>What a <see cref="FaultyWire"/> does with the next bytes that come through it.</summary>
public enum WireFault
{
    /// <summary>Passes them on.</summary>
    None,

    /// <summary>Cuts the connection when a question comes, which never reaches the server.</summary>
    CutBeforeServer,

    /// <summary>Cuts the connection when an answer comes, which never reaches the client.</summary>
    CutBeforeClient,

    /// <summary>Takes questions and answers and passes none on, as a cable that was pulled; new connections are taken and get no answer.</summary>
    Swallow,

    /// <summary>Cuts all connections and every new one at once, as a server that is down.</summary>
    Down,
}

/// <summary>A cable between a journal and its database that fails when it is told to: a TCP proxy on a free loopback port.</summary>
internal sealed class FaultyWire : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<(Socket Client, Socket Server), bool> _pairs = [];
    private readonly int _server;
    private volatile WireFault _fault;

    /// <summary>Lays it.</summary>
    /// <param name="server">The port of the server on this computer.</param>
    public FaultyWire(int server)
    {
        _server = server;
        _listener.Start();
        _ = Accept();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What happens to what comes through from now on. A cut strikes one connection and is then over; <see cref="WireFault.Swallow"/> and
    /// <see cref="WireFault.Down"/> last until something else is set, and what was swallowed never arrives.</summary>
    public WireFault Fault
    {
        get => _fault;
        set
        {
            var was = _fault;
            _fault = value;
            if (value == WireFault.Down || was == WireFault.Swallow)
            {
                CutAll();
            }
        }
    }

    /// <summary>Cuts every connection at this moment.</summary>
    public void CutAll()
    {
        foreach (var pair in _pairs.Keys)
        {
            Cut(pair);
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        CutAll();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                var pair = (client, server);
                _pairs[pair] = true;
                _ = Connect(pair);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // It was taken away.
        }
    }

    private async Task Connect((Socket Client, Socket Server) pair)
    {
        try
        {
            pair.Client.NoDelay = pair.Server.NoDelay = true;
            if (_fault == WireFault.Down)
            {
                return;
            }

            await pair.Server.ConnectAsync(IPAddress.Loopback, _server);
            await Task.WhenAny(Pass(pair.Client, pair.Server, WireFault.CutBeforeServer), Pass(pair.Server, pair.Client, WireFault.CutBeforeClient));
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // An end of it is gone; so is the other, then.
        }
        finally
        {
            Cut(pair);
        }
    }

    private async Task Pass(Socket from, Socket to, WireFault cut)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer) is > 0 and var length)
        {
            var fault = _fault;
            if (fault == WireFault.Down)
            {
                return;
            }

            if (fault == cut && Interlocked.CompareExchange(ref _fault, WireFault.None, cut) == cut)
            {
                return;
            }

            if (fault != WireFault.Swallow)
            {
                await to.SendAsync(buffer.AsMemory(0, length));
            }
        }
    }

    /// <summary>Ends both sides at once, without the courtesies of TCP.</summary>
    private void Cut((Socket Client, Socket Server) pair)
    {
        if (_pairs.TryRemove(pair, out _))
        {
            pair.Client.LingerState = pair.Server.LingerState = new LingerOption(true, 0);
            pair.Client.Dispose();
            pair.Server.Dispose();
        }
    }
}
