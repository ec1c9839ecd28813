using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoCreate.Boards;
using CoCreate.Journals;
using CoCreate.Tests.Journals;
using CoCreate.Web;

namespace CoCreate.Tests.Telemetry;

/// <summary>What is measured is what the operator's page and the dashboard say.</summary>
public sealed partial class InstrumentTests
{
    private const string Page = "docs/operations/RUNBOOK.md";
    private const string Dashboard = "docs/operations/grafana-dashboard.json";

    [Fact]
    public async Task The_operators_page_lists_every_instrument_with_its_kind_and_unit()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, Page));
        var rows = Row().Matches(page).Select(match => match.Value.Trim()).ToList();
        var wanted = (await Instruments()).Select(i => $"| `{i.Name}` | {KindOf(i)} | `{i.Unit}` | {i.Description} |").ToList();
        Assert.Equal(wanted, rows);
    }

    [Fact]
    public async Task Every_instrument_has_a_unit_a_description_and_a_name_of_OpenTelemetrys_form()
    {
        foreach (var instrument in await Instruments())
        {
            Assert.Matches(Name(), instrument.Name);
            Assert.Matches(Unit(), instrument.Unit);
            Assert.EndsWith(".", instrument.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_dashboard_asks_for_nothing_that_is_not_measured_and_shows_everything_that_matters()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, Dashboard));
        using var dashboard = JsonDocument.Parse(text);
        var asked = Expressions(dashboard.RootElement).SelectMany(e => Metric().Matches(e).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);
        var instruments = await Instruments();
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(instruments.SelectMany(PrometheusNames)));
        Assert.All(instruments, instrument => Assert.Contains(PrometheusNames(instrument), asked.Contains));
    }

    /// <summary>All of them, in the order of their names.</summary>
    private static async Task<List<Instrument>> Instruments()
    {
        var found = new Dictionary<string, Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith("CoCreate.", StringComparison.Ordinal))
                {
                    lock (found)
                    {
                        found[instrument.Name] = instrument;
                    }
                }
            },
        };
        await using var journal = new MeteredJournal(new MemoryJournal(), () => 1, TimeProvider.System);
        using var gateway = new GatewayMeters();
        BoardMeters.Activated(0);
        listener.Start();
        lock (found)
        {
            return [.. found.Values.OrderBy(i => i.Name, StringComparer.Ordinal)];
        }
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => "counter",
        "UpDownCounter" => "up-down counter",
        "Histogram" => "histogram",
        "ObservableGauge" => "gauge",
        var other => throw new InvalidOperationException($"Name {other} here and on the page."),
    };

    /// <summary>By the rules of OpenTelemetry for Prometheus: dots become underscores, a unit its name, a counter ends with _total.</summary>
    private static string[] PrometheusNames(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_') + unit;
        return KindOf(instrument) switch
        {
            "counter" => [$"{name}_total"],
            "histogram" => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
            _ => [name],
        };
    }

    private static IEnumerable<string> Expressions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.NameEquals("expr") ? [p.Value.GetString()!] : Expressions(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Expressions),
        _ => [],
    };

    [GeneratedRegex(@"^\| `cocreate\..*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\Acocreate(\.[a-z_]+)+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(s|By|\{[a-z]+\})\z")]
    private static partial Regex Unit();

    [GeneratedRegex(@"cocreate_[a-z_]+")]
    private static partial Regex Metric();
}
