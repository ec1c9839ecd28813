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
        File.WriteAllText(PathOf(result.Key), JsonSerializer.Serialize(result, Format));
    }

    /// <summary>The results there are of the given scenarios, in their order.</summary>
    public IReadOnlyList<ScenarioResult> Load(IEnumerable<string> keys) =>
        [.. keys.Select(PathOf).Where(File.Exists).Select(path => JsonSerializer.Deserialize<ScenarioResult>(File.ReadAllText(path))!)];

    private string PathOf(string key) => Path.Combine(folder, key + ".json");
}
