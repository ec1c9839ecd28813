using System.Text;

namespace CoCreate.Playbooks;

/// <summary>The playbooks that come with the server: the files in <c>Grains/Playbooks/Shipped</c>, which are part of this assembly.</summary>
public static class ShippedPlaybooks
{
    private static readonly Lazy<IReadOnlyDictionary<string, Playbook>> _all = new(Load);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyDictionary<string, Playbook> All => _all.Value;

    /// <summary>What is needed to choose one.</summary>
    public static PlaybookSummary Summary(Playbook playbook) =>
        new(playbook.Id, playbook.Title, playbook.When, playbook.People, playbook.Minutes, [.. playbook.Steps.Select(step => step.Name)], playbook.Tags);

    private static SortedDictionary<string, Playbook> Load()
    {
        var assembly = typeof(ShippedPlaybooks).Assembly;
        var all = new SortedDictionary<string, Playbook>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("playbook.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var (playbook, problems) = PlaybookReader.Read(reader.ReadToEnd());
            all.Add(playbook?.Id ?? throw new InvalidOperationException($"{name}: {problems[0].Path}: {problems[0].Text}"), playbook);
        }

        return all;
    }
}
