using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Web.People;

/// <summary>Secrets of invites (R37): 128 random bits, known to those they are given to. The server keeps only a hash.</summary>
internal static class Secrets
{
    /// <summary>A longer text is no secret of ours; it is not worth hashing.</summary>
    public const int MaxLength = 100;

    /// <summary>A new secret.</summary>
    public static string New() => Ids.New();

    /// <summary>What boards keep of it: SHA-256 in lower-case hex.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
