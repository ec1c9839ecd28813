using System.Text.Json;

namespace CoCreate.Bench.Reports;

/// <summary>The latest result of each scenario, a JSON file each.</summary>
internal sealed class ResultStore(string folder)
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <summary>Keeps a result in place of the one before.</summary>
    public void Save(ScenarioResult result)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, result.Key + ".json"), JsonSerializer.Serialize(result, Format));
    }

    /// <summary>Every result there is, in no particular order.</summary>
    public IReadOnlyList<ScenarioResult> LoadAll() => !Directory.Exists(folder)
        ? []
        : [.. Directory.GetFiles(folder, "*.json").Select(path => JsonSerializer.Deserialize<ScenarioResult>(File.ReadAllText(path))!)];
}
