using CoCreate.Journals;

namespace CoCreate.Tests.Postgres;

/// <summary>Damage to any column of any table is found, and told with stream and version.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class PostgresDamageTests : IDisposable
{
    private readonly PostgresPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("UPDATE batches SET payload = payload || '\\x00' WHERE first = 2 AND stream = 1", "version 2")]
    [InlineData("UPDATE batches SET payload = '' WHERE first = 2 AND stream = 1", "version 2")]
    [InlineData("UPDATE batches SET checksum = set_byte(checksum, 31, get_byte(checksum, 31) # 128) WHERE first = 2 AND stream = 1", "version 2")]
    [InlineData("UPDATE batches SET checksum = '' WHERE first = 2 AND stream = 1", "version 2")]
    [InlineData("UPDATE batches SET count = 2 WHERE first = 3 AND stream = 1", "version 3")]
    [InlineData("UPDATE batches SET count = 0 WHERE first = 2 AND stream = 1", "version 2")]
    [InlineData("UPDATE batches SET count = -1 WHERE first = 2 AND stream = 1", "version 2")]
    [InlineData("UPDATE batches SET first = 4 WHERE first = 3 AND stream = 1", "version 3")]
    [InlineData("UPDATE batches SET first = 0 WHERE first = 1 AND stream = 1", "version 1")]
    [InlineData("UPDATE batches SET stream = (SELECT id FROM streams WHERE name = 'board/b') WHERE first = 3 AND stream = 1", "version 3")]
    [InlineData("DELETE FROM batches WHERE first = 2 AND stream = 1", "version 2")]
    [InlineData("UPDATE streams SET version = 4 WHERE name = 'board/a'", "version 4")]
    [InlineData("UPDATE streams SET version = 2 WHERE name = 'board/a'", "version 3")]
    [InlineData("INSERT INTO batches SELECT stream, 4, 1, checksum, payload FROM batches WHERE first = 3 AND stream = 1", "version 4")]
    public async Task A_damaged_stream_is_read_up_to_the_damage_and_no_further(string damage, string named)
    {
        await using var journal = await OpenWithThree();
        Assert.Equal(1, _place.Execute(damage));
        var failure = await Assert.ThrowsAsync<JournalException>(() => journal.Texts("board/a"));
        Assert.Equal(JournalFailure.Damaged, failure.Failure);
        Assert.Contains("\"board/a\"", failure.Message, StringComparison.Ordinal);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_stream_leaves_the_others_alone()
    {
        await using var journal = await OpenWithThree();
        _place.Execute("DELETE FROM batches WHERE stream = 1");
        Assert.Equal("other", await journal.Texts("board/b"));
        await journal.Append("board/b", 1, "more");
    }

    [Fact]
    public async Task Streams_that_exchanged_their_names_are_both_damaged()
    {
        await using var journal = await OpenWithThree();
        _place.Execute("UPDATE streams SET name = CASE name WHEN 'board/a' THEN 'x' ELSE 'board/a' END; UPDATE streams SET name = 'board/b' WHERE name = 'x'");
        Assert.Equal(JournalFailure.Damaged, (await Assert.ThrowsAsync<JournalException>(() => journal.Texts("board/a"))).Failure);
        Assert.Equal(JournalFailure.Damaged, (await Assert.ThrowsAsync<JournalException>(() => journal.Texts("board/b"))).Failure);
    }

    [Fact]
    public async Task A_stream_that_has_batches_cannot_be_taken_from_the_list()
    {
        await using var journal = await OpenWithThree();
        Assert.Equal("23503", Assert.Throws<Npgsql.PostgresException>(() => _place.Execute("DELETE FROM streams WHERE name = 'board/a'")).SqlState);
    }

    [Fact]
    public async Task An_append_that_meets_damage_is_refused_alone()
    {
        await using var journal = await OpenWithThree();
        _place.Execute("UPDATE streams SET version = 2 WHERE name = 'board/a'");
        var outcomes = await Task.WhenAll(journal.Try("board/b", 1, "two"), journal.Try("board/a", 2, "again"), journal.Try("board/c", 0, "new"));
        Assert.Equal([null, JournalFailure.Damaged, null], outcomes);
        Assert.Equal("other two", await journal.Texts("board/b"));
    }

    [Theory]
    [InlineData("version = version + 1")]
    [InlineData("version = 0")]
    [InlineData("format = 'x'")]
    [InlineData("format = ''")]
    [InlineData("checksum = ''")]
    [InlineData("payload = payload || '\\x00'")]
    [InlineData("stream = 'board/b'")]
    public async Task A_damaged_snapshot_counts_as_none(string damage)
    {
        await using var journal = await OpenWithThree();
        await journal.WriteSnapshot("board/a", new StoredSnapshot(3, "test", new byte[] { 1, 2 }), CancellationToken.None);
        Assert.Equal(1, _place.Execute($"UPDATE snapshots SET {damage}"));
        Assert.Null(await journal.ReadSnapshot("board/a", CancellationToken.None));
        Assert.Null(await journal.ReadSnapshot("board/b", CancellationToken.None));
    }

    [Fact]
    public async Task A_table_that_is_gone_is_told()
    {
        await using var journal = await OpenWithThree();
        _place.Execute("DROP TABLE batches");
        Assert.Equal(JournalFailure.Damaged, (await Assert.ThrowsAsync<JournalException>(() => journal.Texts("board/a"))).Failure);
        Assert.Equal(JournalFailure.Damaged, await journal.Try("board/a", 3, "four"));
    }

    [Fact]
    public async Task The_largest_snapshot_is_kept_whole()
    {
        await using var journal = PostgresJournal.Open(_place.ConnectionString);
        var payload = new byte[StoredSnapshot.MaxBytes];
        new Random(64).NextBytes(payload);
        await journal.Append("board/a", 0, "one");
        await journal.WriteSnapshot("board/a", new StoredSnapshot(1, "test", payload), CancellationToken.None);
        Assert.True((await journal.ReadSnapshot("board/a", CancellationToken.None))!.Payload.Span.SequenceEqual(payload));
    }

    private async Task<PostgresJournal> OpenWithThree()
    {
        var journal = PostgresJournal.Open(PostgresServer.Shared.ConnectionString(_place.Schema));
        await journal.Append("board/a", 0, "one");
        await journal.Append("board/a", 1, "two");
        await journal.Append("board/a", 2, "three");
        await journal.Append("board/b", 0, "other");
        return journal;
    }
}
