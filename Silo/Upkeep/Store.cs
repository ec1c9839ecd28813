using CoCreate.Journals;

namespace CoCreate.Silo.Upkeep;

/// <summary>Opens the store that the settings name, for an order.</summary>
internal static class Store
{
    /// <summary>For reading alone, also while a server writes to it.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public static OpenStore ToRead(CommandArguments order)
    {
        var view = SqliteJournalView.Open(order.Options.Data);
        return new OpenStore(view, view.DisposeAsync);
    }

    /// <summary>For writing, which no server may do meanwhile.</summary>
    /// <exception cref="JournalException">It cannot be written, or a server uses it.</exception>
    public static OpenStore ToWrite(CommandArguments order)
    {
        var journal = SqliteJournal.Open(order.Options.Data, TimeProvider.System);
        return new OpenStore(journal, journal.DisposeAsync);
    }

    /// <summary>Puts what is in the store aside, where that can be done.</summary>
    /// <returns>Where it is now, or null when there was nothing.</returns>
    public static string? MoveAside(CommandArguments order) => SqliteJournal.MoveAside(order.Options.Data, TimeProvider.System);
}

/// <summary>An open store, to be closed after the order.</summary>
internal sealed class OpenStore(IJournal journal, Func<ValueTask> close) : IAsyncDisposable
{
    /// <summary>What is in it.</summary>
    public IJournal Journal => journal;

    public ValueTask DisposeAsync() => close();
}
