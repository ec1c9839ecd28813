using CoCreate.Boards;

namespace CoCreate.Tests.Boards;

/// <summary>Laws of the door and of what hosts hold back, proved over random histories (R143, R145).</summary>
public sealed class ModerationLaws
{
    private const int Histories = 150;
    private const int Orders = 250;

    /// <summary>R143: whatever is ordered, by whomever, with whichever invite.</summary>
    [Fact]
    public void R143_a_banned_person_is_never_a_member_nor_waits() => ForEachHistory((seed, history) =>
    {
        foreach (var (_, entry, board) in history.Steps)
        {
            var banned = board.Door.Banned.Keys.FirstOrDefault(id => board.Members.ContainsKey(id) || board.Door.Knocks.ContainsKey(id));
            Assert.True(banned is null, $"Seed {seed}, version {entry.Seq}, {entry.Event}: {banned} is banned and there.");
        }
    });

    /// <summary>R141, R142: nobody new passes a full board or the approval of a host, but by a link for hosts.</summary>
    [Fact]
    public void R141_R142_nobody_new_comes_in_past_the_door() => ForEachHistory((seed, history) =>
    {
        foreach (var (before, entry, after) in history.Steps)
        {
            if (entry.Event is not (ParticipantEntered or ParticipantsAdmitted))
            {
                continue;
            }

            foreach (var member in after.Members.Values.Where(m => !before.Members.ContainsKey(m.Record.Id) && !m.IsHost))
            {
                var mayPass = entry.Event is ParticipantsAdmitted || (!before.Door.Approve && (before.Door.ClosesAt == 0 || before.Door.ClosesAt > entry.At));
                Assert.True(mayPass && (before.Door.Most == 0 || after.Members.Count <= before.Door.Most), $"Seed {seed}, version {entry.Seq}: {member.Record.Id} passed the door.");
            }
        }
    });

    /// <summary>R145: of an idea or comment that is held, nothing is in any patch or snapshot for who is neither its author nor a host, its id included. What hides it takes it from them, by its id.</summary>
    [Fact]
    public void R145_nothing_that_is_held_is_sent_to_anybody_but_its_author_and_hosts()
    {
        var judged = 0;
        ForEachHistory((seed, history) =>
        {
            var viewers = history.People.Append(Table.Nobody).ToList();
            foreach (var (before, entry, after) in history.Steps)
            {
                var held = Held(after);
                if (held.Count == 0)
                {
                    continue;
                }

                var heldBefore = Held(before);
                Assert.DoesNotContain(Proposing.Groupable(after), idea => held.ContainsKey(idea.Id));
                var committed = BoardPublisher.Encode(before, after, entry, completes: true);
                var everyone = Without(committed.Everyone, _byId);
                var shared = entry.Seq % 5 == 0 ? Without(BoardPublisher.Snapshot(after, "", privateOnly: false).Everyone, _byId) : "";
                Assert.True(
                    after.Votes.Values.SelectMany(vote => vote.Record.Options).All(option => !held.ContainsKey(option.Id) || option.Title.Length == 0 || !after.Ideas.ContainsKey(option.Id)),
                    $"Seed {seed}, version {entry.Seq}: a vote shows the words of what is held.");
                foreach (var viewer in viewers.Where(id => after.Members.GetValueOrDefault(id) is not { IsHost: true }))
                {
                    var own = committed.Private.Where(p => p.Participant == viewer).Aggregate("", (text, p) => text + Without(p.Patches, _own));
                    var snapshot = entry.Seq % 5 == 0 && after.Members.ContainsKey(viewer)
                        ? shared + Without(PatchEncoder.Encode(BoardView.PrivateSnapshot(after, viewer)), _own)
                        : shared;
                    foreach (var (id, author) in held.Where(each => each.Value != viewer))
                    {
                        judged++;
                        Assert.False(snapshot.Contains(id, StringComparison.Ordinal), $"Seed {seed}, version {entry.Seq}: {viewer}'s snapshot has {id}, which is held.");
                        Assert.False(
                            heldBefore.ContainsKey(id) && (everyone + own).Contains(id, StringComparison.Ordinal),
                            $"Seed {seed}, version {entry.Seq}: {entry.Event} tells {viewer} of {id}, which is held.");
                    }
                }
            }
        });
        Assert.True(judged > 100 * Histories, $"Only {judged} held things were looked for.");
    }

    /// <summary>R145: nor in the bin, the history and the board as it was.</summary>
    [Fact]
    public void R145_nothing_that_is_held_is_in_the_bin_the_history_or_the_past_of_others() => ForEachHistory((seed, history) =>
    {
        var (now, log) = (history.Board, new HistoryLog());
        foreach (var (before, entry, after) in history.Steps)
        {
            log.Add(before, after, entry);
        }

        var held = Held(now);
        foreach (var viewer in now.Members.Values.Where(member => !member.IsHost))
        {
            var me = viewer.Record.Id;
            var past = history.Steps.Where((_, i) => i % 20 == 0).SelectMany(step => PastView.Show(step.After, now, viewer)).Select(patch => patch.After!.Id).ToHashSet();
            var bin = BinReader.Read(now, viewer, 0, "").Items.Select(item => item.Id).ToHashSet();
            foreach (var (id, _) in held.Where(each => each.Value != me))
            {
                Assert.False(past.Contains(id), $"Seed {seed}: {me} sees {id} in the past, which is held.");
                Assert.False(bin.Contains(id), $"Seed {seed}: {me} sees {id} in the bin, which is held.");
            }

            // What was held all its life is in no line that others read.
            var always = held.Where(each => each.Value != me && !history.Steps.Any(step => IsOpen(step.After, each.Key))).Select(each => each.Key).ToList();
            var lines = log.Read(viewer, new HistoryQuestion(0, "", ""), int.MaxValue).SelectMany(line => line.About).ToHashSet();
            Assert.True(always.TrueForAll(id => !lines.Contains(id)), $"Seed {seed}: {me} reads of what waits.");
        }
    });

    /// <summary>R171: on any board, what a group is called leaves votes, bin and past of others when a host hides it, and when its author writes it anew.</summary>
    [Fact]
    public void R171_a_title_that_is_held_is_in_no_vote_no_bin_and_no_past_of_others()
    {
        var (votes, bins, pasts) = (0, 0, 0);
        ForEachHistory((seed, history) =>
        {
            foreach (var (_, entry, then) in history.Steps.Where(step => step.Entry.Seq % 40 == 0 && !step.After.Agenda.IsMuted))
            {
                var group = then.Groups.Values.Select(each => each.Record).Where(each => each is { Held: Holding.None, Title.Length: > 0 }).MinBy(each => each.Id, StringComparer.Ordinal);
                var viewer = then.Members.Values.Where(member => !member.IsHost && member.Record.Id != group?.Author).MinBy(member => member.Record.Id, StringComparer.Ordinal);
                if (group is null || viewer is null)
                {
                    continue;
                }

                var (where, host) = ($"Seed {seed}, version {entry.Seq}", history.People[0]);
                var voting = Next(then, host, new OpenVote("vote-probe-0001", "Which?", VotePlan.None with { Method = VoteMethod.Approval, Options = VoteOptions.Groups }));
                var now = entry.Seq % 80 == 0
                    ? Next(voting, host, new Hide([group.Id], "Rude"))
                    : Next(Next(voting, host, new SetApproval(true)), group.Author, new WriteThing(group.Id, "A word that waits"));
                if (now.Groups[group.Id].Record.Held == Holding.None)
                {
                    continue;
                }

                var options = now.Votes.Values.SelectMany(vote => vote.Record.Options).Where(option => option.Id == group.Id).ToList();
                votes += options.Count;
                Assert.True(options.TrueForAll(option => option.Title.Length == 0), $"{where}: a vote says what a group is called.");
                Assert.DoesNotContain(VoteSubjects.Of(now, VotePlan.None with { Method = VoteMethod.Dots, Options = VoteOptions.Groups }), option => option.Id == group.Id);

                var past = PastView.Show(then, now, viewer).Select(patch => patch.After).OfType<GroupRecord>().Where(each => each.Id == group.Id).ToList();
                pasts += past.Count;
                Assert.True(past.TrueForAll(each => each.Title.Length == 0), $"{where}: the past tells {viewer.Record.Id} what a group is called.");

                var bin = BinReader.Read(Next(now, viewer.Record.Id, new RemoveThings([group.Id])), viewer, 0, "").Items.Where(item => item.Id == group.Id).ToList();
                bins += bin.Count;
                Assert.True(bin.TrueForAll(item => item.Title.Length == 0), $"{where}: the bin of {viewer.Record.Id} says what a group is called.");
            }
        });
        Assert.True(votes > 50 && bins > 20 && pasts > 50, $"Only {votes} options, {bins} things in bins and {pasts} views of the past had such a title.");
    }

    /// <summary>The board after a command, or as it is where that is refused.</summary>
    private static Board Next(Board board, string actor, ClientCommand command)
    {
        foreach (var fact in BoardDecider.Decide(board, actor, command, Table.Now).Events)
        {
            board = BoardApplier.Apply(board, new BoardEntry(board.Seq + 1, Table.Now, actor, "", 0, fact));
        }

        return board;
    }

    /// <summary>R145: who does not see a held thing can do nothing with it, and is told what is told of a thing that is not there.</summary>
    [Fact]
    public void R145_what_is_held_is_to_others_as_if_it_were_not_there() => ForEachHistory((seed, history) =>
    {
        var board = history.Board;
        var idea = board.Ideas.Values.FirstOrDefault(each => each.Record.Held != Holding.None && each.Record.Author.Length > 0);
        var stranger = idea is null ? null : board.Members.Values.FirstOrDefault(member => !member.IsHost && member.Record.Role == Role.Contributor && member.Record.Id != idea.Record.Author);
        if (idea is null || stranger is null || board.Settings.Status == SessionStatus.Closed || board.Agenda.Plan is not null)
        {
            return;
        }

        var id = idea.Record.Id;
        ClientCommand[] commands =
        [
            new RetitleIdea(id, "x"), new MoveThings([new Move(id, 0, 0)]), new RemoveThings([id]), new AddComment("talk-probe-0001", id, "x"), new AddReaction(id, Reaction.Heart), new CastVote(id, 1),
            new TagIdeas([id], "x"), new LockThings([id], LockMode.None), new AddConnector("line-probe-0001", id, id, ""), new UngroupIdeas([id]),
        ];
        foreach (var command in commands)
        {
            Assert.True(BoardDecider.Decide(board, stranger.Record.Id, command, Table.Now).Refusal == RefusalCode.NotFound, $"Seed {seed}: {command} by {stranger.Record.Id}");
        }
    });

    /// <summary>Held things and comments, with their authors. Of a group its title is held: see <see cref="HeldWordsLaws"/>.</summary>
    private static Dictionary<string, string> Held(Board board) =>
        Table.ThingsOf(board).Where(thing => thing is not GroupRecord && thing.Held != Holding.None).Select(thing => (thing.Id, Author: Authorship.Of(board, thing)))
            .Concat(board.Comments.Values.Where(comment => comment.Held != Holding.None).Select(comment => (comment.Id, Author: Authorship.Of(board, comment))))
            .DistinctBy(each => each.Id)
            .ToDictionary(each => each.Id, each => each.Author);

    private static bool IsOpen(Board board, string id) =>
        (Things.Find(board, id) is { Held: Holding.None }) || (board.Comments.TryGetValue(id, out var comment) && comment.Held == Holding.None);

    /// <summary>What names ideas that were seen by all when it was made: it says no more of them than their ids.</summary>
    private static readonly string[] _byId = ["vote", "proposal"];

    /// <summary>What somebody gave to an idea while they saw it is their own, whatever became of the idea.</summary>
    private static readonly string[] _own = ["mine", "ballot"];

    private static string Without(byte[] patches, string[] kinds) => string.Join(
        ',', System.Text.Json.Nodes.JsonNode.Parse([.. "["u8, .. patches, .. "]"u8])!.AsArray().Where(patch => !kinds.Contains((string)patch!["kind"]!)).Select(patch => patch!.ToJsonString()));

    private static void ForEachHistory(Action<int, History> check)
    {
        foreach (var seed in LongRun.Seeds(Histories))
        {
            var history = new History(seed);
            history.Live(Orders);
            check(seed, history);
        }
    }
}
