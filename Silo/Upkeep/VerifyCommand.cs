using CoCreate.Upkeep;

namespace CoCreate.Silo.Upkeep;

/// <summary><c>verify</c>: findings go to the output, one a line; how far it is goes to the error output.</summary>
internal static class VerifyCommand
{
    public static async Task<int> Run(CommandArguments order, CancellationToken cancellation)
    {
        if (order.Switches.Contains("--delete-snapshots"))
        {
            await using var writable = Store.ToWrite(order);
            await writable.Journal.DeleteSnapshots(cancellation);
        }

        await using var store = Store.ToRead(order);
        var report = await new StoreCheck(store.Journal, new ConsoleProgress("Checked")).Run(cancellation);
        foreach (var finding in report.Findings)
        {
            Console.WriteLine(finding);
        }

        Console.WriteLine($"{(report.IsSound ? "Sound" : "NOT SOUND")}: {ConsoleProgress.Words(report.Checked)} were checked.");
        return report.IsSound ? Commands.Good : Commands.Bad;
    }
}
