using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CoCreate.Silo.Telemetry;

/// <summary>Sends metrics and traces by OTLP to the collector that OpenTelemetry's standard environment variables name. Without one, nothing is measured that costs anything.</summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    /// <summary>Whole traces that are kept when nobody says otherwise (OTEL_TRACES_SAMPLER): one in a hundred.</summary>
    private const double TracesKept = 0.01;

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Our own meters, and beside them those of the runtime, the web server, and Orleans where it is the engine. None of them has what people wrote, or their addresses.</summary>
    private static readonly string[] _meterNames = ["CoCreate.*", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans"];

    private static readonly string[] _sources = [Tracing.SourceName, "Microsoft.Orleans.Application"];
    private MeterProvider? _meters;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (IsSet(Endpoint) || IsSet("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"))
        {
            _meters = Sdk.CreateMeterProviderBuilder()
                .AddMeter(_meterNames)
                .AddOtlpExporter()
                .Build();
        }

        if (IsSet(Endpoint) || IsSet("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"))
        {
            var traces = Sdk.CreateTracerProviderBuilder().AddSource(_sources).AddOtlpExporter();
            _traces = (IsSet("OTEL_TRACES_SAMPLER") ? traces : traces.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(TracesKept)))).Build();
        }

        return Task.CompletedTask;
    }

    /// <summary>What was measured last still leaves, unless nobody takes it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        const int patienceMs = 2_000;
        await Task.Run(() => _ = (_meters?.Shutdown(patienceMs), _traces?.Shutdown(patienceMs)), CancellationToken.None);
    }

    public void Dispose()
    {
        _meters?.Dispose();
        _traces?.Dispose();
    }

    private bool IsSet(string variable) => !string.IsNullOrEmpty(configuration[variable]);
}
