using CoCreate.Silo;

try
{
    await using var app = Server.Build(args);
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
