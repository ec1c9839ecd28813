namespace CoCreate.Web.Transport;

/// <summary>Texts of SignalR's JSON protocol that are the same every time.</summary>
internal static class HubText
{
    /// <summary>What ends each message.</summary>
    public const byte RecordSeparator = 0x1E;

    /// <summary>"Still here", in either direction.</summary>
    public static ReadOnlySpan<byte> Ping => "{\"type\":6}\u001e"u8;

    /// <summary><see cref="Ping"/> as a frame to send.</summary>
    public static ReadOnlyMemory<byte> PingFrame { get; } = Frames.Make(Opcode.Text, Ping);
}
