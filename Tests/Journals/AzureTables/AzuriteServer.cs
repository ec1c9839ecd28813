using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CoCreate.Tests.Journals;

/// <summary>Azurite's table service in a process of its own, on a free port of this computer, with its data in memory.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    // Azurite's well-known account; it protects nothing (https://learn.microsoft.com/azure/storage/common/storage-connect-azurite).
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Process? _process;

    /// <summary>Where it is.</summary>
    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var program = Path.Combine(Repository.Root, ".cache", "azurite", "node_modules", "azurite", "dist", "src", "table", "main.js");
        Assert.True(File.Exists(program), "Azurite is not installed: run build/azurite, or ./test, which does.");
        _process = Process.Start(new ProcessStartInfo(
            "node", [program, "--tableHost", "127.0.0.1", "--tablePort", "0", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Regex.Match(line, @"listening (?:at|on) http://127\.0\.0\.1:(\d+)") is { Success: true } match)
            {
                ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint=http://127.0.0.1:{match.Groups[1].Value}/{Account};";

                // What it prints later is read, so that it never waits for a reader.
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("Azurite ended before it listened.");
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }
}
