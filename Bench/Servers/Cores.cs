namespace CoCreate.Bench.Servers;

/// <summary>Which processor cores are used for what. <c>Bench/run</c> pins the generator and sets these variables.</summary>
internal static class Cores
{
    /// <summary>The core of the server under test.</summary>
    public static string Server { get; } = Environment.GetEnvironmentVariable("BENCH_SERVER_CORE") ?? "0";

    /// <summary>Settings of the .NET runtime that <c>Bench/run</c> makes for the generator alone; servers under test run with defaults.</summary>
    public static void ForgetOwnRuntimeSettings(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("DOTNET_", StringComparison.Ordinal)).ToArray())
        {
            if (name is "DOTNET_TieredCompilation" or "DOTNET_gcConcurrent")
            {
                environment.Remove(name);
            }
        }
    }
}
