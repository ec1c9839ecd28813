using CoCreate.Tests.Journals;

namespace CoCreate.Tests.ChildProcesses;

/// <summary>What this assembly does when a test starts it as a process of its own, to kill it or to stand in another's way.</summary>
public static class EntryPoint
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        [JournalWriterProcess.Name, var folder] => JournalWriterProcess.Run(folder),
        _ => Refuse(),
    };

    private static async Task<int> Refuse()
    {
        await Console.Error.WriteLineAsync("This is a test assembly. Run it with \"dotnet test\".");
        return 2;
    }
}
