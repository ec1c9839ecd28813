using System.Security.Cryptography;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

public abstract partial class JournalContract
{
    [Theory]
    [InlineData(1, "")]
    [InlineData(3, "1-2:one")]
    [InlineData(5, "1-2:one 3-4:two")]
    public async Task A_damaged_batch_stops_the_read_and_names_stream_and_version(long first, string before)
    {
        await AppendThree();
        await DamageBatch("board/a", first);
        await StopsAt(first, before);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(3, "1-2:one")]
    [InlineData(5, "1-2:one 3-4:two")]
    public async Task A_missing_batch_stops_the_read_and_names_stream_and_version(long first, string before)
    {
        await AppendThree();
        await RemoveBatch("board/a", first);
        await StopsAt(first, before);
    }

    [Fact]
    public async Task Damage_in_one_stream_leaves_the_others_alone()
    {
        await AppendThree();
        await Append("board/b", 0, 1, "fine");
        await DamageBatch("board/a", 1);
        await Append("board/b", 1, 1, "still");
        Assert.Equal("1-1:fine 2-2:still", await ReadTexts("board/b"));
    }

    [Fact]
    public async Task A_snapshot_replaces_the_one_before_and_survives_reopening()
    {
        var payload = RandomNumberGenerator.GetBytes(5 * 1024 * 1024);
        await AppendThree();
        await Journal.WriteSnapshot("board/a", new StoredSnapshot(4, "board-1", new byte[] { 1, 2, 3 }), CancellationToken.None);
        await Journal.WriteSnapshot("board/a", new StoredSnapshot(6, "board-2", payload), CancellationToken.None);
        await Reopen();
        var snapshot = await Journal.ReadSnapshot("board/a", CancellationToken.None);
        Assert.Equal((6L, "board-2"), (snapshot!.Version, snapshot.Format));
        Assert.True(snapshot.Payload.Span.SequenceEqual(payload));
        Assert.Null(await Journal.ReadSnapshot("board/b", CancellationToken.None));
    }

    [Fact]
    public async Task A_damaged_snapshot_counts_as_none_and_can_be_replaced()
    {
        await AppendThree();
        await Journal.WriteSnapshot("board/a", new StoredSnapshot(6, "board-1", new byte[] { 1, 2, 3 }), CancellationToken.None);
        await DamageSnapshot("board/a");
        Assert.Null(await Journal.ReadSnapshot("board/a", CancellationToken.None));
        await Journal.WriteSnapshot("board/a", new StoredSnapshot(6, "board-1", new byte[] { 4 }), CancellationToken.None);
        Assert.Equal(4, (await Journal.ReadSnapshot("board/a", CancellationToken.None))!.Payload.Span[0]);
    }

    [Fact]
    public async Task Deleting_all_snapshots_changes_no_stream()
    {
        await AppendThree();
        await Journal.WriteSnapshot("board/a", new StoredSnapshot(6, "board-1", new byte[] { 1 }), CancellationToken.None);
        await Journal.WriteSnapshot("board/b", new StoredSnapshot(1, "board-1", default), CancellationToken.None);
        await Journal.DeleteSnapshots(CancellationToken.None);
        Assert.Null(await Journal.ReadSnapshot("board/a", CancellationToken.None));
        Assert.Null(await Journal.ReadSnapshot("board/b", CancellationToken.None));
        await Reopen();
        Assert.Equal("1-2:one 3-4:two 5-6:three", await ReadTexts("board/a"));
        await Append("board/a", 6, 1, "four");
    }

    [Theory]
    [InlineData(0, "board-1")]
    [InlineData(1, "")]
    public async Task A_snapshot_out_of_range_is_refused(long version, string format) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Journal.WriteSnapshot("board/a", new StoredSnapshot(version, format, default), CancellationToken.None).AsTask());

    protected async Task AppendThree()
    {
        await Append("board/a", 0, 2, "one");
        await Append("board/a", 2, 2, "two");
        await Append("board/a", 4, 2, "three");
    }

    /// <summary>The read of "board/a" returns what is before a version, and then says that this version is damaged; again after reopening.</summary>
    protected async Task StopsAt(long version, string before)
    {
        for (var round = 0; round < 2; round++)
        {
            var read = new List<string>();
            var failure = await Fails(JournalFailure.Damaged, async () =>
            {
                await foreach (var batch in Journal.Read("board/a", 0, CancellationToken.None))
                {
                    read.Add($"{batch.First}-{batch.Last}:{Text(batch)}");
                }
            });
            Assert.Equal(before, string.Join(' ', read));
            Assert.Contains("\"board/a\"", failure.Message, StringComparison.Ordinal);
            Assert.Contains($"version {version}", failure.Message, StringComparison.Ordinal);
            await Reopen();
        }
    }
}
