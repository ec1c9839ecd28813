using System.Security.Cryptography;
using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>How the journal's rows look: legal for the service at every limit, in order, and read back to the same.</summary>
public sealed class TableEncodingTests
{
    private const int Chunk = 65_536;
    private const int Row = 11 * Chunk;
    private static readonly int[] _parts = [0, 1, 9, 10, 45];

    public static TheoryData<int> Lengths => [0, 1, Chunk - 1, Chunk, Chunk + 1, Row - 1, Row, Row + 1, (2 * Row) + 1, (3 * Row) + 1, JournalBatch.MaxBytes - 1, JournalBatch.MaxBytes];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_batch_of_any_length_fits_one_transaction_and_comes_back(int length)
    {
        // The longest name, and one that is escaped the longest.
        foreach (var stream in (string[])[new('x', JournalArguments.StreamLength), string.Concat(Enumerable.Repeat("日", 102)), "board/a"])
        {
            var batch = new JournalBatch(int.MaxValue, RandomNumberGenerator.GetBytes(length));
            var rows = TableBatch.Encode(stream, long.MaxValue - int.MaxValue, batch, Ids.New());

            TableRules.Check([new TableHead(stream, 7, "W/\"1\"").MoveTo(long.MaxValue), .. rows.Select(row => new TableWrite(TableWriteKind.Add, row))]);
            Assert.Equal(Math.Max(1, (length + Row - 1) / Row), rows.Count);
            var (read, checksum) = TableBatch.Decode(long.MaxValue - int.MaxValue, rows);
            new StreamCheck(stream, read.First - 1, "here").Accept(read, checksum);
            Assert.True(read.Payload.Span.SequenceEqual(batch.Payload.Span));
        }
    }

    [Fact]
    public void A_batch_much_past_the_limit_would_not_fit_so_the_limit_is_needed()
    {
        var rows = TableBatch.Encode("board/a", 1, new JournalBatch(1, new byte[3 * 1024 * 1024]), Ids.New());

        var refusal = Assert.Throws<TableException>(() => TableRules.Check([.. rows.Select(row => new TableWrite(TableWriteKind.Add, row))]));
        Assert.Equal("RequestBodyTooLarge", refusal.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Row)]
    [InlineData(Row + 1)]
    [InlineData((4 * Row) + 1)]
    [InlineData(StoredSnapshot.MaxBytes)]
    public void A_snapshot_of_any_length_fits_rows_and_transactions_and_comes_back(int length)
    {
        var stream = new string('x', JournalArguments.StreamLength);
        var snapshot = new StoredSnapshot(long.MaxValue, new string('ﬀ', StoredSnapshot.MaxFormatLength), RandomNumberGenerator.GetBytes(length));
        var rows = TableSnapshot.Encode(stream, snapshot, Ids.New());

        foreach (var some in rows.Chunk(TableLimits.RowsPerTransaction))
        {
            TableRules.Check([.. some.Select(row => new TableWrite(TableWriteKind.Put, row))]);
        }

        var read = TableSnapshot.Decode(stream, rows[0], rows.Skip(1).OrderBy(row => row.Key, StringComparer.Ordinal));
        Assert.Equal((snapshot.Version, snapshot.Format), (read!.Version, read.Format));
        Assert.True(read.Payload.Span.SequenceEqual(snapshot.Payload.Span));
    }

    [Fact]
    public void A_snapshot_of_another_stream_or_with_a_row_missing_is_none()
    {
        var rows = TableSnapshot.Encode("board/a", new StoredSnapshot(5, "f", new byte[(2 * Row) + 1]), Ids.New());

        Assert.NotNull(TableSnapshot.Decode("board/a", rows[0], rows.Skip(1)));
        Assert.Null(TableSnapshot.Decode("board/b", rows[0], rows.Skip(1)));
        Assert.Null(TableSnapshot.Decode("board/a", rows[0], rows.Skip(2)));
    }

    [Fact]
    public void Row_keys_sort_as_versions_and_parts_do()
    {
        long[] versions = [1, 2, 9, 10, 99, 100, 1L << 40, long.MaxValue - 1, long.MaxValue];
        var keys = versions.SelectMany(version => (string[])[.. _parts.Select(part => TableKeys.Batch(version, part)), TableKeys.AfterBatch(version)]);

        string[] all = [TableKeys.BelowBatches, .. keys, TableKeys.AboveBatches, TableKeys.Head];
        Assert.Equal(all, all.Order(StringComparer.Ordinal));
        Assert.All(versions, version => Assert.Equal(version, TableKeys.FirstOf(TableKeys.Batch(version, 45))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("b1-0")]
    [InlineData("b000000000000000000x-000")]
    [InlineData("b99999999999999999999-00")]
    public void A_row_key_of_another_form_is_known_for_that(string key) => Assert.Null(TableKeys.FirstOf(key));

    [Theory]
    [InlineData("board/Ab_-9", "board~Ab_-9")]
    [InlineData("a~b!c=d", "a!007Eb!0021c!003Dd")]
    [InlineData("é 🎈", "!00E9!0020!D83C!DF88")]
    public void A_partition_is_the_name_with_what_keys_may_not_hold_escaped(string stream, string partition) => Assert.Equal(partition, TableKeys.Partition(stream));

    [Fact]
    public void No_two_names_share_a_partition_and_every_partition_is_a_legal_key()
    {
        var random = new Random(1);
        string[] letters = ["a", "B", "7", "/", "~", "!", "=", "%", "#", "?", "\\", "0", "0", "D", "é", "日", "🎈", "\uffff", " ", "."];
        var names = Enumerable.Range(0, 20_000)
            .Select(number => string.Concat(Enumerable.Range(0, number % 50 == 0 ? 100 : random.Next(1, 6)).Select(_ => letters[random.Next(letters.Length)])))
            .Distinct().ToList();

        Assert.Equal(names.Count, names.Select(TableKeys.Partition).Distinct().Count());
        Assert.All(names, name => TableRules.Check([new TableHead(name, 0, "").MoveTo(1)]));
    }

    [Fact]
    public void A_partition_is_hashed_only_where_the_escaped_name_passes_the_services_limit()
    {
        // 102 characters of five each and two of one make exactly 512.
        var longest = string.Concat(Enumerable.Repeat("日", 102)) + "aa";

        Assert.Equal(512, TableKeys.Partition(longest).Length);
        Assert.StartsWith("!65E5", TableKeys.Partition(longest), StringComparison.Ordinal);
        Assert.StartsWith("=", TableKeys.Partition(longest + "a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_batches_come_back_and_any_changed_byte_is_found()
    {
        foreach (var seed in LongRun.Seeds(50))
        {
            var random = new Random(seed);
            var payload = RandomNumberGenerator.GetBytes(random.Next(1, random.Next(4) == 0 ? 200_000 : 500));
            var rows = TableBatch.Encode("board/a", seed, new JournalBatch(3, payload), "one");
            var (read, checksum) = TableBatch.Decode(seed, rows);
            new StreamCheck("board/a", seed - 1, "here").Accept(read, checksum);
            Assert.True(read.Payload.Span.SequenceEqual(payload), $"seed {seed}");

            var chunk = (byte[])rows[0].Values["D00"];
            chunk[random.Next(chunk.Length)] ^= 1;
            (read, checksum) = TableBatch.Decode(seed, rows);
            Assert.Throws<JournalException>(() => new StreamCheck("board/a", seed - 1, "here").Accept(read, checksum));
        }
    }
}
