namespace CoCreate.Bench.Reports;

/// <summary>A scenario's result in one line.</summary>
internal static class Summary
{
    /// <summary>The product's name in tables.</summary>
    public const string Product = "CoCreate";

    /// <summary>The product's figures that the goal is about.</summary>
    public static string OfProduct(ScenarioResult result) =>
        result.Rows.FirstOrDefault(row => row.Server == Product) is { } row ? Describe(row, result.Headlines) : "not measured";

    /// <summary>The same figures of each peer.</summary>
    public static string OfPeers(ScenarioResult result) =>
        string.Join("; ", result.Rows.Where(row => row.Server != Product).Select(row => $"{row.Server}: {Describe(row, result.Headlines)}"));

    private static string Describe(Row row, IReadOnlyList<string> headlines)
    {
        var figures = headlines.Select(name => row.Figures.FirstOrDefault(figure => figure.Name == name)).OfType<Figure>().ToArray();
        return figures.Length switch
        {
            0 => row.Note,
            1 => Describe(figures[0]),
            _ => string.Join(", ", figures.Select(figure => $"{figure.Name} {Describe(figure)}")),
        };
    }

    private static string Describe(Figure figure) => $"{TextTable.Format(figure.Value)}{(figure.Unit is "/s" or "×" or "%" ? "" : " ")}{figure.Unit}".Trim();
}
