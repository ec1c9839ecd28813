using CoCreate.Web.Transport;
using Microsoft.AspNetCore.SignalR;

namespace CoCreate.Web.Hub;

/// <summary>What a browser can call (docs/PROTOCOL.md): the session of its connection does the work.</summary>
internal sealed class BoardHub : Microsoft.AspNetCore.SignalR.Hub
{
    private BrowserSession Session => (BrowserSession)Context.Items[typeof(BrowserSession)]!;

    /// <summary>Joins or resumes a board.</summary>
    public Task<JoinAnswer> Join(JoinRequest request) => Session.Join(request);

    /// <summary>Sends 1 to 64 commands. Their outcomes arrive as messages.</summary>
    public Task Submit(ReceivedCommand[] commands) => Session.Submit(commands);

    /// <summary>Says where the person is and what they do.</summary>
    public void Present(PresenceUpdate update) => Session.Present(update);
}
