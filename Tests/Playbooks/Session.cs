using System.Text;
using System.Text.Json.Nodes;
using CoCreate.Boards;
using CoCreate.Playbooks;
using CoCreate.Tests.Boards;

namespace CoCreate.Tests.Playbooks;

/// <summary>A playbook run from start to end on a real board grain, with simulated people from a seed who do in each step what it lets them, and try what it does not.</summary>
internal sealed class Session
{
    private const string Host = "person-host-000";
    private readonly IBoardGrain _board;
    private readonly Playbook _playbook;
    private readonly Random _random;
    private readonly Dictionary<string, Watcher> _people = [];
    private readonly Dictionary<string, long> _numbers = [];
    private readonly Dictionary<(string Client, long Number), RefusalCode?> _outcomes = [];
    private readonly Dictionary<string, string> _texts = [];
    private readonly HashSet<string> _sealed = [];
    private readonly Noise? _noise;
    private long _epoch;
    private long _seq;
    private int _ids;

    /// <param name="board">The board that it runs on.</param>
    /// <param name="playbook">What is run.</param>
    /// <param name="people">How many guests.</param>
    /// <param name="seed">Decides who does what.</param>
    /// <param name="noise">What guests do beside it; null for nothing.</param>
    public Session(IBoardGrain board, Playbook playbook, int people, int seed, Noise? noise = null)
    {
        (_board, _playbook, _random, _noise) = (board, playbook, new Random(seed), noise);
        foreach (var id in Enumerable.Range(0, people).Select(at => $"person-guest-{at:d3}").Prepend(Host))
        {
            _people.Add(id, new Watcher(id, id == Host));
        }
    }

    private IEnumerable<Watcher> Guests => _people.Values.Where(person => !person.IsHost);

    /// <summary>Runs it; every promise that is broken fails.</summary>
    public async Task Run()
    {
        await Open();
        for (var at = 0; at < _playbook.Steps.Length; at++)
        {
            await Begin(_playbook.Steps[at]);
            AssertVoteBeforeIsCounted(at);
            await Live(_playbook.Steps[at], at);
            await AssertEverybodyFollows();
        }

        await Do(Host, new EndAgenda());
        AssertVoteBeforeIsCounted(_playbook.Steps.Length);
        await AssertEverybodyFollows();
        AssertAllIsOpen();
    }

    private async Task Open()
    {
        await Order(Host, new CreateBoard(_playbook.Title, _playbook.Charter, "ABC234", "Host", Colour.Sun, "host"));
        foreach (var guest in Guests)
        {
            await Order(guest.Id, new EnterBoard("", guest.Id, Colour.Mint, _random.Next(2) == 0 ? "customer" : "employee"));
        }

        await Catch();
        for (var at = 0; at < 4; at++)
        {
            await Add(Host, isSealed: false);
        }

        await Do(Host, new SetAgenda(_playbook.Title, _playbook.Steps));
        Assert.Equal(RefusalCode.NotInPhase, await Try(Guests.First().Id, new AddIdea(NewId("idea"), "Too early", "", Colour.Sun, 0, 0, "")));
    }

    /// <summary>Where more people than a playbook is for wrote more than its vote takes, the step does not begin; the host does what the refusal says, and nothing else is lost.</summary>
    private async Task Begin(StepPlan step)
    {
        var begin = new BeginStep(step.Id);
        var refusal = await Try(Host, begin);
        if (refusal == RefusalCode.TooManyOptions)
        {
            await AssertEverybodyFollows();
            await Remove(step.Vote.Options == VoteOptions.Groups ? "group" : "idea", VoteRules.MostOptions(step.Vote.Method));
            refusal = await Try(Host, begin);
        }

        Assert.True(refusal is null, $"{_playbook.Id}: {begin} was refused: {refusal}");
    }

    /// <summary>The host removes the last of a kind, so that no more than this are left.</summary>
    private async Task Remove(string kind, int left)
    {
        foreach (var some in _people[Host].Sees(kind).Order(StringComparer.Ordinal).Skip(left).Chunk(Limits.ThingsPerCommand))
        {
            await Do(Host, new RemoveThings(some));
            foreach (var id in some)
            {
                _texts.Remove(id);
            }
        }
    }

    private async Task Live(StepPlan step, int at)
    {
        var before = _people.ToDictionary(person => person.Key, person => person.Value.Heard.Length);
        var written = new Dictionary<string, string>();
        foreach (var guest in Guests.OrderBy(_ => _random.Next()).ToList())
        {
            foreach (var tool in Enum.GetValues<StepTool>())
            {
                await Use(guest, tool, step, written);
            }

            await Vote(guest);
            await Disturb();
            if (step.ReadyCheck)
            {
                await Do(guest.Id, new SayReady(true));
            }
        }

        if (step.Exposure == Exposure.Own)
        {
            foreach (var (token, author) in written)
            {
                Assert.All(_people.Values.Where(person => person.Id != author), person => Assert.False(
                    person.Heard.ToString(before[person.Id], person.Heard.Length - before[person.Id]).Contains(token, StringComparison.Ordinal), $"{_playbook.Id}, step {at}: {person.Id} heard what {author} wrote unseen."));
            }
        }
    }

    /// <summary>Somebody does anything that a browser can order; it is taken or refused, and the session goes on.</summary>
    private async Task Disturb()
    {
        if (_noise is not null && await _noise.Next() is { } command)
        {
            await Try(Guests.ElementAt(_random.Next(_people.Count - 1)).Id, command);
        }
    }

    /// <summary>What the tool is for, if the step has it; otherwise it has to be refused.</summary>
    private async Task Use(Watcher guest, StepTool tool, StepPlan step, Dictionary<string, string> written)
    {
        var has = step.Tools.Contains(tool);
        var isHidden = step.Exposure < Exposure.All;
        if (has && tool == StepTool.Ideas)
        {
            for (var times = _random.Next(1, 3); times > 0; times--)
            {
                written[await Add(guest.Id, step.Sealed)] = guest.Id;
            }

            return;
        }

        var idea = guest.Sees("idea").OrderBy(each => each, StringComparer.Ordinal).ElementAtOrDefault(_random.Next(Math.Max(1, guest.Sees("idea").Count)));
        ClientCommand? command = tool switch
        {
            StepTool.Ideas => new AddIdea(NewId("idea"), "Not now", "", Colour.Sun, 0, 0, ""),
            StepTool.Group when !isHidden => new AddGroup(NewId("group"), "A theme", _random.Next(4000), _random.Next(4000), 400, 300),
            StepTool.Draw when !isHidden => new AddNote(NewId("note"), "A remark", TextSize.Small, _random.Next(4000), _random.Next(4000), 200, 60),
            StepTool.Comment when idea is not null && !isHidden => new AddComment(NewId("talk"), idea, "I see"),
            StepTool.React when idea is not null && !isHidden => new AddReaction(idea, Reaction.Heart),
            _ => null,
        };
        if (command is not null)
        {
            Assert.True(await Try(guest.Id, command) == (has ? null : RefusalCode.NotInPhase), $"{_playbook.Id}, {step.Name}: {command} with tools {string.Join(',', step.Tools)}");
        }

        if (has && tool == StepTool.Group && command is AddGroup group && idea is not null)
        {
            await Try(guest.Id, new GroupIdeas(group.Id, [idea]));
        }
    }

    private async Task Vote(Watcher guest)
    {
        if (guest.All("vote").FirstOrDefault(each => (string)each["status"]! == "open") is not { } vote)
        {
            return;
        }

        var id = (string)vote["id"]!;
        string[] options = [.. vote["options"]!.AsArray().Where(option => !(bool)option!["removed"]!).Select(option => (string)option!["id"]!).OrderBy(_ => _random.Next())];
        Assert.True(options.Length > 0, $"{_playbook.Id}: a vote on nothing");
        Assert.Empty(vote["results"]!["rows"]!.AsArray());
        await Cast(guest.Id, new TakeBallot(id));
        switch ((string)vote["plan"]!["method"]!)
        {
            case "ranking":
                await Cast(guest.Id, new RankOptions(id, options[..Math.Min(options.Length, 5)]));
                break;
            case "pairwise":
                for (var times = 0; times < 4 && guest.Ballot(id)["next"]!["first"]!.GetValue<string>() is { Length: > 0 } first; times++)
                {
                    await Cast(guest.Id, new ComparePair(id, first, (string)guest.Ballot(id)["next"]!["second"]!, (PairOutcome)_random.Next(3)));
                }

                break;
            default:
                await Cast(guest.Id, new MarkOption(id, options[0], 1));
                var over = (int)vote["plan"]!["budget"]! + 1;
                Assert.NotNull(await Try(guest.Id, new MarkOption(id, options[^1], over + Limits.VoteBudget)));
                break;
        }

        await Cast(guest.Id, new FinishBallot(id, true));
    }

    /// <summary>The vote of the step before is closed, and counted.</summary>
    private void AssertVoteBeforeIsCounted(int at)
    {
        if (at > 0 && _playbook.Steps[at - 1].Vote.Method != VoteMethod.None)
        {
            var vote = _people[Host].All("vote").Single(each => (string)each["step"]! == _playbook.Steps[at - 1].Id);
            Assert.Equal("closed", (string)vote["status"]!);
            Assert.InRange((int)vote["results"]!["voters"]!, _noise is null ? Guests.Count() : Guests.Count() / 2, Guests.Count());
            Assert.NotEmpty(vote["results"]!["rows"]!.AsArray());
        }
    }

    /// <summary>R10: what each was sent, folded, is what a fresh snapshot shows them.</summary>
    private async Task AssertEverybodyFollows()
    {
        foreach (var person in _people.Values)
        {
            var snapshot = await _board.Snapshot(person.Id);
            Assert.True(person.Follows(snapshot!), $"{_playbook.Id}: {person.Id} differs at version {_seq}.");
        }
    }

    private void AssertAllIsOpen()
    {
        foreach (var person in _people.Values)
        {
            Assert.Equal((_noise is null ? _texts.Keys : _people[Host].Sees("idea").AsEnumerable()).Order(StringComparer.Ordinal), person.Sees("idea").Order(StringComparer.Ordinal));
            Assert.Empty(person.All("phase"));
            Assert.Equal(_playbook.Steps.Length, (int)person.All("agenda").Single()["index"]!);
            foreach (var idea in person.All("idea").Where(idea => _texts.ContainsKey((string)idea["id"]!)))
            {
                Assert.Equal(_sealed.Contains((string)idea["id"]!), ((string)idea["author"]!).Length == 0);
            }
        }
    }

    /// <summary>Adds an idea with a text that nobody else writes, which is given back.</summary>
    private async Task<string> Add(string person, bool isSealed)
    {
        var id = NewId("idea");
        var text = $"canary-{_ids:x6}-{_random.Next(1 << 20):x5}";
        _texts.Add(id, text);
        _ = isSealed && _sealed.Add(id);
        await Do(person, new AddIdea(id, text, "", Colour.Sun, _random.Next(4000), _random.Next(4000), ""));
        return text;
    }

    private async Task Do(string person, ClientCommand command)
    {
        var refusal = await Try(person, command);
        Assert.True(refusal is null, $"{_playbook.Id}: {command} of {person} was refused: {refusal}");
    }

    /// <summary>Something on a ballot. Who did other things beside it may have a ballot by now, or nothing left.</summary>
    private Task Cast(string person, ClientCommand command) => _noise is null ? Do(person, command) : Try(person, command);

    private async Task<RefusalCode?> Try(string person, ClientCommand command)
    {
        var client = $"client-of-{person}";
        var number = _numbers[client] = _numbers.GetValueOrDefault(client) + 1;
        Assert.Equal(SubmitStatus.Done, (await _board.Submit(new Submission(person, client, [new NumberedCommand(number, command)]))).Status);
        await Catch();
        return _outcomes[(client, number)];
    }

    private async Task Order(string person, BoardCommand command) => Assert.Null((await _board.Order(person, command)).Refusal);

    /// <summary>What was committed since goes to everybody who is to see it.</summary>
    private async Task Catch()
    {
        if (_epoch == 0)
        {
            var start = await _board.Pull(0, 0);
            _epoch = start.Epoch;
        }

        var missed = (await _board.Pull(_epoch, _seq)).Missed!;
        foreach (var committed in missed.Events)
        {
            _seq++;
            if (committed.Outcome is { } outcome)
            {
                _outcomes[(outcome.Client, outcome.Number)] = outcome.Refusal;
            }

            foreach (var person in _people.Values)
            {
                person.Fold(committed);
            }
        }
    }

    private string NewId(string kind) => $"{kind}-run-{_ids++:d8}";

    /// <summary>Somebody with what they were sent.</summary>
    private sealed class Watcher(string id, bool isHost)
    {
        private readonly Store _store = new();

        public string Id => id;

        public bool IsHost => isHost;

        /// <summary>Every byte that they were sent.</summary>
        public StringBuilder Heard { get; } = new();

        public void Fold(CommittedEvent committed)
        {
            Take(committed.Everyone);
            Take(isHost ? committed.Hosts : []);
            foreach (var own in committed.Private.Where(each => each.Participant == id))
            {
                Take(own.Patches);
            }
        }

        public IEnumerable<JsonObject> All(string kind) => _store.All(kind);

        public List<string> Sees(string kind) => [.. All(kind).Select(record => (string)record["id"]!)];

        public JsonObject Ballot(string vote) => _store.All("ballot").Single(record => (string)record["id"]! == vote);

        public bool Follows(BoardSnapshot snapshot)
        {
            var fresh = new Store();
            fresh.Fold(snapshot.Everyone);
            fresh.Fold(isHost ? snapshot.Hosts : []);
            fresh.Fold(snapshot.Private);
            return fresh.Canonical() == _store.Canonical();
        }

        private void Take(byte[] patches)
        {
            _store.Fold(patches);
            Heard.Append(Encoding.UTF8.GetString(patches)).Append('\n');
        }
    }
}
