using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Bench.Peers;

/// <summary>What one gets from SignalR's tutorial: a hub that sends what it hears to a group. In memory, nothing else.</summary>
internal static class SignalRPeer
{
    /// <summary>Serves until the process is ended.</summary>
    public static Task RunAsync(int port)
    {
        var builder = PeerHost.CreateBuilder(port);
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<EditHub>("/hub", options => options.Transports = HttpTransportType.WebSockets);
        return app.RunAsync();
    }

    /// <summary>Sends every edit to everybody in the sender's room.</summary>
    internal sealed class EditHub : Hub
    {
        private string Room => Context.GetHttpContext()!.Request.Query["room"].ToString();

        public override Task OnConnectedAsync() => Groups.AddToGroupAsync(Context.ConnectionId, Room);

        public Task Edit(string text) => Clients.Group(Room).SendAsync("edit", text);
    }
}
