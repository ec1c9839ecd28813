using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace CoCreate.Bench.Load;

/// <summary>Non-blocking TCP sockets to this machine.</summary>
internal static class Sockets
{
    private const int Internet = 2;
    private const int StreamNonBlocking = 1 | 0x800;
    private const int NoSignal = 0x4000;

    /// <summary>Opens a socket and starts connecting it to a port of the loopback address.</summary>
    public static unsafe int Connect(int port)
    {
        var socket = Kernel.CreateSocket(Internet, StreamNonBlocking, 0);
        if (socket < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "No more sockets: raise the limit of open files (ulimit -n).");
        }

        var on = 1;
        _ = Kernel.SetOption(socket, 6, 1, &on, sizeof(int));
        var address = stackalloc byte[16];
        var span = new Span<byte>(address, 16);
        BinaryPrimitives.WriteUInt16LittleEndian(span, Internet);
        BinaryPrimitives.WriteUInt16BigEndian(span[2..], (ushort)port);
        byte[] loopback = [127, 0, 0, 1];
        loopback.CopyTo(span[4..]);
        if (Kernel.Connect(socket, address, 16) < 0 && Marshal.GetLastPInvokeError() != Kernel.InProgress)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"Connecting to port {port} failed.");
        }

        return socket;
    }

    /// <summary>Sends what there is room for and returns how much that was; −1 when the connection is gone.</summary>
    public static unsafe int Send(int socket, ReadOnlySpan<byte> data)
    {
        fixed (byte* start = data)
        {
            var sent = (int)Kernel.Send(socket, start, (nuint)data.Length, NoSignal);
            return sent >= 0 ? sent : Marshal.GetLastPInvokeError() == Kernel.WouldBlock ? 0 : -1;
        }
    }

    /// <summary>Receives what is there and returns how much that was; 0 for nothing yet; −1 when the connection is gone.</summary>
    public static unsafe int Receive(int socket, Span<byte> place)
    {
        fixed (byte* start = place)
        {
            var received = (int)Kernel.Receive(socket, start, (nuint)place.Length, 0);
            return received > 0 ? received : received < 0 && Marshal.GetLastPInvokeError() == Kernel.WouldBlock ? 0 : -1;
        }
    }
}
