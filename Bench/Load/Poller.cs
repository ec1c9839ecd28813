using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace CoCreate.Bench.Load;

/// <summary>Waits for many sockets at once (epoll, level-triggered). Each socket is registered with a number that comes back with its events.</summary>
internal sealed class Poller : IDisposable
{
    private const int Capacity = 1024;
    private const uint Readable = 0x1;
    private const uint Writable = 0x4;
    private const int TimerSlackOption = 29;

    // The kernel packs its event record on x86-64 only.
    private static readonly int Stride = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int NumberAt = Stride - 8;
    private readonly byte[] _events = GC.AllocateArray<byte>(Capacity * 16, pinned: true);
    private readonly int _poll;

    public Poller()
    {
        _poll = Check(Kernel.CreatePoll(0), "epoll_create1");
        // Timers of ordinary threads may fire 50 µs late; edits are due to the microsecond.
        _ = Kernel.ControlProcess(TimerSlackOption, 1_000, 0, 0, 0);
    }

    /// <summary>Starts watching a socket for data to read.</summary>
    public void Add(int socket, int number) => Control(1, socket, number, Readable);

    /// <summary>Watches a socket for data and, when <paramref name="alsoWritable"/>, for room to write.</summary>
    public void Change(int socket, int number, bool alsoWritable) => Control(3, socket, number, alsoWritable ? Readable | Writable : Readable);

    /// <summary>Stops watching a socket.</summary>
    public void Remove(int socket) => Control(2, socket, 0, 0);

    /// <summary>Waits at most <paramref name="nanoseconds"/> and returns how many events there are; read them with <see cref="NumberOf"/>.</summary>
    public unsafe int Wait(long nanoseconds)
    {
        var limit = Math.Max(nanoseconds, 0);
        var timeout = new Kernel.Duration { Seconds = limit / 1_000_000_000, Nanoseconds = limit % 1_000_000_000 };
        fixed (byte* events = _events)
        {
            // A signal may interrupt the wait; that counts as no event.
            return Math.Max(Kernel.WaitPoll(_poll, events, Capacity, &timeout, null), 0);
        }
    }

    /// <summary>The number of the socket that the event is about.</summary>
    public int NumberOf(int index) => BinaryPrimitives.ReadInt32LittleEndian(_events.AsSpan(index * Stride + NumberAt));

    /// <summary>Whether the event says that the socket has room to write.</summary>
    public bool IsWritable(int index) => (_events[index * Stride] & Writable) != 0;

    /// <summary>Whether the event says that there is something to read, or that the connection is gone.</summary>
    public bool IsReadable(int index) => (_events[index * Stride] & ~Writable) != 0;

    public void Dispose() => _ = Kernel.Close(_poll);

    private unsafe void Control(int operation, int socket, int number, uint interest)
    {
        var record = stackalloc byte[16];
        var span = new Span<byte>(record, 16);
        BinaryPrimitives.WriteUInt32LittleEndian(span, interest);
        BinaryPrimitives.WriteInt64LittleEndian(span[NumberAt..], number);
        Check(Kernel.ControlPoll(_poll, operation, socket, record), "epoll_ctl");
    }

    private static int Check(int result, string call) =>
        result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{call} failed: error {Marshal.GetLastPInvokeError()}");
}
