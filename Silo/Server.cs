using CoCreate.Journals;
using CoCreate.Silo.Telemetry;
using CoCreate.Upkeep;
using CoCreate.Web;
using CoCreate.Web.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration.Memory;

namespace CoCreate.Silo;

/// <summary>Puts the server together: options, engine, journal, gateway.</summary>
internal static class Server
{
    /// <summary>Orchestrators wait ten seconds before they kill.</summary>
    private static readonly TimeSpan _stopLimit = TimeSpan.FromSeconds(9);

    private static readonly KeyValuePair<string, string?>[] _quietLogs =
    [
        new("Logging:LogLevel:Microsoft", "Warning"),
        new("Logging:LogLevel:Orleans", "Warning"),

        // A failure to start is told in one sentence (Explain), or by the runtime itself.
        new("Logging:LogLevel:Microsoft.Extensions.Hosting", "Critical"),

        // Keys lie in the data folder as they are: who can read that can read the boards too.
        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),

        // Orleans places each grain by Polly, which tells of every attempt that went well.
        new("Logging:LogLevel:Polly", "Warning"),

        // Orleans begins with the advice to collect garbage for a large server, and its watchdog with a warning about the time before it was there.
        new("Logging:LogLevel:Orleans.Runtime.Silo", "Error"),
        new("Logging:LogLevel:Orleans.Runtime.Watchdog", "Error"),
    ];

    /// <summary>The server, ready to run.</summary>
    /// <exception cref="StartException">An option cannot be used.</exception>
    /// <exception cref="JournalException">The data cannot be used.</exception>
    public static WebApplication Build(string[] args)
    {
        // Settings are read once: watching their files means watching the folder they are in, with all that a data folder below it writes.
        var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
        Configure(builder.Configuration, args);
        var settings = ServerSettings.Read(builder.Configuration);
        builder.WebHost.UseUrls(settings.Options.Url);
        builder.Services.AddSingleton(TimeProvider.System);
        var engine = builder.AddEngine(settings);
        if (settings.Options.Role != Role.Web)
        {
            AddJournal(builder, settings.Options, settings.Journal);
        }

        if (settings.Options.Role != Role.Silo)
        {
            builder.Services.AddGateway(settings.Gateway);
        }

        builder.Services.AddHostedService<TelemetryExport>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = _stopLimit);
        LogSetup.Apply(builder, settings.Logs);

        var app = builder.Build();
        if (settings.Options.Role == Role.Silo)
        {
            SiloHealth.Map(app);
        }
        else
        {
            app.MapGateway();
        }

        app.Lifetime.ApplicationStarted.Register(() => Tell(app, engine, settings));
        return app;
    }

    /// <summary>Refuses to serve a store that holds a part of a backup.</summary>
    /// <exception cref="StartException">It does.</exception>
    public static async Task RefuseHalfRestored(IJournal journal)
    {
        if (await RestoreMark.IsUnfinished(journal, CancellationToken.None))
        {
            throw new StartException("The data holds only a part of a backup: a restore did not come to its end. Run \"restore FILE --replace\" again, then start the server.");
        }
    }

    /// <summary>The sentence for people when the server cannot start for a reason they can do something about; null when it is our mistake.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        StartException or JournalException => failure.Message,
        IOException { InnerException: AddressInUseException } => $"{failure.Message} Stop the program that uses it, or choose another port with --port.",
        _ => EngineHosting.Explain(failure),
    };

    private static void Configure(ConfigurationManager configuration, string[] args)
    {
        configuration.AddCommandLine(args, SiloOptions.Switches);

        // The least of all sources: whatever people set themselves wins.
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = _quietLogs });
    }

    private static void AddJournal(WebApplicationBuilder builder, SiloOptions options, JournalSettings settings)
    {
        // Opened before anything starts: a damaged or unreachable store is told at once, and nothing is served from it.
        var journal = JournalOpening.Open(settings, options);

        // By a factory, so that the container closes it, after the grains have stopped.
        builder.Services.AddSingleton(_ => new MeteredJournal(journal, () => settings.Kind == JournalKind.Sqlite ? SqliteJournal.BytesIn(options.Data) : null, TimeProvider.System));
        builder.Services.AddSingleton<IJournal>(services => services.GetRequiredService<MeteredJournal>());
        builder.Services.AddSingleton<IReadiness, JournalReadiness>();
    }

    private static void Tell(WebApplication app, string engine, ServerSettings settings)
    {
        var urls = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var line in StartMessage.Lines(engine, settings, StartMessage.PortOf(urls)))
        {
            Console.WriteLine(line);
        }
    }
}
