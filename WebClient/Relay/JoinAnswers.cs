using CoCreate.Boards;
using CoCreate.Web.Hub;

namespace CoCreate.Web.Relay;

/// <summary>The answers to a join.</summary>
internal static class JoinAnswers
{
    /// <summary>Nothing can be shown (R17).</summary>
    public static JoinAnswer Refuse(JoinStatus status) => new(status, 0, 0, null, "", 0, [], [], 0, "", 0);

    /// <summary>The browser needs a snapshot first (R15).</summary>
    public static JoinAnswer Snapshot(Ring ring) => new(JoinStatus.Snapshot, ring.Epoch, ring.Head, null, "", 0, [], [], 0, "", 0);

    /// <summary>Changes follow (R14, R18).</summary>
    public static JoinAnswer Live(Ring ring, Viewer viewer, Membership me, ClientProgress progress, PresenceDesk presence, string bundle, long now) => new(
        JoinStatus.Live,
        ring.Epoch,
        ring.Head,
        me,
        viewer.Connection.ConnectionId,
        progress.Last,
        [.. progress.Refusals.Select(refusal => new OutcomeMessage(refusal.Number, ring.Head, refusal.Refusal))],
        viewer.IsOnlooker ? [] : presence.Shown,
        viewer.IsOnlooker ? 0 : presence.People,
        bundle,
        now);
}
