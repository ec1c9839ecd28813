using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CoCreate.Journals;

namespace CoCreate.Tests.Postgres;

/// <summary>Writers that append to the same few streams through several journals while faults strike, and what each was told. In the end the streams must be
/// what the writers were told: acknowledged batches at their versions, refused ones nowhere, unknown ones as reading told it at once, and nothing else.</summary>
/// <param name="seed">Decides what each writer does and when a fault strikes.</param>
/// <param name="journals">The journals over one store.</param>
/// <param name="strike">Does some harm, chosen by the given random numbers. Never called twice at a time.</param>
internal sealed class RandomWriters(int seed, IReadOnlyList<IJournal> journals, Func<Random, Task> strike)
{
    private const int Streams = 6;
    private readonly ConcurrentBag<Told> _told = [];
    private readonly ConcurrentDictionary<string, int> _counts = [];
    private readonly SemaphoreSlim _striker = new(1);

    /// <summary>How often each outcome was told, so that a test can prove that it met what it is about.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Lets the writers work, all at once, and checks the streams.</summary>
    /// <param name="writers">How many work on each journal.</param>
    /// <param name="appends">How many batches each tries to append.</param>
    /// <param name="harm">The share of appends that come with a strike.</param>
    public async Task Play(int writers, int appends, double harm)
    {
        var work = Enumerable.Range(0, writers * journals.Count).Select(
            writer => Task.Run(() => Write(writer, journals[writer % journals.Count], appends, harm, new Random((seed * 1_000) + writer))));
        await Task.WhenAll(work);
        for (var number = 0; number < Streams; number++)
        {
            await Check(Stream(number));
        }
    }

    private string Stream(int number) => string.Create(CultureInfo.InvariantCulture, $"random/{seed}/{number}");

    private async Task Write(int writer, IJournal journal, int appends, double harm, Random random)
    {
        for (var number = 0; number < appends; number++)
        {
            var stream = Stream(random.Next(Streams));
            var expected = Math.Max(0, (await Read(journal, stream)).Count - (random.Next(10) == 0 ? 1 : 0));
            var text = string.Create(CultureInfo.InvariantCulture, $"{writer}.{number}");
            var append = journal.Append(stream, expected, new JournalBatch(1, Encoding.UTF8.GetBytes(text)), CancellationToken.None).AsTask();
            if (random.NextDouble() < harm)
            {
                await Strike(random);
            }

            await Note(journal, new Told(stream, expected + 1, text, await Outcome(append), IsThere: false));
        }
    }

    private async Task Strike(Random random)
    {
        await _striker.WaitAsync();
        try
        {
            await strike(random);
        }
        finally
        {
            _striker.Release();
        }
    }

    private async Task Note(IJournal journal, Told told)
    {
        var isThere = told.Failure is null || (told.Failure == JournalFailure.Unknown && (await Read(journal, told.Stream)).Contains(told.Text));
        _told.Add(told with { IsThere = isThere });
        _counts.AddOrUpdate(told.Failure is { } failure ? $"{failure}{(isThere ? " written" : "")}" : "Acknowledged", 1, (_, count) => count + 1);
    }

    /// <summary>Reads a stream; again for as long as the store is away.</summary>
    private static async Task<List<string>> Read(IJournal journal, string stream)
    {
        while (true)
        {
            try
            {
                var texts = new List<string>();
                await foreach (var batch in journal.Read(stream, 0, CancellationToken.None))
                {
                    texts.Add(Encoding.UTF8.GetString(batch.Payload.Span));
                }

                return texts;
            }
            catch (JournalException failure) when (failure.Failure == JournalFailure.Unavailable)
            {
                // It comes back: strikes do not last.
            }
        }
    }

    private static async Task<JournalFailure?> Outcome(Task append)
    {
        try
        {
            await append;
            return null;
        }
        catch (JournalException failure) when (failure.Failure is JournalFailure.Conflict or JournalFailure.Unavailable or JournalFailure.Unknown)
        {
            return failure.Failure;
        }
    }

    private async Task Check(string stream)
    {
        var texts = await Read(journals[0], stream);
        var told = _told.Where(told => told.Stream == stream).ToList();
        Assert.Equal(texts.Order(), told.Where(told => told.IsThere).Select(told => told.Text).Order());
        foreach (var acknowledged in told.Where(told => told.Failure is null))
        {
            Assert.Equal(acknowledged.Text, texts[(int)acknowledged.Version - 1]);
        }
    }

    /// <summary>What a writer was told about a batch, and whether the stream held it then.</summary>
    private sealed record Told(string Stream, long Version, string Text, JournalFailure? Failure, bool IsThere);
}
