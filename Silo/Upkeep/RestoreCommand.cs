using System.Globalization;
using CoCreate.Upkeep;

namespace CoCreate.Silo.Upkeep;

/// <summary><c>restore FILE</c>.</summary>
internal static class RestoreCommand
{
    public static async Task<int> Run(CommandArguments order, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(order.File);
        if (order.Switches.Contains("--replace"))
        {
            // Not before it is certain that there is something to put in its place.
            Restore.Check(path, new ConsoleProgress("Checked"));
            if (Store.MoveAside(order) is { } aside)
            {
                Console.WriteLine($"What was there is in {aside} now. Delete it when you are sure that you do not need it.");
            }
        }

        await using var store = Store.ToWrite(order);
        var restore = new Restore(store.Journal, TimeProvider.System, new ConsoleProgress("Checked or restored"));
        var (manifest, tally) = await restore.Read(path, order.Files.Write, cancellation);
        var mark = DateTimeOffset.FromUnixTimeMilliseconds(manifest.MarkedAt);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Restored {ConsoleProgress.Words(tally)}, as they were at {mark:yyyy-MM-dd HH:mm:ss} UTC. You can start the server."));
        return Commands.Good;
    }
}
