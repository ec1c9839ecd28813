using System.Security.Cryptography;

namespace CoCreate;

/// <summary>The form of ids and join codes.</summary>
public static class Ids
{
    /// <summary>Letters and digits of a join code: none that are mistaken for one another when read aloud or from a wall (no 0, 1, I, L, O, U).</summary>
    public const string JoinCodeAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new id that nobody can guess: 128 random bits as 22 characters of base64url.</summary>
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>A new join code from <see cref="JoinCodeAlphabet"/>, about 29 random bits: enough with the rate limit on joining, too few for a secret.</summary>
    public static string NewJoinCode() => RandomNumberGenerator.GetString(JoinCodeAlphabet, Limits.JoinCodeLength);

    /// <summary>True for <see cref="Limits.IdMinLength"/> to <see cref="Limits.IdMaxLength"/> characters of A–Z, a–z, 0–9, "-" and "_".</summary>
    public static bool IsValid(string? id)
    {
        if (id is null || id.Length < Limits.IdMinLength || id.Length > Limits.IdMaxLength)
        {
            return false;
        }

        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
