using CoCreate.Boards;
using CoCreate.Web.People;

namespace CoCreate.Web.Hub;

/// <summary>Sees to it that no board is ever told a passcode, only its sealed form, and that no browser makes up such a form.</summary>
internal static class PasscodeSeal
{
    /// <summary>Whether there is a passcode in a command.</summary>
    public static bool IsNeeded(ClientCommand? command) => command switch
    {
        SetDoor { Passcode.Length: > 0 } => true,
        TakeBack { Parts: { } parts } => Array.Exists(parts, part => part is not null && (IsNeeded(part.Command) || Array.Exists(part.Left ?? [], IsNeeded))),
        _ => false,
    };

    /// <summary>The command as the board gets it. One that is refused anyway is not worth a slow hash: it goes on with a text that is no passcode.</summary>
    public static async Task<ClientCommand?> Seal(ClientCommand? command, bool isHost, Passcodes passcodes) => command switch
    {
        // Taking back knows no passcodes: nobody could have the one from before.
        TakeBack when IsNeeded(command) => null,
        SetDoor { Passcode: { Length: > 0 } passcode } set => set with { Passcode = await Seal(passcode, isHost, passcodes) },
        _ => command,
    };

    private static async Task<string> Seal(string passcode, bool isHost, Passcodes passcodes) =>
        !isHost ? "?" : passcode.Length is >= Limits.PasscodeMinLength and <= Limits.PasscodeLength ? await passcodes.Seal(passcode)
        : new string('?', passcode.Length < Limits.PasscodeMinLength ? passcode.Length : Limits.PasscodeLength + 1);
}
