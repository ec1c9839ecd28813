using System.Runtime.InteropServices;

namespace CoCreate.Silo;

/// <summary>SIGTERM and SIGINT (Ctrl+C): the first asks the program to end in good order, the second ends it at once.</summary>
/// <remarks>Ending at once loses nothing that was acknowledged; browsers only learn of it by the connection's end.</remarks>
internal sealed class StopSignals : IDisposable
{
    /// <summary>By custom: 128 and the number of SIGTERM.</summary>
    private const int EndedAtOnce = 143;

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _onTermination;
    private readonly PosixSignalRegistration _onInterrupt;
    private int _count;

    public StopSignals()
    {
        _onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Take);
        _onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Take);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    public void Dispose()
    {
        _onTermination.Dispose();
        _onInterrupt.Dispose();
        _stop.Dispose();
    }

    private void Take(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Increment(ref _count) > 1)
        {
            Environment.Exit(EndedAtOnce);
        }

        _stop.Cancel();
    }
}
