using System.Diagnostics;

namespace CoCreate.Tests.Postgres;

/// <summary>PostgreSQL's own programs, where this computer has them (./test installs them when it can).</summary>
internal static class PostgresPrograms
{
    private static readonly string? _folder = Find();

    /// <summary>Why there is no PostgreSQL for tests, in a sentence, or null when there is one.</summary>
    public static string? WhyNone { get; } = _folder is null
        ? "PostgreSQL is not on this computer. Run build/postgres to install it, or set POSTGRES_BIN to the folder that holds postgres and initdb."
        : null;

    /// <summary>The command line that runs one of the programs: as somebody else when this is the superuser, whom PostgreSQL refuses.</summary>
    public static string[] Command(string program, params string[] arguments) =>
        [.. Environment.IsPrivilegedProcess ? (string[])["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [], Path.Combine(_folder!, program), .. arguments];

    /// <summary>Makes a folder that the programs may write into.</summary>
    public static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("cocreate-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        return folder;
    }

    /// <summary>Runs a command to its end.</summary>
    public static void Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {complained} {said.Result}");
        }
    }

    private static string? Find()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string?[] named = [Environment.GetEnvironmentVariable("POSTGRES_BIN")];
        return named.Concat(installed).Concat(path).FirstOrDefault(
            folder => !string.IsNullOrEmpty(folder) && File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));
    }
}
