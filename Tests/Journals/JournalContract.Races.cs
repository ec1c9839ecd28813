using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

public abstract partial class JournalContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task An_append_at_another_version_conflicts_and_changes_nothing(long expected)
    {
        await Append("board/a", 0, 2, "one");
        var failure = await Fails(JournalFailure.Conflict, () => Append("board/a", expected, 1, "stale").AsTask());
        Assert.Contains("board/a", failure.Message, StringComparison.Ordinal);
        Assert.Equal("1-2:one", await ReadTexts("board/a"));
        await Append("board/a", 2, 1, "two");
        Assert.Equal("1-2:one 3-3:two", await ReadTexts("board/a"));
    }

    [Fact]
    public async Task An_append_far_into_a_new_stream_conflicts()
    {
        await Fails(JournalFailure.Conflict, () => Append("board/new", 5, 1, "stale").AsTask());
        Assert.Empty(await Read("board/new"));
        await Append("board/new", 0, 1, "one");
    }

    [Fact]
    public async Task Two_writers_that_race_many_times_take_turns_and_lose_nothing()
    {
        var won = await Task.WhenAll(Race("left"), Race("right"));
        var batches = await Read("board/raced");
        Assert.Equal(won[0] + won[1], batches.Count);
        Assert.Equal(won[0], batches.Count(batch => Text(batch).StartsWith("left", StringComparison.Ordinal)));
        Assert.Equal(200, batches.Count);

        async Task<int> Race(string name)
        {
            var wins = 0;
            for (long expected = 0; expected < 200; expected++)
            {
                try
                {
                    await Append("board/raced", expected, 1, $"{name}{expected}");
                    wins++;
                }
                catch (JournalException failure) when (failure.Failure == JournalFailure.Conflict)
                {
                    // The other one was faster; the next version is still open.
                }
            }

            return wins;
        }
    }

    [Fact]
    public async Task Of_many_writers_at_one_version_exactly_one_wins()
    {
        for (long expected = 0; expected < 30; expected++)
        {
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(writer => Attempt(expected, writer)));
            Assert.Single(outcomes, won => won);
        }

        Assert.Equal(30, (await Read("board/raced")).Count);

        async Task<bool> Attempt(long expected, int writer)
        {
            await Task.Yield();
            try
            {
                await Append("board/raced", expected, 1, $"{writer}");
                return true;
            }
            catch (JournalException failure) when (failure.Failure == JournalFailure.Conflict)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task One_streams_conflict_does_not_touch_its_neighbours()
    {
        await Append("board/stale", 0, 1, "one");
        var neighbours = Enumerable.Range(0, 50).Select(number => Append($"board/{number}", 0, 1, "fine").AsTask()).ToList();
        var stale = Enumerable.Range(0, 50).Select(_ => Fails(JournalFailure.Conflict, () => Append("board/stale", 0, 1, "stale").AsTask())).ToList();
        await Task.WhenAll(neighbours);
        await Task.WhenAll(stale);
        Assert.Equal("1-1:one", await ReadTexts("board/stale"));
    }

    [Fact]
    public async Task Appends_to_one_stream_are_taken_in_the_order_of_the_calls()
    {
        var appends = Enumerable.Range(0, 300).Select(version => Append("board/a", version, 1, $"{version}").AsTask()).ToList();
        await Task.WhenAll(appends);
        Assert.Equal(300, (await Read("board/a")).Count);
    }

    [Fact]
    public async Task A_cancelled_append_was_either_not_written_or_completes()
    {
        var expected = 0L;
        for (var round = 0; round < 100; round++)
        {
            using var source = new CancellationTokenSource();
            var append = Journal.Append("board/a", expected, Batch(1, $"{round}"), source.Token).AsTask();
            await source.CancelAsync();
            try
            {
                await append;
                expected++;
            }
            catch (OperationCanceledException)
            {
                // Then it is not there, or the next append would conflict.
            }
        }

        Assert.Equal(expected, (await Read("board/a")).Count);
    }

    [Fact]
    public async Task What_is_cancelled_beforehand_is_not_done()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Append("board/a", 0, 1, "one");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Journal.Append("board/a", 1, Batch(1, "two"), source.Token).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Journal.ReadSnapshot("board/a", source.Token).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Journal.WriteSnapshot("board/a", new StoredSnapshot(1, "test", default), source.Token).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var batch in Journal.Read("board/a", 0, source.Token))
            {
                Assert.Fail($"A cancelled read returned version {batch.First}.");
            }
        });
        Assert.Equal("1-1:one", await ReadTexts("board/a"));
    }

    [Fact]
    public async Task A_closed_journal_refuses_and_what_was_accepted_is_there_after_reopening()
    {
        var accepted = Enumerable.Range(0, 100).Select(number => Append($"board/{number}", 0, 1, "kept").AsTask()).ToList();
        var closed = Journal;
        await Reopen();
        await Task.WhenAll(accepted);
        await Fails(JournalFailure.Unavailable, () => closed.Append("board/late", 0, Batch(1, "late"), CancellationToken.None).AsTask());
        await Fails(JournalFailure.Unavailable, () => closed.ReadSnapshot("board/0", CancellationToken.None).AsTask());
        await Fails(JournalFailure.Unavailable, async () => await closed.Read("board/0", 0, CancellationToken.None).GetAsyncEnumerator().MoveNextAsync());
        Assert.Empty(await Read("board/late"));
        Assert.Equal("1-1:kept", await ReadTexts("board/99"));
    }
}
