using System.Globalization;

namespace CoCreate.Bench.Reports;

/// <summary>Rows as a table: servers down, figures across.</summary>
internal static class TextTable
{
    /// <summary>The table's cells, the head first. Figures that a server does not have are empty.</summary>
    public static IReadOnlyList<string[]> Cells(ScenarioResult result)
    {
        var columns = result.Rows.SelectMany(row => row.Figures).Select(Head).Distinct().ToArray();
        var cells = new List<string[]> { (string[])["server", .. columns, "notes"] };
        foreach (var row in result.Rows)
        {
            var values = row.Figures.ToDictionary(Head, figure => Format(figure.Value));
            cells.Add([row.Server, .. columns.Select(column => values.GetValueOrDefault(column, "")), row.Note]);
        }

        return cells;
    }

    /// <summary>The table for a terminal.</summary>
    public static string Render(ScenarioResult result)
    {
        var cells = Cells(result);
        var widths = Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length)).ToArray();
        var lines = cells.Select(row => "  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd());
        return string.Join('\n', lines);
    }

    /// <summary>A number with about three digits that matter.</summary>
    public static string Format(double value) => Math.Abs(value) switch
    {
        >= 100_000 => (value / 1e6).ToString("0.00", CultureInfo.InvariantCulture) + " M",
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static string Head(Figure figure) => figure.Unit.Length == 0 ? figure.Name : $"{figure.Name}, {figure.Unit}";
}
