using System.Text;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Invites;
using CoCreate.Journals;
using CoCreate.Tests.Journals;
using CoCreate.Upkeep;

namespace CoCreate.Tests.Upkeep;

/// <summary>The check of a store finds what is wrong, wherever it is, and nothing where nothing is.</summary>
public sealed class StoreCheckTests
{
    private const int Stores = 60;

    [Fact]
    public async Task A_store_as_a_server_leaves_it_is_sound()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            await using var journal = new MemoryJournal();
            await StoreFiller.Fill(journal, seed);
            var report = await new StoreCheck(journal, new Unwatched()).Run(CancellationToken.None);
            Assert.Empty(report.Findings);
            Assert.Equal(journal.Store.Streams.Count, report.Checked.Streams);
            Assert.Equal(journal.Store.Streams.Values.Sum(rows => rows[^1].Batch.Last), report.Checked.Events);
        }
    }

    /// <summary>One damage of each kind in each of many stores, at a random place.</summary>
    [Fact]
    public async Task Damage_of_every_kind_at_any_place_is_found_in_its_stream_and_at_its_version()
    {
        var kinds = Enum.GetValues<Damage>();
        foreach (var seed in LongRun.Seeds(Stores))
        {
            var random = new Random(seed);
            var kind = kinds[seed % kinds.Length];
            await using var journal = new MemoryJournal();
            await StoreFiller.Fill(journal, seed, boards: 2, orders: 60);
            var (stream, version) = Damages.Make(journal.Store, kind, random);
            var report = await new StoreCheck(journal, new Unwatched()).Run(CancellationToken.None);

            Assert.False(report.IsSound, $"Seed {seed}: {kind} in {stream} was not found.");
            Assert.True(
                report.Findings.Any(finding => finding.Stream == stream && finding.Version == version),
                $"Seed {seed}: {kind} in {stream} at version {version} was found as: {string.Join("; ", report.Findings)}");
            Assert.All(report.Findings, finding => Assert.NotEmpty(finding.WhatToDo));
        }
    }

    [Fact]
    public async Task A_code_that_was_claimed_for_a_board_which_was_never_made_is_only_a_note()
    {
        await using var journal = new MemoryJournal();
        var claim = JsonSerializer.SerializeToUtf8Bytes<JoinCodeEvent>(new CodeClaimed("board-never-made"), JoinCodeJson.Default.JoinCodeEvent);
        await journal.Append("code/ABC234", 0, new JournalBatch(1, claim), CancellationToken.None);
        var report = await new StoreCheck(journal, new Unwatched()).Run(CancellationToken.None);
        Assert.True(report.IsSound);
        Assert.True(Assert.Single(report.Findings).IsNote);
    }

    [Fact]
    public async Task A_stream_of_a_kind_that_is_not_known_is_told_and_not_passed_over()
    {
        await using var journal = new MemoryJournal();
        await journal.Append("planet/mars", 0, new JournalBatch(1, "{}"u8.ToArray()), CancellationToken.None);
        var report = await new StoreCheck(journal, new Unwatched()).Run(CancellationToken.None);
        Assert.Equal("planet/mars", Assert.Single(report.Findings).Stream);
        Assert.False(report.IsSound);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_not_called_sound_or_damaged()
    {
        await using var disk = new MemoryJournal();
        await StoreFiller.Fill(disk, 1, boards: 1, orders: 5);
        using var journal = new FaultyJournal(disk, 1, FaultRates.Quiet, TimeProvider.System);
        journal.Crash();
        var failure = await Assert.ThrowsAsync<JournalException>(() => new StoreCheck(journal, new Unwatched()).Run(CancellationToken.None));
        Assert.Equal(JournalFailure.Unavailable, failure.Failure);
    }
}

/// <summary>What can be wrong in a store.</summary>
internal enum Damage
{
    PayloadBit,
    ChecksumBit,
    MissingBatch,
    DoubledBatch,
    SwappedBatches,
    NotJson,
    UnknownEvent,
    EventOfAnotherVersion,
    EventAboutNothing,
    WrongCount,
    OtherSnapshot,
    SnapshotOfTheFuture,
    MissingBoard,
    MissingCode,
    CodeOfAnotherBoard,
}

/// <summary>Makes them, behind the journal's back.</summary>
internal static class Damages
{
    /// <summary>Makes one at a random place. Gives the stream and the version that a check should name.</summary>
    public static (string Stream, long Version) Make(MemoryStore store, Damage damage, Random random)
    {
        var board = store.Streams.Keys.Where(name => name.StartsWith("board/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ElementAt(random.Next(2));
        var anyStream = store.Streams.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(store.Streams.Count));
        return damage switch
        {
            Damage.PayloadBit => Change(store, anyStream, random, row => row with { Batch = row.Batch with { Payload = Flipped(row.Batch.Payload.ToArray(), random) } }),
            Damage.ChecksumBit => Change(store, anyStream, random, row => row with { Checksum = Flipped([.. row.Checksum], random) }),
            Damage.MissingBatch => Change(store, anyStream, random, row => row with { Removed = true }),
            Damage.DoubledBatch => Double(store, board, random),
            Damage.SwappedBatches => Swap(store, board, random),
            Damage.NotJson => Rewrite(store, anyStream, random, _ => "nothing that was ever written"),
            Damage.UnknownEvent => Rewrite(store, anyStream, random, text => text.Replace("\"type\":\"", "\"type\":\"x-", StringComparison.Ordinal)),
            Damage.EventOfAnotherVersion => Rewrite(store, board, random, text => text.Replace("\"seq\":", "\"seq\":9", StringComparison.Ordinal)),
            Damage.EventAboutNothing => Rewrite(store, board, random, text => About(JsonSerializer.Deserialize(text, BoardJson.Stored.BoardEntryArray)!)),
            Damage.WrongCount => WrongCount(store, board),
            Damage.OtherSnapshot => OtherSnapshot(store, board, state => state with { Settings = state.Settings with { Title = "Another title" } }),
            Damage.SnapshotOfTheFuture => OtherSnapshot(store, board, state => state with { Seq = state.Seq + 100_000 }),
            Damage.MissingBoard => MissingBoard(store, board),
            Damage.MissingCode => MissingCode(store, board, random),
            Damage.CodeOfAnotherBoard => OtherCode(store, board),
            _ => throw new ArgumentOutOfRangeException(nameof(damage), damage, "Not a damage."),
        };
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static (string, long) Change(MemoryStore store, string stream, Random random, Func<MemoryStore.StoredRow, MemoryStore.StoredRow> change)
    {
        var rows = store.Streams[stream];
        var index = random.Next(rows.Count);
        var first = rows[index].Batch.First;
        rows[index] = change(rows[index]);
        return (stream, first);
    }

    /// <summary>Other content with a checksum that fits: what only replaying can find.</summary>
    private static (string, long) Rewrite(MemoryStore store, string stream, Random random, Func<string, string> change) => Change(store, stream, random, row =>
    {
        var payload = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(row.Batch.Payload.Span)));
        var batch = row.Batch with { Payload = payload };
        return new MemoryStore.StoredRow(batch, BatchChecksum.Of(stream, batch.First, batch.Count, payload));
    });

    private static string About(BoardEntry[] entries)
    {
        entries[0] = entries[0] with { Event = new IdeaRetitled("idea-never-was", "Title") };
        return JsonSerializer.Serialize(entries, BoardJson.Stored.BoardEntryArray);
    }

    private static (string, long) Double(MemoryStore store, string stream, Random random)
    {
        var rows = store.Streams[stream];
        var index = random.Next(rows.Count - 1);
        rows.Insert(index, rows[index]);

        // What has come is at this batch's end; the double is where the next should begin.
        return (stream, rows[index].Batch.Last + 1);
    }

    private static (string, long) Swap(MemoryStore store, string stream, Random random)
    {
        var rows = store.Streams[stream];
        var index = random.Next(rows.Count - 2);
        var first = rows[index].Batch.First;
        (rows[index], rows[index + 1]) = (rows[index + 1], rows[index]);
        return (stream, first);
    }

    private static (string, long) WrongCount(MemoryStore store, string stream)
    {
        var rows = store.Streams[stream];
        var batch = rows[^1].Batch with { Count = rows[^1].Batch.Count + 1 };
        rows[^1] = new MemoryStore.StoredRow(batch, BatchChecksum.Of(stream, batch.First, batch.Count, batch.Payload.Span));
        return (stream, batch.First);
    }

    private static (string, long) OtherSnapshot(MemoryStore store, string stream, Func<Board, Board> change)
    {
        var kept = store.Snapshots[stream].Snapshot;
        var state = JsonSerializer.Deserialize(kept.Payload.Span, BoardJson.Stored.VerifiedState)!;
        state = state with { Board = change(state.Board) };
        var snapshot = kept with { Version = state.Board.Seq, Payload = JsonSerializer.SerializeToUtf8Bytes(state, BoardJson.Stored.VerifiedState) };
        store.Snapshots[stream] = (snapshot, BatchChecksum.Of(stream, snapshot));
        return (stream, snapshot.Version);
    }

    private static (string, long) MissingBoard(MemoryStore store, string board)
    {
        store.Streams.Remove(board);
        var id = board["board/".Length..];
        return (store.Streams.Keys.First(name => name.StartsWith("participant/", StringComparison.Ordinal) && name.EndsWith(id, StringComparison.Ordinal)), 0);
    }

    private static (string, long) MissingCode(MemoryStore store, string board, Random random)
    {
        _ = random;
        store.Streams.Remove(CodeOf(store, board));
        return (board, 0);
    }

    private static (string, long) OtherCode(MemoryStore store, string board)
    {
        var code = CodeOf(store, board);
        var payload = JsonSerializer.SerializeToUtf8Bytes<JoinCodeEvent>(new CodeClaimed("board-of-others"), JoinCodeJson.Default.JoinCodeEvent);
        store.Streams[code][0] = new MemoryStore.StoredRow(new StoredBatch(1, 1, payload), BatchChecksum.Of(code, 1, 1, payload));
        return (board, 0);
    }

    private static string CodeOf(MemoryStore store, string board) => store.Streams
        .First(stream => stream.Key.StartsWith("code/", StringComparison.Ordinal)
            && Encoding.UTF8.GetString(stream.Value[0].Batch.Payload.Span).Contains(board["board/".Length..], StringComparison.Ordinal)).Key;
}
