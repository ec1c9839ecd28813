using Microsoft.Playwright;

namespace CoCreate.Tests.Browser.Habits;

/// <summary>Fingers on the screen, as the browser is told of them by the system.</summary>
internal sealed class Fingers(ICDPSession session)
{
    public async Task Touch(string type, (float X, float Y)[] points)
    {
        var touchPoints = points.Select((point, id) => new { x = point.X, y = point.Y, id }).ToArray();
        await session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = touchPoints });
    }

    public Task Tap(float x, float y) => Task.WhenAll(Tapped(x, y).ToList());

    private IEnumerable<Task> Tapped(float x, float y) => [Touch("touchStart", [(x, y)]), Touch("touchEnd", [])];

    /// <summary>Taps twice. The second tap is sent before the first is answered: how long a busy browser takes to answer is no habit of fingers.</summary>
    public Task DoubleTap(float x, float y) => Task.WhenAll(Tapped(x, y).Concat(Tapped(x, y)).ToList());

    /// <summary>Puts fingers down, moves them in steps and lifts them.</summary>
    public async Task Move((float X, float Y)[] from, (float X, float Y)[] to)
    {
        const int Steps = 8;
        await Touch("touchStart", from);
        for (var step = 1; step <= Steps; step++)
        {
            var part = step / (float)Steps;
            await Touch("touchMove", [.. from.Zip(to, (a, b) => (a.X + ((b.X - a.X) * part), a.Y + ((b.Y - a.Y) * part)))]);
        }

        await Touch("touchEnd", []);
    }
}
