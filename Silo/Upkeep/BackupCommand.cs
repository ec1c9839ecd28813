using CoCreate.Upkeep;

namespace CoCreate.Silo.Upkeep;

/// <summary><c>backup FILE</c>.</summary>
internal static class BackupCommand
{
    public static async Task<int> Run(CommandArguments order, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(order.File);
        await using var store = Store.ToRead(order);
        var backup = new Backup(store.Journal, TimeProvider.System, new ConsoleProgress("Backed up"));
        var tally = await backup.Write(path, order.Files.ReadKeys(), order.Files.ReadAttachments(), cancellation);
        Console.WriteLine($"{path}: {ConsoleProgress.Words(tally)}. Keep it where only you can read it: it holds every board, and the keys that people are known by.");
        return Commands.Good;
    }
}
