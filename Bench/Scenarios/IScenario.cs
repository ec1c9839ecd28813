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

    /// <summary>Whether peers are measured too.</summary>
    bool HasPeers { get; }

    /// <summary>Measures one server.</summary>
    Task<Row> MeasureAsync(IContestant contestant, Effort effort);
}

/// <summary>How long to measure.</summary>
/// <param name="Repetitions">How many times each figure is taken; the median is reported.</param>
/// <param name="WarmUpSeconds">Before the first.</param>
/// <param name="MeasureSeconds">Each time.</param>
internal sealed record Effort(int Repetitions, double WarmUpSeconds, double MeasureSeconds)
{
    /// <summary>For figures that are to be written down.</summary>
    public static readonly Effort Full = new(3, 3, 4);

    /// <summary>For a first look.</summary>
    public static readonly Effort Quick = new(1, 1.5, 2);
}
