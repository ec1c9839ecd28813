using System.Text.Json;
using System.Text.Json.Serialization;
using CoCreate.Voting;

namespace CoCreate.Boards;

/// <summary>What is published of a vote: the file of ballots, for everybody once it is closed, and the report on taking part, for hosts. Pure.</summary>
internal static class VotePublication
{
    /// <summary>The file of ballots. Nothing in it hangs on when or by whom a ballot was cast: ballots are sorted by receipt, comparisons by option.</summary>
    public static BallotFile File(Vote vote) => new(
        BallotFile.FormatName,
        vote.Record.Id,
        vote.Record.Title,
        VoteRules.Text(vote.Record),
        vote.Record.RulesHash,
        vote.Record.Plan,
        [.. vote.Record.Options],
        [.. vote.Ballots.Values.Where(ballot => ballot.Counts).Select(Published).OrderBy(ballot => ballot.Receipt, StringComparer.Ordinal)],
        vote.Record.Results);

    /// <summary>Counts a file's ballots by its rules.</summary>
    public static VoteResults Recount(BallotFile file) => VoteCount.Of(RecordOf(file), [.. file.Ballots.Select(ToCast)]);

    /// <summary>The hash of the rules by which a file's ballots are counted: another one than the file says means that plan, options or prices are not those that were voted by.</summary>
    public static string RulesHash(BallotFile file) => VoteRules.Hash(RecordOf(file));

    /// <summary>The report for hosts. Ballots of people who are no longer on the board are in it: whoever voted is told of, not who counts.</summary>
    public static VoteReport Report(Vote vote)
    {
        var cast = vote.Ballots.Values.Where(ballot => ballot.IsCast).ToList();
        var minutes = Bursts.Minutes([.. cast.Select(ballot => ballot.FirstAt)], vote.Record.OpenedAt);
        var devices = cast.Where(ballot => ballot.Device.Length > 0).GroupBy(ballot => ballot.Device).Select(same => same.Count()).Where(people => people > 1);
        return new VoteReport(vote.Record.Id, vote.Record.Eligible, vote.Ballots.Count, cast.Count, [.. minutes], [.. Bursts.FarOut(minutes)], [.. devices.OrderDescending()]);
    }

    /// <summary>The file for a member of the board, or why they get none: there is no such vote, or it still is open.</summary>
    public static VoteFile ReadBallots(Board board, string participant, string id) =>
        Refuse(board, participant, id, forHosts: false) is { } refusal ? new VoteFile(refusal, [])
        : board.Votes[id].IsOpen ? new VoteFile(RefusalCode.VoteOpen, [])
        : new VoteFile(null, JsonSerializer.SerializeToUtf8Bytes(File(board.Votes[id]), VoteJson.Default.BallotFile));

    /// <summary>The report for a host, or why they get none.</summary>
    public static VoteFile ReadReport(Board board, string participant, string id) =>
        Refuse(board, participant, id, forHosts: true) is { } refusal ? new VoteFile(refusal, [])
        : new VoteFile(null, JsonSerializer.SerializeToUtf8Bytes(Report(board.Votes[id]), VoteJson.Default.VoteReport));

    private static RefusalCode? Refuse(Board board, string participant, string id, bool forHosts) =>
        !board.Members.TryGetValue(participant, out var member) ? RefusalCode.NotMember
        : forHosts && !member.IsHost ? RefusalCode.NotAllowed
        : Check.Unless(board.Votes.ContainsKey(id), RefusalCode.NotFound);

    private static PublishedBallot Published(VoterBallot ballot) =>
        new(ballot.Record.Receipt, ballot.Record.Marks, [.. ballot.Record.Ranking], [.. ballot.Pairs.Select(Published).OrderBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal)]);

    private static PublishedPair Published(ComparedPair pair) => string.CompareOrdinal(pair.First, pair.Second) < 0
        ? new PublishedPair(pair.First, pair.Second, pair.Outcome)
        : new PublishedPair(pair.Second, pair.First, pair.Outcome switch
        {
            PairOutcome.First => PairOutcome.Second,
            PairOutcome.Second => PairOutcome.First,
            _ => PairOutcome.Cannot,
        });

    private static CastBallot ToCast(PublishedBallot ballot) =>
        VoteCount.ToCast(ballot.Marks, ballot.Ranking, ballot.Pairs.Select(pair => new ComparedPair(pair.First, pair.Second, pair.Outcome)));

    private static VoteRecord RecordOf(BallotFile file) => new()
    {
        Id = file.Vote,
        Title = file.Title,
        Plan = file.Plan,
        Step = "",
        Status = VoteStatus.Closed,
        OpenedAt = 0,
        ClosedAt = 0,
        Options = file.Options,
        Turnout = file.Ballots.Length,
        Eligible = file.Ballots.Length,
        RulesHash = file.RulesHash,
        Results = VoteResults.None,
        Splits = [],
        Segments = [],
        Changes = [],
    };
}

/// <summary>How what is published of votes is written and read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(BallotFile))]
[JsonSerializable(typeof(VoteReport))]
internal sealed partial class VoteJson : JsonSerializerContext;
