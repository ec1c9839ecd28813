namespace CoCreate.Web.Relay;

/// <summary>How long a room waits between two frames. What a frame costs is mostly the same whatever is in it, so a large or busy room gets fewer and fuller ones.</summary>
internal static class Pacing
{
    /// <summary>Spreading takes at most about one part in this many of a core's time per room.</summary>
    private const int ShareOfCore = 3;

    /// <summary>The time from the start of one pass to the start of the next.</summary>
    /// <param name="options">The bounds.</param>
    /// <param name="passed">How long the last pass took.</param>
    public static TimeSpan Tick(RelayOptions options, TimeSpan passed)
    {
        var shortest = TimeSpan.FromMilliseconds(options.MinTickMs);
        var longest = TimeSpan.FromMilliseconds(options.MaxTickMs);
        var wanted = passed * ShareOfCore;
        return wanted < shortest ? shortest : wanted > longest ? longest : wanted;
    }

    /// <summary>The time between two presence frames: from 50 ms (R32) in a small room to a second in one of a thousand.</summary>
    public static TimeSpan Presence(int viewers) => TimeSpan.FromMilliseconds(Math.Clamp(viewers, 50, 1_000));
}
