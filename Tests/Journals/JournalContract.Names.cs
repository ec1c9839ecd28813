using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

public abstract partial class JournalContract
{
    [Fact]
    public async Task A_new_journal_has_no_streams() => Assert.Empty(await Names());

    [Fact]
    public async Task Streams_are_listed_each_once_whatever_their_names()
    {
        foreach (var name in OddNames)
        {
            await Append(name, 0, 1, "one");
            await Append(name, 1, 2, "two");
        }

        await Reopen();
        Assert.Equal(OddNames.Order(StringComparer.Ordinal), (await Names()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Many_streams_are_listed_whole()
    {
        var wanted = Enumerable.Range(0, 1_500).Select(number => $"board/{number:d6}").ToList();
        await Task.WhenAll(wanted.Select(name => Append(name, 0, 1, "x").AsTask()));
        Assert.Equal(wanted, (await Names()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_stream_that_was_only_read_snapshotted_or_refused_an_append_is_not_listed()
    {
        await Read("board/read");
        await Journal.WriteSnapshot("board/snapshot", new StoredSnapshot(1, "x", new byte[] { 1 }), CancellationToken.None);
        await Fails(JournalFailure.Conflict, () => Append("board/refused", 7, 1, "x").AsTask());
        Assert.Empty(await Names());
    }

    [Fact]
    public async Task Streams_born_while_a_lister_pauses_wait_for_nobody_and_disturb_nothing()
    {
        var early = Enumerable.Range(0, 700).Select(number => $"board/early-{number:d4}").ToList();
        await Task.WhenAll(early.Select(name => Append(name, 0, 1, "x").AsTask()));
        var listed = new List<string>();
        await using var lister = Journal.Streams(CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await lister.MoveNextAsync());
        listed.Add(lister.Current);
        for (var number = 0; number < 50; number++)
        {
            await Append($"board/late-{number:d4}", 0, 1, "x");
        }

        while (await lister.MoveNextAsync())
        {
            listed.Add(lister.Current);
        }

        Assert.Equal(listed.Count, listed.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(early.Except(listed, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_closed_journal_lists_nothing()
    {
        await Append("board/a", 0, 1, "x");
        var closed = Journal;
        await Reopen();
        await Fails(JournalFailure.Unavailable, async () => await closed.Streams(CancellationToken.None).GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public async Task Listing_can_be_cancelled()
    {
        await Append("board/a", 0, 1, "x");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Journal.Streams(cancelled.Token))
            {
                Assert.Fail("Nothing is listed any more.");
            }
        });
    }

    private async Task<List<string>> Names()
    {
        var names = new List<string>();
        await foreach (var name in Journal.Streams(CancellationToken.None))
        {
            names.Add(name);
        }

        return names;
    }
}
