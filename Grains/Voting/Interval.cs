namespace CoCreate.Voting;

/// <summary>The two ends of a 95 % interval: what the result would mostly be between if other people like these had voted.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The normal distribution's 97.5 % point.</summary>
    public const double Z = 1.959963984540054;

    /// <summary>Student's t, 97.5 % points for 1 to 30 degrees of freedom (Student, <i>Metron</i> 5, 1925; as in any table).</summary>
    private static readonly double[] _t =
    [
        12.706204736, 4.302652730, 3.182446305, 2.776445105, 2.570581836, 2.446911851, 2.364624252, 2.306004135, 2.262157163, 2.228138852,
        2.200985160, 2.178812830, 2.160368656, 2.144786688, 2.131449546, 2.119905299, 2.109815578, 2.100922040, 2.093024054, 2.085963447,
        2.079613845, 2.073873068, 2.068657610, 2.063898562, 2.059538553, 2.055529439, 2.051830516, 2.048407142, 2.045229642, 2.042272456,
    ];

    /// <summary>Of a share, by E. B. Wilson's score interval ("Probable inference, the law of succession, and statistical inference", JASA 22, 1927): good for few people, and for
    /// shares near 0 and 1.</summary>
    /// <param name="yes">How many said yes, 0 to <paramref name="people"/>.</param>
    /// <param name="people">How many were asked; with none the interval is all there is, 0 to 1.</param>
    public static Interval OfShare(int yes, int people)
    {
        if (people == 0)
        {
            return new Interval(0, 1);
        }

        var (n, p) = ((double)people, (double)yes / people);
        var middle = p + (Z * Z / (2 * n));
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var scale = 1 + (Z * Z / n);
        return new Interval(yes == 0 ? 0 : (middle - half) / scale, yes == people ? 1 : (middle + half) / scale);
    }

    /// <summary>Of a mean, by Student's t ("The probable error of a mean", <i>Biometrika</i> 6, 1908), cut to the range that values can have.</summary>
    /// <param name="sum">Sum of the values.</param>
    /// <param name="squares">Sum of their squares.</param>
    /// <param name="people">How many values there are; with one or none the interval is the whole range.</param>
    /// <param name="least">The least value there can be.</param>
    /// <param name="most">The highest value there can be.</param>
    public static Interval OfMean(long sum, long squares, int people, double least, double most)
    {
        if (people < 2)
        {
            return new Interval(least, most);
        }

        var mean = (double)sum / people;
        var variance = Math.Max(0, (squares - (mean * sum)) / (people - 1));
        var half = StudentT(people - 1) * Math.Sqrt(variance / people);
        return new Interval(Math.Max(least, mean - half), Math.Min(most, mean + half));
    }

    /// <summary>Student's t at 97.5 %. Above 30 degrees of freedom by the expansion in Abramowitz and Stegun, <i>Handbook of Mathematical Functions</i> (1964), 26.7.5.</summary>
    public static double StudentT(int degrees)
    {
        if (degrees <= _t.Length)
        {
            return _t[degrees - 1];
        }

        double z3 = Z * Z * Z, z5 = z3 * Z * Z;
        return Z + ((z3 + Z) / (4.0 * degrees)) + (((5 * z5) + (16 * z3) + (3 * Z)) / (96.0 * degrees * degrees));
    }

    /// <summary>The same interval of something so many times as large.</summary>
    public Interval Times(double factor) => new(Low * factor, High * factor);
}
