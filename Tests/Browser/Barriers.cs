using Deque.AxeCore.Playwright;

namespace CoCreate.Tests.Browser;

/// <summary>What axe objects to on a page.</summary>
internal static class Barriers
{
    private const string Settled = "() => Promise.all(document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity).map((a) => a.finished.catch(() => undefined)))";

    /// <summary>Fails where axe finds something, once what fades in is there: until then it has the contrast of the moment.</summary>
    public static async Task AreNone(Visitor visitor, string screen)
    {
        await visitor.Page.EvaluateAsync(Settled);

        // What the pointer happens to rest on is no part of the screen.
        await visitor.Page.EvaluateAsync("() => document.getElementById('hint')?.remove()");
        var found = await visitor.Page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{screen}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} ({v.Help}) at {string.Join(", ", v.Nodes.Select(n => n.Target?.ToString()))}"))}");
    }
}
