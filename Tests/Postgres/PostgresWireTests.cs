using CoCreate.Journals;

namespace CoCreate.Tests.Postgres;

/// <summary>Connections that break, before and after a commit was sent.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class PostgresWireTests : IDisposable
{
    private readonly PostgresPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task An_append_whose_answer_is_lost_is_unknown_and_reading_tells_that_it_is_there()
    {
        await using var journal = _place.Open();
        await journal.Append("board/a", 0, "one");
        var hold = _place.Hold("board/a");
        var append = journal.Try("board/a", 1, "two");
        await _place.UntilOneWaits();
        _place.Wire.Fault = WireFault.CutBeforeClient;
        await hold.DisposeAsync();
        Assert.Equal(JournalFailure.Unknown, await append);
        Assert.Equal("one two", await journal.Texts("board/a"));
        await journal.Append("board/a", 2, "three");
    }

    [Fact]
    public async Task An_append_whose_question_is_lost_is_unknown_and_reading_tells_that_it_is_not_there()
    {
        await using var journal = _place.Open();
        await journal.Append("board/a", 0, "one");
        _place.Wire.Fault = WireFault.CutBeforeServer;
        Assert.Equal(JournalFailure.Unknown, await journal.Try("board/a", 1, "lost"));
        Assert.Equal("one", await journal.Texts("board/a"));
        await journal.Append("board/a", 1, "two");
    }

    [Fact]
    public async Task What_reading_told_after_an_unknown_stays_true_even_when_the_lost_session_was_still_at_work()
    {
        await using var journal = _place.Open();
        await journal.Append("board/a", 0, "one");
        using (_place.Hold("board/a"))
        {
            var append = journal.Try("board/a", 1, "late");
            await _place.UntilOneWaits();
            _place.Wire.CutAll();
            Assert.Equal(JournalFailure.Unknown, await append);
            Assert.Equal("one", await journal.Texts("board/a"));
        }

        // Whoever still waited for the stream would have it now. A statement after it in the line shows that nobody did.
        Assert.Equal(1, _place.Execute("UPDATE streams SET version = version WHERE name = 'board/a'"));
        Assert.Equal("one", await journal.Texts("board/a"));
        await journal.Append("board/a", 1, "two");
        Assert.Equal("one two", await journal.Texts("board/a"));
    }

    [Fact]
    public async Task A_commit_that_does_not_come_back_in_time_is_unknown_and_a_new_connection_goes_on()
    {
        await using var journal = _place.Open();
        await journal.Append("board/a", 0, "one");
        using (_place.Hold("board/a"))
        {
            Assert.Equal(JournalFailure.Unknown, await journal.Try("board/a", 1, "late"));
            await journal.Append("board/b", 0, "fine");
            Assert.Equal("one", await journal.Texts("board/a"));
        }

        await journal.Append("board/a", 1, "two");
        Assert.Equal("one two", await journal.Texts("board/a"));
    }

    [Fact]
    public async Task While_the_database_is_away_nothing_is_written_and_it_is_told_so_and_afterwards_all_goes_on()
    {
        await using var journal = _place.Open();
        await journal.Append("board/a", 0, "one");
        await journal.WriteSnapshot("board/a", new StoredSnapshot(1, "test", new byte[] { 1 }), CancellationToken.None);
        _place.Wire.Fault = WireFault.Down;
        Assert.Contains(await journal.Try("board/a", 1, "lost"), new JournalFailure?[] { JournalFailure.Unknown, JournalFailure.Unavailable });
        Assert.Equal(JournalFailure.Unavailable, await journal.Try("board/a", 1, "lost too"));
        var failure = await Assert.ThrowsAsync<JournalException>(() => journal.Texts("board/a"));
        Assert.Equal(JournalFailure.Unavailable, failure.Failure);
        Assert.Contains("cannot be reached", failure.Message, StringComparison.Ordinal);
        _place.Wire.Fault = WireFault.None;
        Assert.Equal("one", await journal.Texts("board/a"));
        await journal.Append("board/a", 1, "two");
        Assert.Equal(1, (await journal.ReadSnapshot("board/a", CancellationToken.None))!.Version);
    }

    [Fact]
    public async Task A_pulled_cable_is_noticed_by_patience_and_the_next_connection_goes_on()
    {
        await using var journal = _place.Open();
        await journal.Append("board/a", 0, "one");
        _place.Wire.Fault = WireFault.Swallow;
        Assert.Equal(JournalFailure.Unknown, await journal.Try("board/a", 1, "lost"));
        Assert.Equal(JournalFailure.Unavailable, await journal.Try("board/a", 1, "lost too"));
        await Assert.ThrowsAsync<JournalException>(() => journal.Texts("board/a"));
        _place.Wire.Fault = WireFault.None;
        Assert.Equal("one", await journal.Texts("board/a"));
        await journal.Append("board/a", 1, "two");
    }

    [Fact]
    public async Task Sessions_that_an_administrator_ends_are_replaced()
    {
        await using var journal = _place.Open();
        await journal.Append("board/a", 0, "one");
        await journal.WriteSnapshot("board/a", new StoredSnapshot(1, "test", new byte[] { 1 }), CancellationToken.None);
        Assert.Equal("one", await journal.Texts("board/a"));
        _place.EndSessions();
        Assert.Equal("one", await journal.Texts("board/a"));
        Assert.Contains(await journal.Try("board/a", 1, "perhaps"), new JournalFailure?[] { null, JournalFailure.Unknown });
        var now = await journal.Texts("board/a");
        await journal.Append("board/a", now.Split(' ').Length, "two");
        Assert.Equal(now + " two", await journal.Texts("board/a"));
    }

    [Fact]
    public async Task A_statement_that_the_server_gives_up_is_unknown_and_the_next_one_goes_on()
    {
        await using var journal = _place.Open("Options=-c statement_timeout=300");
        await journal.Append("board/a", 0, "one");
        using (_place.Hold("board/a"))
        {
            Assert.Equal(JournalFailure.Unknown, await journal.Try("board/a", 1, "late"));
        }

        Assert.Equal("one", await journal.Texts("board/a"));
        await journal.Append("board/a", 1, "two");
    }

    [Fact]
    public async Task A_stream_that_somebody_holds_does_not_fail_its_neighbours()
    {
        await using var journal = _place.Open("Options=-c lock_timeout=200");
        await journal.Append("board/a", 0, "one");
        await journal.Append("board/b", 0, "one");
        using (_place.Hold("board/a"))
        {
            var outcomes = await Task.WhenAll(journal.Try("board/b", 1, "two"), journal.Try("board/a", 1, "held"), journal.Try("board/c", 0, "one"), journal.Try("board/b", 2, "three"));
            Assert.Equal([null, JournalFailure.Unavailable, null, null], outcomes);
        }

        Assert.Equal("one", await journal.Texts("board/a"));
        Assert.Equal("one two three", await journal.Texts("board/b"));
    }

    [Fact]
    public async Task A_restart_of_the_server_is_survived_without_a_restart_of_the_journal()
    {
        using var server = new PostgresServer();
        await using var journal = PostgresJournal.Open(server.ConnectionString("restarted"));
        await journal.Append("board/a", 0, "one");
        Assert.Equal("one", await journal.Texts("board/a"));
        server.Stop();
        Assert.NotNull(await journal.Try("board/a", 1, "lost"));
        Assert.Equal(JournalFailure.Unavailable, await journal.Try("board/a", 1, "lost too"));
        server.Start();
        Assert.Equal("one", await journal.Texts("board/a"));
        await journal.Append("board/a", 1, "two");
    }
}
