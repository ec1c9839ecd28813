using CoCreate.Journals;
using CoCreate.Upkeep;

namespace CoCreate.Silo.Upkeep;

/// <summary>What the program does beside serving: <c>verify</c>, <c>backup FILE</c>, <c>restore FILE</c>.</summary>
internal static class Commands
{
    /// <summary>All went well.</summary>
    public const int Good = 0;

    /// <summary>Problems were found, or what was ordered was refused or failed.</summary>
    public const int Bad = 1;

    /// <summary>Nothing is known: the order was not understood, or the store cannot be reached.</summary>
    public const int Unclear = 2;

    private const string Usage = """
        Usage, with the same --data and other options as the server:
          verify [--delete-snapshots]   checks everything that is stored; also while the server runs
          backup FILE                   writes a backup; also while the server runs
          restore FILE [--replace]      restores a backup into an empty store, or, with --replace, in the place of what is there
        """;

    /// <summary>Whether arguments are such an order.</summary>
    public static bool IsOne(string[] arguments) => arguments is ["verify" or "backup" or "restore", ..];

    /// <summary>Carries an order out.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] arguments, CancellationToken cancellation)
    {
        try
        {
            var order = CommandArguments.Read(arguments);
            return order.Verb switch
            {
                "verify" => await VerifyCommand.Run(order, cancellation),
                "backup" => await BackupCommand.Run(order, cancellation),
                "restore" => await RestoreCommand.Run(order, cancellation),
                _ => throw new StartException(Usage),
            };
        }
        catch (StartException wrong)
        {
            return await Say(wrong.Message == Usage ? Usage : $"{wrong.Message}\n{Usage}", Unclear);
        }
        catch (BackupException refused)
        {
            return await Say(refused.Message, Bad);
        }
        catch (JournalException failure)
        {
            return await Say(failure.Message, arguments[0] == "verify" ? Unclear : Bad);
        }
        catch (OperationCanceledException)
        {
            return await Say(arguments[0] == "restore" ? "Stopped. If it had begun to write, run it again with --replace." : "Stopped. Nothing was changed.", Bad);
        }
    }

    private static async Task<int> Say(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
