using Microsoft.Extensions.Logging.Console;

namespace CoCreate.Silo;

/// <summary>How the server logs.</summary>
internal enum LogKind
{
    /// <summary>For people where the error output is a terminal, otherwise for programs.</summary>
    Auto,

    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: one JSON object a line.</summary>
    Json,
}

/// <summary>Logs go to the error output. What the server tells people at its start is on the output, and is no log.</summary>
internal static class LogSetup
{
    /// <summary>Reads how to log.</summary>
    public static LogKind Read(SettingsReader reader) => reader.Choice($"{SiloOptions.Section}:Logs", LogKind.Auto);

    /// <summary>Sets it up.</summary>
    public static void Apply(WebApplicationBuilder builder, LogKind kind)
    {
        builder.Logging.ClearProviders();
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (kind == LogKind.Json || (kind == LogKind.Auto && Console.IsErrorRedirected))
        {
            builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        }
        else
        {
            builder.Logging.AddSimpleConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "HH:mm:ss "));
        }

        CalmLogs.Apply(builder.Services);
    }
}
