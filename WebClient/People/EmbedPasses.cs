using System.Globalization;
using System.Security.Cryptography;
using CoCreate.Boards;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace CoCreate.Web.People;

/// <summary>What lets a page in a frame see one board for a while. Browsers keep no cookies for pages in frames of other sites, so it is handed to the page itself.</summary>
/// <param name="Board">The one board that it is for.</param>
/// <param name="Invite">The invite that it was given for.</param>
/// <param name="Until">When it ends, Unix milliseconds.</param>
/// <param name="Mark">Random; by it the requests of one page are counted.</param>
internal sealed record EmbedPass(string Board, string Invite, long Until, string Mark)
{
    /// <summary>The name of whoever looks by it.</summary>
    public string Onlooker => Onlookers.NameOf(Invite);
}

/// <summary>Makes passes and reads them: sealed with the keys that sign guests' cookies, so that every web process of a server knows them.</summary>
internal sealed class EmbedPasses(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The header that a pass comes in.</summary>
    public const string Header = "CoCreate-Pass";

    /// <summary>The query's field that it comes in where a browser lets a page set no header: sockets and pictures.</summary>
    public const string Field = "pass";

    /// <summary>A longer text is no pass of ours; it is not worth deciphering.</summary>
    private const int MaxLength = 600;

    /// <summary>How long a pass is good. Its page fetches the next one before.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _seal = protection.CreateProtector("CoCreate.EmbedPass.1");

    /// <summary>Whether a request shows a pass, a good one or not: then no cookie is looked at.</summary>
    public static bool IsShown(HttpRequest request) => request.Headers.ContainsKey(Header) || request.Query.ContainsKey(Field);

    /// <summary>A new pass, which ends with its invite at the latest.</summary>
    public EmbedPass Make(string board, Onlooking onlooking)
    {
        var end = clock.GetUtcNow().Add(Lifetime).ToUnixTimeMilliseconds();
        return new EmbedPass(board, onlooking.Invite, onlooking.ExpiresAt == 0 ? end : Math.Min(end, onlooking.ExpiresAt), Ids.New());
    }

    /// <summary>The text that a page shows.</summary>
    public string Write(EmbedPass pass) => _seal.Protect(string.Join('\n', pass.Board, pass.Invite, pass.Until.ToString(CultureInfo.InvariantCulture), pass.Mark));

    /// <summary>The pass that a request shows; null where it shows none, or one that is over or not ours.</summary>
    public EmbedPass? Find(HttpRequest request)
    {
        var shown = (request.Headers.TryGetValue(Header, out var header) ? header : request.Query[Field]).ToString();
        return shown.Length is > 0 and <= MaxLength && Read(shown) is { } pass && pass.Until > clock.GetUtcNow().ToUnixTimeMilliseconds() ? pass : null;
    }

    private EmbedPass? Read(string text)
    {
        try
        {
            var parts = _seal.Unprotect(text).Split('\n');
            return new EmbedPass(parts[0], parts[1], long.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
