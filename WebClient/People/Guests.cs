using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CoCreate.Web.People;

/// <summary>Guests: people known by a signed cookie alone (R35). What is in it is one random participant id.</summary>
internal static class Guests
{
    public const string CookieName = "cocreate-guest";

    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The longest that browsers keep a cookie.</summary>
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(400);

    /// <summary>Has cookies signed with keys that are kept in the data folder, so that people stay who they are when the server is restarted or moved.</summary>
    public static void AddGuests(this IServiceCollection services, string dataFolder)
    {
        services.AddDataProtection()
            .SetApplicationName("CoCreate")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        services.AddAuthentication(Scheme).AddCookie(Scheme, Configure);
    }

    /// <summary>Who asks; null for somebody without a valid cookie.</summary>
    public static string? Find(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Ids.IsValid(id) ? id : null;

    /// <summary>Who asks; somebody without a cookie becomes a new guest.</summary>
    public static async Task<string> FindOrMake(HttpContext context)
    {
        if (Find(context) is { } known)
        {
            return known;
        }

        var id = Ids.New();
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], Scheme);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        return id;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = _lifetime;
        options.SlidingExpiration = true;
        options.Events.OnCheckSlidingExpiration = context =>
        {
            // A page in a frame is answered without a cookie, also where the browser sent one.
            context.ShouldRenew &= !EmbedPasses.IsShown(context.Request);
            return Task.CompletedTask;
        };
    }
}
