using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Web.People;

/// <summary>How a try of a passcode ended.</summary>
internal enum PasscodeTry
{
    /// <summary>It is the one.</summary>
    Right,

    /// <summary>It is another one.</summary>
    Wrong,

    /// <summary>It was not looked at: there were too many wrong ones lately.</summary>
    TooMany,
}

/// <summary>Seals passcodes of doors, and tries what newcomers type. The hash is slow on purpose: one at a time, beside everything else, and wrong tries are counted.</summary>
internal sealed class Passcodes(TimeProvider clock) : IDisposable
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-256, as the OWASP Password Storage Cheat Sheet has it (2023). It belongs to <see cref="SealedPasscode.Version"/>.</summary>
    private const int Rounds = 600_000;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Right passcodes that are remembered, so that a whole room that comes in at once waits for one slow hash.</summary>
    private const int MaxKnown = 10_000;

    private readonly SemaphoreSlim _oneHash = new(1);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, byte[]> _right = [];
    private readonly Tally _wrong = new(clock, TimeSpan.FromMinutes(Limits.PasscodeMinutes));

    /// <summary>The form in which a board keeps a passcode.</summary>
    public async Task<string> Seal(string passcode)
    {
        await _oneHash.WaitAsync();
        try
        {
            var salt = RandomNumberGenerator.GetBytes(SaltBytes);
            return Written(salt, await Hash(passcode, salt));
        }
        finally
        {
            _oneHash.Release();
        }
    }

    /// <summary>Whether what somebody typed is the passcode that was sealed. Wrong ones count for the address and for the board; with too many of them the right one is not looked at either.</summary>
    public async Task<PasscodeTry> Try(string board, string address, string typed, string sealedAs)
    {
        if (IsSpent(board, address))
        {
            return PasscodeTry.TooMany;
        }

        if (typed.Length > Limits.PasscodeLength)
        {
            return PasscodeTry.Wrong;
        }

        await _oneHash.WaitAsync();
        try
        {
            return await TryNext(board, address, typed, sealedAs);
        }
        finally
        {
            _oneHash.Release();
        }
    }

    public void Dispose() => _oneHash.Dispose();

    private async Task<PasscodeTry> TryNext(string board, string address, string typed, string sealedAs)
    {
        // Others may have failed, or been right, while this one waited.
        if (IsSpent(board, address))
        {
            return PasscodeTry.TooMany;
        }

        if (IsKnown(typed, sealedAs))
        {
            return PasscodeTry.Right;
        }

        var salt = Base64Url.DecodeFromChars(sealedAs.Split('.')[1]);
        var written = Written(salt, await Hash(typed, salt));
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(written), Encoding.ASCII.GetBytes(sealedAs)))
        {
            Remember(typed, sealedAs);
            return PasscodeTry.Right;
        }

        _wrong.Add(OfAddress(board, address));
        _wrong.Add(board);
        return PasscodeTry.Wrong;
    }

    private bool IsSpent(string board, string address) =>
        _wrong.Of(OfAddress(board, address)) >= Limits.WrongPasscodesPerAddress || _wrong.Of(board) >= Limits.WrongPasscodesPerBoard;

    private static Task<byte[]> Hash(string passcode, byte[] salt) =>
        Task.Run(() => Rfc2898DeriveBytes.Pbkdf2(passcode.Normalize(), salt, Rounds, HashAlgorithmName.SHA256, HashBytes));

    private bool IsKnown(string typed, string sealedAs) => _right.TryGetValue(sealedAs, out var mark) && CryptographicOperations.FixedTimeEquals(mark, Mark(typed));

    private void Remember(string typed, string sealedAs)
    {
        if (_right.Count >= MaxKnown)
        {
            _right.Clear();
        }

        _right[sealedAs] = Mark(typed);
    }

    /// <summary>What is remembered of a right one: of use to nobody without this process's own key.</summary>
    private byte[] Mark(string typed) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(typed.Normalize()));

    private static string Written(byte[] salt, byte[] hash) => $"{SealedPasscode.Version}.{Base64Url.EncodeToString(salt)}.{Base64Url.EncodeToString(hash)}";

    private static string OfAddress(string board, string address) => $"{board} {address}";
}
