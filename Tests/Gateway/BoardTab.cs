using System.Text.Json;
using System.Text.Json.Nodes;
using CoCreate.Tests.Boards;

namespace CoCreate.Tests.Gateway;

/// <summary>A tab that follows a board as a browser does, and checks every message against the rules of the stream (R8, R9, R19, R25, R30).</summary>
public sealed class BoardTab : IAsyncDisposable
{
    private readonly WebPerson _person;
    private Store _store = new();

    private BoardTab(WebPerson person, HubClient hub, string board, string client)
    {
        (_person, Hub, Board, Client) = (person, hub, board, client);
    }

    /// <summary>The connection.</summary>
    public HubClient Hub { get; private set; }

    public string Board { get; }

    public string Client { get; }

    /// <summary>The epoch of what it holds.</summary>
    public long Epoch { get; private set; }

    /// <summary>The version of what it holds.</summary>
    public long Seq { get; private set; }

    /// <summary>How often it had to start again from a snapshot.</summary>
    public int Snapshots { get; private set; }

    /// <summary>The answer to its last join.</summary>
    public JsonElement Answer { get; private set; }

    /// <summary>Outcomes that it was told: number, and the refusal or null.</summary>
    public Dictionary<long, string?> Outcomes { get; } = [];

    /// <summary>The highest number that it knows to be decided.</summary>
    public long Last { get; private set; }

    /// <summary>The last `retry` it was told, if any.</summary>
    public JsonElement? Retry { get; private set; }

    /// <summary>The last `bye` it was told, if any.</summary>
    public JsonElement? Bye { get; private set; }

    /// <summary>Each `changes` message: first and last seq.</summary>
    public List<(long First, long Last)> Frames { get; } = [];

    /// <summary>Each presence frame.</summary>
    public List<JsonElement> Presence { get; } = [];

    /// <summary>Connects and joins with nothing.</summary>
    public static async Task<BoardTab> Open(WebPerson person, string board, string client)
    {
        var tab = new BoardTab(person, await person.Connect(), board, client);
        await tab.Join();
        return tab;
    }

    /// <summary>Comes back on a new connection with what it has (R13).</summary>
    public async Task Reconnect()
    {
        await Hub.DisposeAsync();
        Hub = await _person.Connect();
        Retry = null;
        await Join();
    }

    /// <summary>Sends a command until its outcome is known, as browsers do (R29).</summary>
    public async Task SubmitUntilDecided(long number, string command)
    {
        while (!Outcomes.ContainsKey(number) && Last < number)
        {
            await WaitAsTold();
            await Hub.Submit((number, command));
            await FollowUntil(() => Outcomes.ContainsKey(number) || Last >= number || Retry is not null);
        }
    }

    /// <summary>Waits for as long as the last `retry` said; not at all where there was none.</summary>
    public async Task WaitAsTold()
    {
        if (Retry is { } retry)
        {
            Retry = null;
            await Task.Delay(TimeSpan.FromMilliseconds(retry.GetProperty("afterMs").GetInt32()), TimeProvider.System);
        }
    }

    /// <summary>What it holds, in one order.</summary>
    public string Canonical() => _store.Canonical();

    /// <summary>The body of an idea, as this tab shows it.</summary>
    public string BodyOf(string idea) => (string)_store.Find(CoCreate.Boards.RecordKind.Idea, idea)!["body"]!;

    /// <summary>Follows until it has this version.</summary>
    public Task FollowTo(long seq) => FollowUntil(() => Seq >= seq);

    /// <summary>Follows until a condition holds, which is looked at after each message.</summary>
    public async Task FollowUntil(Func<bool> condition)
    {
        while (!condition())
        {
            await Take(await Hub.Next());
        }
    }

    /// <summary>What the same person holds who opens the board now, at the version that this tab has come to.</summary>
    public async Task<string> Fresh()
    {
        await using var fresh = await Open(_person, Board, Ids.New());
        await fresh.FollowTo(Seq);
        return fresh.Canonical();
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private async Task Join()
    {
        Answer = await Hub.Join(Board, Client, Epoch, Seq);
        while (Answer.GetProperty("status").GetString() == "snapshot")
        {
            Snapshots++;
            var snapshot = await _person.Snapshot(Board);
            _store = StoreOf(snapshot);
            (Epoch, Seq) = (snapshot.GetProperty("epoch").GetInt64(), snapshot.GetProperty("seq").GetInt64());
            Answer = await Hub.Join(Board, Client, Epoch, Seq);
        }

        if (Answer.GetProperty("status").GetString() == "unavailable")
        {
            throw new BoardUnavailableException();
        }

        Assert.Equal("live", Answer.GetProperty("status").GetString());
        Last = Math.Max(Last, Answer.GetProperty("last").GetInt64());
    }

    private static Store StoreOf(JsonElement snapshot)
    {
        var store = new Store();
        foreach (var patch in snapshot.GetProperty("patches").EnumerateArray())
        {
            // R16: with every record as a put.
            Assert.Equal("put", patch.GetProperty("op").GetString());
            store.Fold(JsonObject.Create(patch)!);
        }

        return store;
    }

    private async Task Take(HubMessage message)
    {
        switch (message.Target)
        {
            case "changes":
                TakeChanges(message.Argument);
                break;
            case "outcomes":
                TakeOutcomes(message.Argument);
                break;
            case "resync":
                (Epoch, Seq) = (0, 0);
                await Join();
                break;
            case "retry":
                Retry = message.Argument;
                break;
            case "bye":
                Bye = message.Argument;
                break;
            case "presence":
                Presence.Add(message.Argument);
                break;
            default:
                throw new InvalidOperationException($"The hub sent {message.Target}.");
        }
    }

    private void TakeChanges(JsonElement changes)
    {
        Assert.Equal(Epoch, changes.GetProperty("epoch").GetInt64());

        // R5, R9: seq grows by one with each event; without gap, duplicate or reorder.
        Assert.Equal(Seq + 1, changes.GetProperty("first").GetInt64());
        foreach (var patch in changes.GetProperty("patches").EnumerateArray())
        {
            _store.Fold(JsonObject.Create(patch)!);
        }

        Seq += changes.GetProperty("count").GetInt32();
        Frames.Add((changes.GetProperty("first").GetInt64(), Seq));
    }

    private void TakeOutcomes(JsonElement outcomes)
    {
        foreach (var outcome in outcomes.EnumerateArray())
        {
            // R25: never before the changes that bring this connection to seq.
            Assert.True(outcome.GetProperty("seq").GetInt64() <= Seq, "R25: an outcome came before its changes.");
            var refusal = outcome.TryGetProperty("refusal", out var code) ? code.GetString() : null;
            Outcomes[outcome.GetProperty("number").GetInt64()] = refusal;
            Last = Math.Max(Last, outcome.GetProperty("number").GetInt64());
        }
    }
}

/// <summary>The board cannot be shown at the moment (R17).</summary>
internal sealed class BoardUnavailableException : Exception;
