namespace CoCreate.Bench;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Scenarios">Names of scenarios; none for all.</param>
/// <param name="IsQuick">A first look in a tenth of the time.</param>
/// <param name="Repetitions">How many times each figure is taken; 0 for as many as usual.</param>
/// <param name="Writes">Whether docs/BENCHMARKS.md is written from the results.</param>
/// <param name="Servers">Only servers whose names contain one of these; none for all.</param>
internal sealed record Options(IReadOnlyList<string> Scenarios, bool IsQuick, int Repetitions, bool Writes, IReadOnlyList<string> Servers)
{
    /// <summary>How to call the benchmark.</summary>
    public const string Usage = """
        Bench/run [scenario…] [--quick] [--repeat N] [--only server,server] [--write]
          --quick   a first look: the figures of a few scenarios, shorter and once
          --repeat  takes each figure N times; the median is reported
          --only    measures only servers whose names contain one of these words
          --write   writes docs/BENCHMARKS.md from the latest result of each scenario ("Bench/run none --write" does only that)
        Scenarios ("200x4000" is 200 people on one board with 4,000 edits/s, for a closer look):
        """;

    /// <summary>Reads the command line; null when it cannot be understood.</summary>
    public static Options? Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options([], false, 0, false, []);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            switch (argument)
            {
                case "--quick":
                    options = options with { IsQuick = true };
                    break;
                case "--write":
                    options = options with { Writes = true };
                    break;
                case "--repeat" when i + 1 < arguments.Count && int.TryParse(arguments[i + 1], out var repetitions) && repetitions > 0:
                    options = options with { Repetitions = repetitions };
                    i++;
                    break;
                case "--only" when i + 1 < arguments.Count:
                    options = options with { Servers = arguments[++i].Split(',') };
                    break;
                case var unknown when unknown.StartsWith('-'):
                    return null;
                default:
                    options = options with { Scenarios = [.. options.Scenarios, argument] };
                    break;
            }
        }

        return options;
    }
}
