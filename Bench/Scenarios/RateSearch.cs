namespace CoCreate.Bench.Scenarios;

/// <summary>Looks for the highest rate that holds: up in steps while rates hold, then halfway between the highest that held and the lowest that did not.</summary>
/// <param name="first">The rate to try first.</param>
/// <param name="precision">How near the lowest failing rate the highest holding one has to be, as a ratio above 1.</param>
/// <param name="limit">How many tries there are at most.</param>
internal sealed class RateSearch(double first, double precision, int limit)
{
    private const double Growth = 1.6;
    private int _tries;
    private bool _hasFailedOnce;

    /// <summary>The rate to try now.</summary>
    public double Rate { get; private set; } = first;

    /// <summary>The highest rate that held; 0 for none.</summary>
    public double Best { get; private set; }

    /// <summary>The lowest rate that did not hold; infinite for none.</summary>
    public double Failed { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether there is nothing more to try.</summary>
    public bool IsDone => _tries >= limit || Failed <= Best * precision;

    /// <summary>Takes the outcome of trying <see cref="Rate"/>. A rate fails when it did not hold twice: once may be the neighbour's noise.</summary>
    public void Take(bool holds)
    {
        _tries++;
        if (!holds && !_hasFailedOnce)
        {
            _hasFailedOnce = true;
            return;
        }

        _hasFailedOnce = false;
        (Best, Failed) = holds ? (Rate, Failed) : (Best, Rate);
        Rate = (Best, Failed) switch
        {
            (0, _) => Failed / 2,
            (_, double.PositiveInfinity) => Best * Growth,
            _ => Math.Sqrt(Best * Failed),
        };
    }
}
