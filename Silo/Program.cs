using CoCreate.Journals;
using CoCreate.Silo;
using CoCreate.Silo.Upkeep;

using var signals = new StopSignals();
if (Commands.IsOne(args))
{
    return await Commands.Run(args, signals.Stop);
}

try
{
    await using var app = Server.Build(args);
    if (app.Services.GetService<IJournal>() is { } journal)
    {
        await Server.RefuseHalfRestored(journal);
    }

    await app.RunAsync(signals.Stop);
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
