using CoCreate.Journals;
using CoCreate.Upkeep;

namespace CoCreate.Silo.Upkeep;

/// <summary>Opens the store that the settings name, for an order.</summary>
internal static class Store
{
    /// <summary>For reading alone, also while a server writes to it.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public static OpenStore ToRead(CommandArguments order)
    {
        var settings = JournalSettings.Read(order.Configuration);

        // Databases take any number of processes; a file in the data folder belongs to its server, and is only looked at.
        return new OpenStore(settings.Kind == JournalKind.Sqlite ? SqliteJournalView.Open(order.Options.Data) : JournalOpening.Open(settings, order.Options));
    }

    /// <summary>For writing, which no server may do meanwhile.</summary>
    /// <exception cref="JournalException">It cannot be written, or a server uses it.</exception>
    public static OpenStore ToWrite(CommandArguments order) => new(JournalOpening.Open(JournalSettings.Read(order.Configuration), order.Options));

    /// <summary>Puts what is in the store aside, where that can be done.</summary>
    /// <returns>Where it is now, or null when there was nothing.</returns>
    /// <exception cref="BackupException">This kind of store cannot put anything aside.</exception>
    public static string? MoveAside(CommandArguments order) => JournalSettings.Read(order.Configuration).Kind == JournalKind.Sqlite
        ? SqliteJournal.MoveAside(order.Options.Data, TimeProvider.System)
        : throw new BackupException(
            "Boards are kept in a database, which this program does not clear. Give Journal:ConnectionString of an empty database (or empty this one with its own tools), and restore without --replace.");
}

/// <summary>An open store, to be closed after the order.</summary>
internal sealed class OpenStore(IJournal journal) : IAsyncDisposable
{
    /// <summary>What is in it.</summary>
    public IJournal Journal => journal;

    public ValueTask DisposeAsync() => journal is IAsyncDisposable open ? open.DisposeAsync() : ValueTask.CompletedTask;
}
