using Microsoft.Extensions.Logging.Console;

namespace CoCreate.Silo;

/// <summary>How the server logs: on the error output, for people when that is a terminal, otherwise one JSON object a line. <c>CoCreate:Logs</c> (<c>text</c> or <c>json</c>)
/// says otherwise. What the server tells people at its start is on the output, and is no log.</summary>
internal static class LogSetup
{
    /// <summary>Sets it up.</summary>
    /// <exception cref="StartException">The setting is neither.</exception>
    public static void Apply(WebApplicationBuilder builder)
    {
        var kind = builder.Configuration[$"{SiloOptions.Section}:Logs"] ?? (Console.IsErrorRedirected ? "json" : "text");
        builder.Logging.ClearProviders();
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        switch (kind)
        {
            case "json":
                builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
                break;
            case "text":
                builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (false, true, "HH:mm:ss "));
                break;
            default:
                throw new StartException($"\"{kind}\" is no way to log. Set CoCreate:Logs to text or json.");
        }
    }
}
