using CoCreate.Journals;

namespace CoCreate.Silo;

/// <summary>What needs Azure's packages and no engine. Only in builds with them.</summary>
internal static class AzureParts
{
    /// <summary>Whether this build has them.</summary>
    public static bool IsBuilt => true;

    /// <summary>Opens the journal in Azure's tables.</summary>
    /// <exception cref="JournalException">It cannot be used; the message says what to do.</exception>
    public static IJournal OpenJournal(JournalSettings settings) => AzureTables.Open(settings.ConnectionString, settings.Table, TimeProvider.System);
}
