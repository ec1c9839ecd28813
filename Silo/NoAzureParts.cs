using CoCreate.Journals;

namespace CoCreate.Silo;

/// <summary>Stands in for what needs Azure's packages in builds without them.</summary>
internal static class AzureParts
{
    /// <summary>Whether this build has them.</summary>
    public static bool IsBuilt => false;

    /// <summary>Always refuses; the settings were refused before.</summary>
    public static IJournal OpenJournal(JournalSettings settings) => throw new InvalidOperationException($"This build has no Azure Tables ({settings.Kind}).");
}
