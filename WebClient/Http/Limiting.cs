using System.Globalization;
using System.Threading.RateLimiting;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Web.Http;

/// <summary>How often one address, or one person, may do what others could be harmed by (R40).</summary>
internal static class Limiting
{
    public const string Entries = "entries";
    public const string Boards = "boards";
    public const string Connecting = "connecting";
    public const string Snapshots = "snapshots";
    public const string Uploads = "uploads";
    public const string Doors = "doors";
    public const string Embeds = "embeds";

    /// <summary>Times per minute that one person may ask how they stand with a door: twice as often as a page does that waits there.</summary>
    private const int DoorsPerMinute = 60;

    public static void AddLimiting(this IServiceCollection services, GatewayOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        Add(limiter, Entries, options.EntriesPerMinute, TimeSpan.FromMinutes(1));
        Add(limiter, Boards, options.BoardsPerHour, TimeSpan.FromHours(1));
        Add(limiter, Uploads, options.UploadsPerMinute, TimeSpan.FromMinutes(1));
        Add(limiter, Connecting, options.ConnectionsPerMinute, TimeSpan.FromMinutes(1));
        Add(limiter, Doors, DoorsPerMinute, TimeSpan.FromMinutes(1), Guests.Find);
        Add(limiter, Snapshots, options.SnapshotsPerMinute, TimeSpan.FromMinutes(1), context => context.RequestServices.GetRequiredService<Visitors>().Find(context)?.Counted);
        Add(limiter, Embeds, options.EmbedsPerMinute, TimeSpan.FromMinutes(1));
    });

    /// <param name="limiter">What it is added to.</param>
    /// <param name="name">The policy's name.</param>
    /// <param name="permits">How many requests pass.</param>
    /// <param name="window">In which time.</param>
    /// <param name="who">Who is counted; the address where it finds nobody.</param>
    private static void Add(RateLimiterOptions limiter, string name, int permits, TimeSpan window, Func<HttpContext, string?>? who = null) =>
        limiter.AddPolicy(name, context => RateLimitPartition.GetFixedWindowLimiter(
            who?.Invoke(context) ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
