using CoCreate.Bench.Reports;
using CoCreate.Bench.Servers;

namespace CoCreate.Bench.Scenarios;

/// <summary>One row of the table of goals: something that is measured, for the product and beside it for the peers.</summary>
internal interface IScenario
{
    /// <summary>Its name on the command line.</summary>
    string Key { get; }

    /// <summary>What is measured, in words.</summary>
    string Title { get; }

    /// <summary>What the product is to reach.</summary>
    string Goal { get; }

    /// <summary>The names of the figures that the goal is about, the one that servers are compared by first.</summary>
    IReadOnlyList<string> Headlines { get; }

    /// <summary>Which peers are measured too: those whose names contain one of these words.</summary>
    IReadOnlyList<string> Peers { get; }

    /// <summary>Measures one server.</summary>
    Task<Row> MeasureAsync(IContestant contestant, Effort effort);
}

/// <summary>Sets of peers.</summary>
internal static class PeerSets
{
    /// <summary>Every peer.</summary>
    public static readonly IReadOnlyList<string> All = [""];

    /// <summary>None: what is measured means nothing for a server that keeps no boards.</summary>
    public static readonly IReadOnlyList<string> None = [];
}

/// <summary>How long to measure.</summary>
/// <param name="Repetitions">How many times each figure is taken; the median is reported.</param>
/// <param name="WarmUpSeconds">Before the first.</param>
/// <param name="MeasureSeconds">Each time.</param>
internal sealed record Effort(int Repetitions, double WarmUpSeconds, double MeasureSeconds)
{
    /// <summary>For figures that are to be written down.</summary>
    public static readonly Effort Full = new(3, 4, 3);

    /// <summary>For a first look.</summary>
    public static readonly Effort Quick = new(1, 1.5, 2);
}
