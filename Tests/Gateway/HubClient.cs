using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace CoCreate.Tests.Gateway;

/// <summary>One message of the hub to a browser.</summary>
/// <param name="Target">Its name: changes, outcomes, retry, presence, resync or bye.</param>
/// <param name="Argument">Its one argument.</param>
public sealed record HubMessage(string Target, JsonElement Argument);

/// <summary>A browser's connection to the hub, as plain as can be: a WebSocket that speaks SignalR's JSON protocol, and hides nothing of what arrives.</summary>
public sealed class HubClient : IAsyncDisposable
{
    /// <summary>No test waits for longer than this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const char Separator = '\u001e';

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _oneSend = new(1);
    private readonly Channel<HubMessage> _messages = Channel.CreateUnbounded<HubMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;
    private int _lastCall;

    private HubClient()
    {
    }

    /// <summary>Messages that have arrived and were not taken yet; completes when the connection has ended.</summary>
    public ChannelReader<HubMessage> Messages => _messages.Reader;

    /// <summary>Completes when the connection has ended.</summary>
    public Task Ended => _reading;

    /// <summary>How the server closed; null when it just broke off.</summary>
    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    /// <summary>What the server said when SignalR itself gave up; null when it did not.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Pings that have arrived.</summary>
    public int Pings { get; private set; }

    /// <summary>Opens a connection and shakes hands.</summary>
    /// <param name="server">The server's address.</param>
    /// <param name="cookie">The guest's cookie as "name=value"; null for none.</param>
    /// <param name="origin">The page that connects; null for the server's own.</param>
    /// <param name="pass">The pass of a page in a frame; null for none.</param>
    public static async Task<HubClient> Open(Uri server, string? cookie, string? origin = null, string? pass = null)
    {
        var client = await OpenSocket(server, cookie, origin, pass: pass);
        await client.Greet();
        return client;
    }

    /// <summary>Starts to read and shakes hands, where <see cref="OpenSocket"/> left it out.</summary>
    public async Task Greet()
    {
        _reading = Read();
        await Send("{\"protocol\":\"json\",\"version\":1}\u001e");
        await _greeted.Task.WaitAsync(Patience);
    }

    /// <summary>Opens the WebSocket alone: no handshake, nothing is read.</summary>
    /// <param name="server">The server's address; with https over TLS.</param>
    /// <param name="cookie">The guest's cookie as "name=value"; null for none.</param>
    /// <param name="origin">The page that connects; null for the server's own.</param>
    /// <param name="version">The version of HTTP that carries it; null for 1.1.</param>
    /// <param name="receiveBuffer">Bytes that the computer may keep for this client before it reads them; 0 for as many as it likes, which may be megabytes.</param>
    /// <param name="pass">The pass of a page in a frame; null for none.</param>
    public static async Task<HubClient> OpenSocket(Uri server, string? cookie, string? origin = null, Version? version = null, int receiveBuffer = 0, string? pass = null)
    {
        var client = new HubClient();
        client._socket.Options.HttpVersion = version ?? HttpVersion.Version11;
        client._socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        client._socket.Options.SetRequestHeader("Origin", origin ?? server.GetLeftPart(UriPartial.Authority));
        client._socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        if (cookie is not null)
        {
            client._socket.Options.SetRequestHeader("Cookie", cookie);
        }

        using var limit = new CancellationTokenSource(Patience);

        // The certificates of tests are their own.
        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost" }, UseCookies = false };
        if (receiveBuffer > 0)
        {
            handler.ConnectCallback = (context, cancellation) => ConnectSmall(context.DnsEndPoint, receiveBuffer, cancellation);
        }

        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = server.Scheme == "https" ? "wss" : "ws", Path = "/hub", Query = pass is null ? "" : $"pass={Uri.EscapeDataString(pass)}" }.Uri, invoker, limit.Token);
        return client;
    }

    /// <summary>Joins a board; gives the answer.</summary>
    public Task<JsonElement> Join(string board, string client, long epoch, long seq) =>
        Call("Join", $$"""{"board":"{{board}}","client":"{{client}}","epoch":{{epoch}},"seq":{{seq}}}""");

    /// <summary>Sends commands: each a number and the command's JSON.</summary>
    public Task Submit(params (long Number, string Command)[] commands) =>
        Tell("Submit", $"[{string.Join(',', commands.Select(c => $$"""{"number":{{c.Number}},"command":{{c.Command}}}"""))}]");

    /// <summary>Says where the person is.</summary>
    public Task Present(string update) => Tell("Present", update);

    /// <summary>Says that the browser is still there, as browsers do every 4 s.</summary>
    public Task Ping() => Send("{\"type\":6}\u001e");

    /// <summary>Calls a method and gives its result.</summary>
    public async Task<JsonElement> Call(string target, string argument)
    {
        var id = $"{Interlocked.Increment(ref _lastCall)}";
        var result = _calls[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send($$"""{"type":1,"invocationId":"{{id}}","target":"{{target}}","arguments":[{{argument}}]}""" + Separator);
        return await result.Task.WaitAsync(Patience);
    }

    /// <summary>Calls a method and expects no result.</summary>
    public Task Tell(string target, string argument) => Send($$"""{"type":1,"target":"{{target}}","arguments":[{{argument}}]}""" + Separator);

    /// <summary>Sends a text as one message, whatever it says.</summary>
    public Task Send(string text) => Send(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, isEnd: true);

    /// <summary>Sends a frame.</summary>
    public async Task Send(byte[] bytes, WebSocketMessageType type, bool isEnd)
    {
        await _oneSend.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, type, isEnd, CancellationToken.None).WaitAsync(Patience);
        }
        finally
        {
            _oneSend.Release();
        }
    }

    /// <summary>The next message; with a name, the next of that name, and those before it are dropped.</summary>
    public async Task<HubMessage> Next(string? target = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await _messages.Reader.ReadAsync(limit.Token);
            if (target is null || message.Target == target)
            {
                return message;
            }
        }
    }

    /// <summary>Goes without a word, as a browser does when its network is gone.</summary>
    public void Vanish() => _socket.Abort();

    /// <summary>Closes as a browser does.</summary>
    public async Task Close()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await _reading.WaitAsync(Patience);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _oneSend.Dispose();
    }

    private static async ValueTask<Stream> ConnectSmall(DnsEndPoint server, int receiveBuffer, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = receiveBuffer };
        await socket.ConnectAsync(server, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task Read()
    {
        try
        {
            while (await ReadMessage() is { } text)
            {
                foreach (var part in text.Split(Separator, StringSplitOptions.RemoveEmptyEntries))
                {
                    Take(JsonDocument.Parse(part).RootElement);
                }
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The connection has ended; the messages end with it.
        }

        _messages.Writer.TryComplete(new InvalidOperationException($"The connection ended: {Complaint}"));
        _greeted.TrySetException(new InvalidOperationException($"The connection ended before the handshake: {Complaint}"));
        foreach (var call in _calls.Values)
        {
            call.TrySetException(new InvalidOperationException($"The connection ended before the call was answered: {Complaint}"));
        }
    }

    private async Task<string?> ReadMessage()
    {
        var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var piece = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            bytes.Write(buffer, 0, piece.Count);
            if (piece.EndOfMessage)
            {
                return Encoding.UTF8.GetString(bytes.ToArray());
            }
        }
    }

    private void Take(JsonElement message)
    {
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 0:
                _greeted.TrySetResult();
                break;
            case 1:
                _messages.Writer.TryWrite(new HubMessage(message.GetProperty("target").GetString()!, message.GetProperty("arguments")[0]));
                break;
            case 3:
                TakeAnswer(message);
                break;
            case 6:
                Pings++;
                break;
            case 7:
                Complaint = message.TryGetProperty("error", out var error) ? error.GetString() : "closed";
                break;
            default:
                throw new InvalidOperationException($"The hub sent a message of type {type}.");
        }
    }

    private void TakeAnswer(JsonElement message)
    {
        // Tests also send calls as plain texts; nobody waits for the answers to those.
        if (!_calls.TryGetValue(message.GetProperty("invocationId").GetString()!, out var call))
        {
            return;
        }

        if (message.TryGetProperty("error", out var error))
        {
            call.TrySetException(new InvalidOperationException(error.GetString()));
        }
        else
        {
            call.TrySetResult(message.TryGetProperty("result", out var result) ? result : default);
        }
    }
}
