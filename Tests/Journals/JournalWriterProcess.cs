using System.Globalization;
using System.Text;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>A process that writes to a journal until it is killed, and tells on its output what was acknowledged: "stream version", line by line.</summary>
internal static class JournalWriterProcess
{
    public const string Name = "journal-writer";

    /// <summary>What it says once the journal is open.</summary>
    public const string Ready = "open";

    public const int Streams = 20;

    /// <summary>Bounds under which the log starts over every few commits, so that a kill meets that too.</summary>
    public static readonly SqliteJournalSettings Settings = new() { CheckpointPages = 40, UrgentCheckpointPages = 120 };

    public static string Stream(int number) => string.Create(CultureInfo.InvariantCulture, $"board/{number}");

    /// <summary>What the batch that starts at a version holds: one version in size and content, so that the parent can tell it from any other.</summary>
    public static byte[] Payload(string stream, long first)
    {
        var line = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{stream}@{first};"));
        return [.. Enumerable.Repeat(line, 1 + (int)(first % 97)).SelectMany(bytes => bytes)];
    }

    public static async Task<int> Run(string folder)
    {
        await using var output = Console.OpenStandardOutput();
        await using var journal = SqliteJournal.Open(folder, TimeProvider.System, Settings);
        var gate = new Lock();
        Tell(Ready);
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(number => Task.Run(() => Write(Stream(number)))));
        return 0;

        void Tell(string line)
        {
            lock (gate)
            {
                output.Write(Encoding.ASCII.GetBytes(line + "\n"));
            }
        }

        async Task Write(string stream)
        {
            var version = 0L;
            await foreach (var batch in journal.Read(stream, 0, CancellationToken.None))
            {
                version = batch.Last;
            }

            while (true)
            {
                await journal.Append(stream, version, new JournalBatch(1, Payload(stream, version + 1)), CancellationToken.None);
                version++;
                Tell(string.Create(CultureInfo.InvariantCulture, $"{stream} {version}"));
                if (version % 50 == 0)
                {
                    await journal.WriteSnapshot(stream, new StoredSnapshot(version, "test", Payload(stream, version)), CancellationToken.None);
                }
            }
        }
    }
}
