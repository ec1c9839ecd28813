using System.Runtime.InteropServices;
using CoCreate.Journals;
using CoCreate.Silo;
using CoCreate.Silo.Upkeep;

if (Commands.IsOne(args))
{
    using var stop = new CancellationTokenSource();
    using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    return await Commands.Run(args, stop.Token);

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}

try
{
    await using var app = Server.Build(args);
    await Server.RefuseHalfRestored(app.Services.GetRequiredService<IJournal>());
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // Told to stop while it was still starting.
    return 0;
}
catch (Exception failure) when (Server.Explain(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
