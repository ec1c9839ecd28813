using System.Text;
using CoCreate.Journals;
using Microsoft.Data.Sqlite;

namespace CoCreate.Tests.Journals;

/// <summary>Damage anywhere in the file: what is read is right, or a message says what is wrong. Never fewer or other batches without a word.</summary>
public sealed class SqliteJournalDamageTests : IAsyncLifetime, IDisposable
{
    private const int PageSize = 4096;
    private const int Seed = 4_711;
    private static readonly int Rounds = Environment.GetEnvironmentVariable("COCREATE_LONG") == "1" ? 3_000 : 100;
    private readonly SqliteFolder _folder = new();
    private readonly Dictionary<string, List<string>> _written = [];
    private byte[] _sound = [];

    public async Task InitializeAsync()
    {
        await using (var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System))
        {
            await Write(journal);
        }

        _sound = await File.ReadAllBytesAsync(_folder.File);
        Assert.InRange(_sound.Length, 30 * PageSize, 200 * PageSize);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_not_touched_passes_this_suites_own_check()
    {
        Assert.Null(await ReadAll());
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_told()
    {
        for (var length = 0; length < _sound.Length; length += length < PageSize ? 300 : 5_300)
        {
            await Damage($"cut off at {length}", bytes => bytes[..length], isAlwaysTold: true);
        }

        await Damage("cut off by a byte", bytes => bytes[..^1], isAlwaysTold: true);
        await Damage("cut off by a page", bytes => bytes[..^PageSize], isAlwaysTold: true);
    }

    [Fact]
    public async Task A_page_of_zeros_anywhere_is_told()
    {
        for (var page = 0; page < _sound.Length / PageSize; page++)
        {
            await Damage($"page {page + 1} zeroed", bytes =>
            {
                bytes.AsSpan(page * PageSize, PageSize).Clear();
                return bytes;
            });
        }
    }

    [Fact]
    public async Task Two_pages_in_each_others_place_are_told()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds / 3; round++)
        {
            var (left, right) = (random.Next(_sound.Length / PageSize) * PageSize, random.Next(_sound.Length / PageSize) * PageSize);
            await Damage($"pages at {left} and {right} swapped", bytes =>
            {
                _sound.AsSpan(left, PageSize).CopyTo(bytes.AsSpan(right));
                _sound.AsSpan(right, PageSize).CopyTo(bytes.AsSpan(left));
                return bytes;
            });
        }
    }

    [Fact]
    public async Task A_flipped_bit_anywhere_is_told_or_harmless()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var (index, bit) = (random.Next(_sound.Length), random.Next(8));
            await Damage($"bit {bit} of byte {index} flipped (seed {Seed}, round {round})", bytes =>
            {
                bytes[index] ^= (byte)(1 << bit);
                return bytes;
            });
        }
    }

    [Theory]
    [InlineData("UPDATE batches SET count = count + 1 WHERE first = 3")]
    [InlineData("UPDATE batches SET count = 0 WHERE first = 3")]
    [InlineData("UPDATE batches SET count = 99999999999 WHERE first = 3")]
    [InlineData("UPDATE batches SET stream = -stream; UPDATE batches SET stream = 251 + stream")]
    [InlineData("INSERT INTO batches SELECT stream, first + 1, count, checksum, payload FROM batches WHERE first = 1")]
    [InlineData("UPDATE streams SET version = version - 1")]
    [InlineData("UPDATE streams SET version = version + 1")]
    [InlineData("DELETE FROM batches")]
    public async Task Rows_that_are_doubled_moved_or_changed_are_told(string sql)
    {
        await File.WriteAllBytesAsync(_folder.File, _sound);
        _folder.Execute(sql);
        Assert.Equal(JournalFailure.Damaged, (await ReadAll())?.Failure);
    }

    [Fact]
    public async Task An_append_to_a_stream_whose_version_was_set_back_overwrites_nothing()
    {
        _folder.Execute("UPDATE streams SET version = 2");
        await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System);
        var append = journal.Append(_written.Keys.First(), 2, new JournalBatch(1, default), CancellationToken.None).AsTask();
        var neighbour = journal.Append("board/new", 0, new JournalBatch(1, default), CancellationToken.None).AsTask();
        var failure = await Assert.ThrowsAsync<JournalException>(() => append);
        Assert.Equal(JournalFailure.Damaged, failure.Failure);
        Assert.Contains($"the stream \"{_written.Keys.First()}\"", failure.Message, StringComparison.Ordinal);
        await neighbour;
    }

    /// <summary>Enough streams for a list of several pages; some with batches that fill pages of their own.</summary>
    private async Task Write(SqliteJournal journal)
    {
        var random = new Random(Seed);
        for (var number = 0; number < 250; number++)
        {
            var name = $"board/{number:D30}";
            _written[name] = [.. Enumerable.Range(0, 3).Select(batch => string.Concat(Enumerable.Repeat($"{number}.{batch};", random.Next(number % 25 == 0 ? 1_500 : 20))))];
        }

        await Task.WhenAll(_written.Select(stream => Write(journal, stream.Key, stream.Value)));
    }

    private static async Task Write(SqliteJournal journal, string stream, List<string> texts)
    {
        for (var batch = 0; batch < texts.Count; batch++)
        {
            await journal.Append(stream, batch * 2, new JournalBatch(2, Encoding.UTF8.GetBytes(texts[batch])), CancellationToken.None);
        }

        await journal.WriteSnapshot(stream, new StoredSnapshot(6, "test", new byte[100]), CancellationToken.None);
    }

    private async Task Damage(string what, Func<byte[], byte[]> change, bool isAlwaysTold = false)
    {
        await File.WriteAllBytesAsync(_folder.File, change((byte[])_sound.Clone()));
        File.Delete(_folder.File + "-wal");
        File.Delete(_folder.File + "-shm");
        try
        {
            var failure = await ReadAll();
            var isTold = failure?.Failure is JournalFailure.Damaged;
            Assert.True(isTold || (failure is null && !isAlwaysTold), $"It says {failure?.Failure.ToString() ?? "nothing"}: {failure?.Message}");
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"With {what}: {failure.Message}", failure);
        }
    }

    /// <summary>Opens the file and reads all streams. Returns the first thing that the journal says; fails when it returns something else than was
    /// written without a word.</summary>
    private async Task<JournalException?> ReadAll()
    {
        JournalException? said = null;
        try
        {
            await using var journal = SqliteJournal.Open(_folder.Path, TimeProvider.System);
            foreach (var (stream, texts) in _written)
            {
                said ??= await ReadOne(journal, stream, texts);
                var snapshot = await journal.ReadSnapshot(stream, CancellationToken.None);
                Assert.True(snapshot is null || (snapshot is { Version: 6, Format: "test" } && snapshot.Payload.Span.SequenceEqual(new byte[100])));
            }
        }
        catch (JournalException failure)
        {
            return failure;
        }

        return said;
    }

    private static async Task<JournalException?> ReadOne(SqliteJournal journal, string stream, List<string> texts)
    {
        var read = new List<string>();
        try
        {
            await foreach (var batch in journal.Read(stream, 0, CancellationToken.None))
            {
                Assert.Equal((read.Count * 2) + 1, batch.First);
                read.Add(Encoding.UTF8.GetString(batch.Payload.Span));
            }
        }
        catch (JournalException failure)
        {
            Assert.Equal(texts.Take(read.Count), read);
            return failure;
        }

        Assert.Equal(texts, read);
        return null;
    }
}
