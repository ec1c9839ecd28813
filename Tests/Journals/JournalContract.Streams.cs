using System.Security.Cryptography;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

public abstract partial class JournalContract
{
    /// <summary>Names that a careless store would refuse, cut, fold or confuse.</summary>
    private static readonly string[] OddNames =
    [
        "a", "board/x", "board//x", "board\\x", "Board/X", "x ", " x", "x.", "'; DROP TABLE batches; --", "%41", "%", "_",
        "a?b#c", "null", "-1", "\u00e9", "e\u0301", "ﬀ", "ß",
        "İ", "日本", "🎈", "👩‍👩‍👧", "\u202e", "\uffff", "\u2028",
        new('x', JournalArguments.StreamLength), string.Concat(Enumerable.Repeat("🎈", JournalArguments.StreamLength / 2)),
    ];

    private static readonly string[] ImpossibleNames = ["", "a\0b", "a\nb", "\u007f", "\ud83c", "\udf88", "x\ud83c", new('x', JournalArguments.StreamLength + 1)];

    [Fact]
    public async Task A_stream_that_was_never_written_is_empty()
    {
        Assert.Empty(await Read("board/none"));
        Assert.Null(await Journal.ReadSnapshot("board/none", CancellationToken.None));
    }

    [Fact]
    public async Task Versions_are_dense_and_batches_come_back_in_order()
    {
        await Append("board/a", 0, 1, "one");
        await Append("board/a", 1, 3, "two");
        await Append("board/a", 4, 1, "three");
        Assert.Equal("1-1:one 2-4:two 5-5:three", await ReadTexts("board/a"));
    }

    [Fact]
    public async Task A_read_starts_after_the_given_version()
    {
        await Append("board/a", 0, 2, "one");
        await Append("board/a", 2, 2, "two");
        await Append("board/a", 4, 2, "three");
        Assert.Equal("3-4:two 5-6:three", await ReadTexts("board/a", 2));
        Assert.Equal("5-6:three", await ReadTexts("board/a", 4));
        Assert.Equal("", await ReadTexts("board/a", 6));
    }

    [Fact]
    public async Task A_read_after_a_version_that_the_stream_never_reached_says_damaged()
    {
        await Append("board/a", 0, 2, "one");
        var failure = await Fails(JournalFailure.Damaged, () => Read("board/a", 7));
        Assert.Contains("board/a", failure.Message, StringComparison.Ordinal);
        Assert.Contains("version 7", failure.Message, StringComparison.Ordinal);
        await Fails(JournalFailure.Damaged, () => Read("board/none", 7));
    }

    [Fact]
    public async Task A_read_from_the_middle_of_a_batch_is_not_answered_with_half_the_truth()
    {
        await Append("board/a", 0, 4, "one");
        await Fails(JournalFailure.Damaged, () => Read("board/a", 2));
    }

    [Fact]
    public async Task What_was_appended_is_there_after_reopening()
    {
        await Append("board/a", 0, 1, "one");
        await Append("board/b", 0, 2, "other");
        await Reopen();
        Assert.Equal("1-1:one", await ReadTexts("board/a"));
        await Append("board/a", 1, 1, "two");
        await Reopen();
        Assert.Equal("1-1:one 2-2:two", await ReadTexts("board/a"));
        Assert.Equal("1-2:other", await ReadTexts("board/b"));
    }

    [Fact]
    public async Task Streams_may_have_odd_names_and_none_is_taken_for_another()
    {
        foreach (var name in OddNames)
        {
            await Append(name, 0, 1, name);
            await Journal.WriteSnapshot(name, new StoredSnapshot(1, name.Length > 100 ? "long" : name, new byte[] { 1 }), CancellationToken.None);
        }

        await Reopen();
        foreach (var name in OddNames)
        {
            Assert.Equal("1-1:" + name, await ReadTexts(name));
            Assert.Equal(name.Length > 100 ? "long" : name, (await Journal.ReadSnapshot(name, CancellationToken.None))?.Format);
        }
    }

    [Fact]
    public async Task A_name_that_some_store_could_not_keep_is_refused()
    {
        foreach (var name in ImpossibleNames)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Append(name, 0, 1, "x").AsTask());
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Read(name));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Journal.ReadSnapshot(name, CancellationToken.None).AsTask());
        }
    }

    [Fact]
    public async Task A_payload_may_be_as_large_as_the_limit_or_empty()
    {
        var large = RandomNumberGenerator.GetBytes(JournalBatch.MaxBytes);
        await Journal.Append("board/a", 0, new JournalBatch(1, large), CancellationToken.None);
        await Journal.Append("board/a", 1, new JournalBatch(int.MaxValue, default), CancellationToken.None);
        await Reopen();
        var batches = await Read("board/a");
        Assert.True(batches[0].Payload.Span.SequenceEqual(large));
        Assert.Equal(new StoredBatch(2, int.MaxValue, default), batches[1] with { Payload = default });
        Assert.Equal(0, batches[1].Payload.Length);
    }

    [Fact]
    public async Task A_payload_one_byte_past_the_limit_is_refused()
    {
        var tooLarge = new byte[JournalBatch.MaxBytes + 1];
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Journal.Append("board/a", 0, new JournalBatch(1, tooLarge), CancellationToken.None).AsTask());
        Assert.Empty(await Read("board/a"));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(long.MaxValue, 1)]
    public async Task Numbers_out_of_range_are_refused(long expected, int count) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Append("board/a", expected, count, "x").AsTask());

    [Fact]
    public async Task A_payload_is_copied_and_not_shared()
    {
        var payload = "one"u8.ToArray();
        await Journal.Append("board/a", 0, new JournalBatch(1, payload), CancellationToken.None);
        payload[0] = (byte)'X';
        Assert.Equal("1-1:one", await ReadTexts("board/a"));
    }

    [Fact]
    public async Task Many_streams_are_written_at_once_and_kept_apart()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            for (var version = 0; version < 10; version++)
            {
                await Append($"board/{number}", version, 1, $"{number}.{version}");
            }
        }));
        await Reopen();
        for (var number = 0; number < 200; number++)
        {
            Assert.Equal(Enumerable.Range(0, 10).Select(version => $"{number}.{version}"), (await Read($"board/{number}")).Select(Text));
        }
    }

    [Fact]
    public async Task A_long_stream_is_read_whole_and_from_any_batch()
    {
        var appends = Enumerable.Range(0, 2_000).Select(version => Append("board/a", version, 1, $"{version}").AsTask());
        await Task.WhenAll(appends);
        Assert.Equal(Enumerable.Range(0, 2_000).Select(version => $"{version}"), (await Read("board/a")).Select(Text));
        Assert.Equal(Enumerable.Range(777, 1_223).Select(version => $"{version}"), (await Read("board/a", 777)).Select(Text));
    }

    [Fact]
    public async Task A_reader_that_pauses_holds_up_nobody_and_sees_no_gap()
    {
        for (var version = 0; version < 600; version++)
        {
            await Append("board/a", version, 1, $"{version}");
        }

        await using var reader = Journal.Read("board/a", 0, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        for (var version = 600; version < 700; version++)
        {
            await Append("board/a", version, 1, $"{version}");
        }

        var next = 2L;
        while (await reader.MoveNextAsync())
        {
            Assert.Equal(next++, reader.Current.First);
        }

        Assert.InRange(next - 1, 600, 700);
    }
}
