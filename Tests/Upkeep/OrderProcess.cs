using System.Diagnostics;

namespace CoCreate.Tests.Upkeep;

/// <summary>An order to the program, as an operator gives it: a process of its own.</summary>
internal static class OrderProcess
{
    /// <summary>Carries an order out.</summary>
    /// <param name="arguments">Such as "backup", "FILE", "--data", "DIR".</param>
    /// <returns>The exit code and what was said.</returns>
    public static async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CoCreate.Silo.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await errors);
    }
}
