namespace CoCreate;

/// <summary>The form in which boards keep a passcode: a version, a salt and a slow hash (PBKDF2), 16 and 32 bytes in base 64 for addresses. Only the gateway makes one.</summary>
public static class SealedPasscode
{
    /// <summary>The version; it stands for the kind of hash and the number of its rounds.</summary>
    public const string Version = "1";

    /// <summary>Characters of the salt.</summary>
    public const int SaltLength = 22;

    /// <summary>Characters of the hash.</summary>
    public const int HashLength = 43;

    /// <summary>Whether a text has this form.</summary>
    public static bool IsValid(string text) =>
        text.Split('.') is [Version, { Length: SaltLength } salt, { Length: HashLength } hash] && (salt + hash).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
