using System.Runtime.InteropServices;

namespace CoCreate.Bench.Load;

/// <summary>The few calls of Linux that the load generator is made of. .NET's own sockets cost it several times as much per read.</summary>
internal static partial class Kernel
{
    public const int WouldBlock = 11;
    public const int InProgress = 115;
    private const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int CreatePoll(int flags);

    [LibraryImport(Library, EntryPoint = "epoll_ctl", SetLastError = true)]
    public static unsafe partial int ControlPoll(int poll, int operation, int socket, byte* interest);

    [LibraryImport(Library, EntryPoint = "epoll_pwait2", SetLastError = true)]
    public static unsafe partial int WaitPoll(int poll, byte* events, int capacity, Duration* timeout, void* signals);

    [LibraryImport(Library, EntryPoint = "socket", SetLastError = true)]
    public static partial int CreateSocket(int family, int type, int protocol);

    [LibraryImport(Library, EntryPoint = "connect", SetLastError = true)]
    public static unsafe partial int Connect(int socket, byte* address, int length);

    [LibraryImport(Library, EntryPoint = "setsockopt", SetLastError = true)]
    public static unsafe partial int SetOption(int socket, int level, int name, int* value, int length);

    [LibraryImport(Library, EntryPoint = "recv", SetLastError = true)]
    public static unsafe partial nint Receive(int socket, byte* buffer, nuint length, int flags);

    [LibraryImport(Library, EntryPoint = "send", SetLastError = true)]
    public static unsafe partial nint Send(int socket, byte* buffer, nuint length, int flags);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport(Library, EntryPoint = "prctl", SetLastError = true)]
    public static partial int ControlProcess(int option, nuint value, nuint second, nuint third, nuint fourth);

    /// <summary>The system's timespec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Duration
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
