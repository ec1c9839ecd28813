using System.Text.RegularExpressions;

namespace CoCreate.Tests.Boards;

/// <summary>Decide, apply and view are pure: they know no engine, clock, storage, logger or random source. A journal can then be replayed anywhere.</summary>
public sealed partial class DeciderPurity
{
    [Fact]
    public void Deciding_applying_and_viewing_know_nothing_of_the_world_outside()
    {
        var folder = Path.Combine(Repository.Root, "Grains");
        var pure = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(IsPure).ToList();
        Assert.True(pure.Count > 15, "The pure files were not found.");
        foreach (var file in pure)
        {
            var impure = Impure().Match(File.ReadAllText(file));
            Assert.False(impure.Success, $"{Path.GetFileName(file)} says '{impure.Value}': pass it in instead.");
        }
    }

    private static bool IsPure(string file) =>
        !file.Contains($"{Path.DirectorySeparatorChar}Journals{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && (
        file.EndsWith("Decider.cs", StringComparison.Ordinal) || file.EndsWith("Applier.cs", StringComparison.Ordinal)
        || (file.EndsWith("View.cs", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}Journals{Path.DirectorySeparatorChar}", StringComparison.Ordinal)) || file.EndsWith("Rights.cs", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}Decisions{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        || file.Contains($"{Path.DirectorySeparatorChar}Changes{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(using Orleans|IJournal|TimeProvider|DateTime|Stopwatch|Random|RandomNumberGenerator|Guid|ILogger|IGrain\w*|Task|File\.(Read|Write|Open|Create|Append|Move|Copy|Delete|Exists)\w*|Environment|Ids\.New\w*)\b")]
    private static partial Regex Impure();
}
