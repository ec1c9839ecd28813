namespace CoCreate.Voting;

/// <summary>What one person said. A method reads the part that it is about.</summary>
/// <param name="Marks">What they gave to each option: dots, 1 for yes, scores, votes, points.</param>
/// <param name="Ranking">Options in their order, the best first, each at most once.</param>
/// <param name="Pairs">Pairs they compared, each at most once, whichever way round.</param>
public sealed record CastBallot(IReadOnlyDictionary<string, int> Marks, IReadOnlyList<string> Ranking, IReadOnlyList<Comparison> Pairs)
{
    private static readonly Dictionary<string, int> _noMarks = [];

    /// <summary>A ballot with nothing but marks.</summary>
    public static CastBallot Marking(IReadOnlyDictionary<string, int> marks) => new(marks, [], []);

    /// <summary>A ballot with nothing but an order.</summary>
    public static CastBallot Ranked(params string[] ranking) => new(_noMarks, ranking, []);

    /// <summary>A ballot with nothing but comparisons.</summary>
    public static CastBallot Comparing(params Comparison[] pairs) => new(_noMarks, [], pairs);
}

/// <summary>Two options that one person compared.</summary>
/// <param name="First">One option.</param>
/// <param name="Second">The other one.</param>
/// <param name="Better">The better one's id; empty where they could not decide.</param>
public readonly record struct Comparison(string First, string Second, string Better);

/// <summary>What an option came to.</summary>
/// <param name="Option">The option.</param>
/// <param name="Value">Its result, by which options are placed: more is better.</param>
/// <param name="Range">The 95 % interval of the result; the result itself where the method has none.</param>
/// <param name="Voters">How many people said anything about it.</param>
public sealed record Tally(string Option, double Value, Interval Range, int Voters)
{
    /// <summary>Whether it fits into the purse, for the method that has one.</summary>
    public bool Fits { get; init; } = true;

    /// <summary>A result without an interval.</summary>
    public static Tally Exact(string option, double value, int voters) => new(option, value, new Interval(value, value), voters);
}
