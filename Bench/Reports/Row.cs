namespace CoCreate.Bench.Reports;

/// <summary>One measured figure.</summary>
/// <param name="Name">What it is; also the column's head.</param>
/// <param name="Unit">Its unit; empty for a plain number.</param>
/// <param name="Value">Its value.</param>
internal sealed record Figure(string Name, string Unit, double Value);

/// <summary>What one server came to in one scenario.</summary>
/// <param name="Server">The server's name.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Note">What a reader has to know beside them; may be empty.</param>
internal sealed record Row(string Server, IReadOnlyList<Figure> Figures, string Note);

/// <summary>What a scenario came to.</summary>
/// <param name="Key">The scenario's name on the command line.</param>
/// <param name="Title">What was measured.</param>
/// <param name="Goal">What the product is to reach.</param>
/// <param name="Headlines">The names of the figures that the goal is about, the one that servers are compared by first.</param>
/// <param name="Day">When, in UTC, as yyyy-MM-dd.</param>
/// <param name="Machine">Cores and versions of the runtimes, in words.</param>
/// <param name="IsQuick">Whether it was a first look only.</param>
/// <param name="DiskSync">How long the disk took to make a small write durable, measured in the same run.</param>
/// <param name="Rows">A row for each server; the product first when it took part.</param>
internal sealed record ScenarioResult(
    string Key,
    string Title,
    string Goal,
    IReadOnlyList<string> Headlines,
    string Day,
    string Machine,
    bool IsQuick,
    DiskSync DiskSync,
    IReadOnlyList<Row> Rows);
