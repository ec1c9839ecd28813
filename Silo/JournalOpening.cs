using CoCreate.Journals;

namespace CoCreate.Silo;

/// <summary>Opens the journal that the settings name. A new kind of journal is opened here and named in <see cref="JournalKind"/>.</summary>
internal static class JournalOpening
{
    /// <summary>Opens it, proved readable and writable. Whoever gets it disposes it.</summary>
    /// <exception cref="JournalException">It cannot be used; the message says what to do.</exception>
    public static IJournal Open(JournalSettings settings, SiloOptions options) => settings.Kind switch
    {
        JournalKind.Sqlite => SqliteJournal.Open(options.Data, TimeProvider.System),
        JournalKind.Postgres => OpenPostgres(settings),
        JournalKind.Azure => AzureParts.OpenJournal(settings),
        _ => throw new InvalidOperationException($"{settings.Kind} is no kind of journal."),
    };

    private static PostgresJournal OpenPostgres(JournalSettings settings)
    {
        var journal = PostgresJournal.Open(settings.ConnectionString);
        if (journal.Warning is { } warning)
        {
            Console.Error.WriteLine($"Warning: {warning}");
        }

        return journal;
    }
}
