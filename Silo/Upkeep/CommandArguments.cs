namespace CoCreate.Silo.Upkeep;

/// <summary>An order on the command line: a verb, perhaps a file, switches without a value, and settings as the server has them.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="File">With which file; empty for none.</param>
/// <param name="Switches">The switches that were given.</param>
/// <param name="Configuration">The settings, from the same places as the server's.</param>
internal sealed record CommandArguments(string Verb, string File, IReadOnlySet<string> Switches, IConfiguration Configuration)
{
    private static readonly Dictionary<string, (bool TakesFile, string[] Switches)> _verbs = new()
    {
        ["verify"] = (false, ["--delete-snapshots"]),
        ["backup"] = (true, []),
        ["restore"] = (true, ["--replace"]),
    };

    /// <summary>The server's options.</summary>
    public SiloOptions Options => SiloOptions.Read(Configuration);

    /// <summary>The files beside the journal.</summary>
    public ServerFiles Files => new(Options.Data, Configuration["Gateway:AttachmentsFolder"] ?? "");

    /// <summary>Reads an order.</summary>
    /// <exception cref="StartException">It is not to be understood.</exception>
    public static CommandArguments Read(string[] arguments)
    {
        var (takesFile, known) = _verbs[arguments[0]];
        var switches = arguments.Where(known.Contains).ToHashSet(StringComparer.Ordinal);
        var rest = arguments.Skip(1).Where(argument => !switches.Contains(argument)).ToList();
        var files = new List<string>();
        var settings = new List<string>();
        for (var i = 0; i < rest.Count; i++)
        {
            if (!rest[i].StartsWith('-'))
            {
                files.Add(rest[i]);
            }
            else
            {
                settings.Add(rest[i]);
                if (!rest[i].Contains('=', StringComparison.Ordinal))
                {
                    settings.Add(++i < rest.Count ? rest[i] : throw new StartException($"{rest[^1]} needs a value, or {arguments[0]} does not know it."));
                }
            }
        }

        return files.Count == (takesFile ? 1 : 0)
            ? new CommandArguments(arguments[0], files.FirstOrDefault(""), switches, Configure([.. settings]))
            : throw new StartException(takesFile ? $"{arguments[0]} needs one file." : $"{arguments[0]} takes no file.");
    }

    private static IConfigurationRoot Configure(string[] settings) => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(settings, SiloOptions.Switches)
        .Build();
}
