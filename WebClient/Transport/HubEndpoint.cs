using System.Net.Sockets;
using CoCreate.Web.Hub;
using CoCreate.Web.People;
using CoCreate.Web.Relay;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;

namespace CoCreate.Web.Transport;

/// <summary>The address of the hub: takes WebSockets and hands them to SignalR (R1, R2).</summary>
internal sealed class HubEndpoint(
    HubConnectionHandler<BoardHub> hub,
    Connections connections,
    Comings comings,
    OriginPolicy origins,
    Relays relays,
    RelayServices services, Passcodes passcodes, Visitors visitors)
{
    /// <summary>When a browser that was turned away may come back, in milliseconds; it adds a random while of its own.</summary>
    private const int ComeBackMs = 10_000;

    public async Task Serve(HttpContext context)
    {
        if (!origins.Allows(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (visitors.Find(context) is not { } visitor)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (connections.IsDraining)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else if (!comings.TryConnect(visitor.Counted))
        {
            // Not greeted first, as those are who are one too many (R92): whoever comes again and again is to cost as little as can be.
            services.Meters.TurnedAway("TooFast");
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "1";
            context.Response.Headers.Connection = "close";
        }
        else if (await WebSocketHandshake.Accept(context) is { } stream)
        {
            await Serve(context, stream, visitor);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
        }
    }

    private async Task Serve(HttpContext context, Stream stream, Visitor visitor)
    {
        var lifetime = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>();
        var connection = new BrowserConnection(stream, SinkOf(context, stream), visitor, services.Clock, lifetime.Abort)
        {
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
            Browser = context.Request.Headers.UserAgent.ToString(),
            Slowed = services.Meters.Slowed,
        };
        var session = new BrowserSession(connection, relays, comings, services, passcodes);
        connection.Items[typeof(BrowserSession)] = session;
        if (connections.Add(connection) is { } reason)
        {
            // A refused upgrade tells a page nothing; so the handshake is answered, and then it is told why.
            connection.AfterAnswer(() => TurnAway(connection, reason));
        }

        try
        {
            await connection.Serve(hub);
        }
        finally
        {
            connections.Remove(connection);
            session.Leave();
        }
    }

    private void TurnAway(BrowserConnection connection, ByeReason reason)
    {
        services.Meters.TurnedAway(reason.ToString());
        _ = connection.Writer.Write(FrameEncoder.Message("bye", new ByeMessage(reason, reason == ByeReason.Full ? ComeBackMs : -1)));
        connection.Close(CloseCode.TryLater);
    }

    /// <summary>Straight to the socket where nothing stands in between; otherwise through the server's stream.</summary>
    private IFrameSink SinkOf(HttpContext context, Stream stream)
    {
        var socket = context.Features.Get<IConnectionSocketFeature>()?.Socket;
        var isPlain = HttpProtocol.IsHttp11(context.Request.Protocol) && context.Features.Get<ITlsHandshakeFeature>() is null;
        return isPlain && socket is { ProtocolType: ProtocolType.Tcp } ? new SocketSink(socket, services.Clock) : new StreamSink(stream, services.Clock);
    }
}
