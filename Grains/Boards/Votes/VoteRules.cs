using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Boards;

/// <summary>The rules of votes: which plans there can be, who may vote, what a ballot has left, and the text that the rules' hash is of. Pure.</summary>
internal static class VoteRules
{
    /// <summary>What is wrong with a plan; null when a vote can be opened by it, as far as it does not hang on the options. Agendas ask this before they keep a step's vote.</summary>
    public static RefusalCode? Problem(VotePlan? plan)
    {
        if (plan is null || plan.Segments is null || Array.Exists(plan.Segments, segment => segment is null))
        {
            return RefusalCode.Malformed;
        }

        return Check.Defined(plan.Method) ?? Check.Defined(plan.Options) ?? Check.Defined(plan.TieBreak)
            ?? Check.Unless(IsBudget(plan), RefusalCode.OutOfRange)
            ?? Check.Unless(plan.PerOption is >= 0 and <= Limits.VoteBudget && plan.Top is >= 0 and <= Limits.OptionsPerVote, RefusalCode.OutOfRange)
            ?? Check.When(plan.Live && ComparesEachWithEach(plan.Method), RefusalCode.OutOfRange)
            ?? Check.When(plan.Segments.Length > Limits.SegmentsPerVote, RefusalCode.TooMany)
            ?? Check.When(Array.Exists(plan.Segments, segment => segment.Length > Limits.SegmentLength), RefusalCode.TooLong);
    }

    /// <summary>Whether a method compares each option with each: it takes fewer options, and is counted once, at the end.</summary>
    public static bool ComparesEachWithEach(VoteMethod method) => method is VoteMethod.Ranking or VoteMethod.Pairwise;

    /// <summary>The most options that a vote by this method takes.</summary>
    public static int MostOptions(VoteMethod method) => ComparesEachWithEach(method) ? Limits.ComparedOptions : Limits.OptionsPerVote;

    /// <summary>Whether a vote takes marks, and not an order or comparisons.</summary>
    public static bool TakesMarks(VoteMethod method) => method is not (VoteMethod.None or VoteMethod.Ranking or VoteMethod.Pairwise);

    /// <summary>Whether somebody may vote: everybody but observers, of the segments that the plan names.</summary>
    public static bool MayVote(Member? member, VotePlan plan) =>
        member is not null && member.Record.Role.Includes(Role.Voter) && (plan.Segments.Length == 0 || plan.Segments.Contains(member.Record.Segment));

    /// <summary>Comparisons that are asked of each person.</summary>
    public static int Comparisons(VotePlan plan) => plan.Budget == 0 ? Limits.ComparisonsUnlessSaid : plan.Budget;

    /// <summary>What somebody who gave this has left. Never less than 0: what would be is refused.</summary>
    public static long Left(VotePlan plan, IEnumerable<int> marks, int pairs) => plan.Method switch
    {
        VoteMethod.Dots or VoteMethod.Budget => plan.Budget - marks.Sum(mark => (long)mark),
        VoteMethod.Quadratic => plan.Budget - Voting.Sums.QuadraticCost(marks),
        VoteMethod.Pairwise => Comparisons(plan) - pairs,
        _ => 0,
    };

    /// <summary>The most and the least that one option may be given.</summary>
    public static (int Least, int Most) MarkRange(VotePlan plan) => plan.Method switch
    {
        VoteMethod.Dots => (0, plan.PerOption == 0 ? plan.Budget : Math.Min(plan.PerOption, plan.Budget)),
        VoteMethod.Approval => (0, 1),
        VoteMethod.Score => (-1, plan.Budget),
        VoteMethod.Quadratic or VoteMethod.Budget => (0, plan.Budget),
        _ => (0, 0),
    };

    /// <summary>The mark that takes a mark back.</summary>
    public static int NoMark(VoteMethod method) => method == VoteMethod.Score ? -1 : 0;

    /// <summary>The rules as a text of lines: all that decides a result but the ballots. Its SHA-256 is the rules' hash.</summary>
    public static string Text(VoteRecord vote)
    {
        var plan = vote.Plan;
        var text = new StringBuilder("cocreate.vote/1\n");
        text.Append(CultureInfo.InvariantCulture, $"vote {vote.Id}\nmethod {plan.Method}\nbudget {plan.Budget}\nperOption {plan.PerOption}\ntieBreak {plan.TieBreak}\nlive {plan.Live}\n");
        foreach (var segment in plan.Segments)
        {
            text.Append(CultureInfo.InvariantCulture, $"segment {segment.ReplaceLineEndings(" ")}\n");
        }

        foreach (var option in vote.Options)
        {
            text.Append(CultureInfo.InvariantCulture, $"option {option.Id} {option.Price}\n");
        }

        return text.ToString();
    }

    /// <summary>The rules' hash.</summary>
    public static string Hash(VoteRecord vote) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(vote))));

    private static bool IsBudget(VotePlan plan) => plan.Method switch
    {
        VoteMethod.Dots or VoteMethod.Quadratic => plan.Budget is >= 1 and <= Limits.VoteBudget,
        VoteMethod.Score => plan.Budget is >= 1 and <= Limits.HighestScore,
        VoteMethod.Pairwise => plan.Budget is >= 0 and <= Limits.ComparisonsPerPerson,
        VoteMethod.Budget => plan.Budget is >= 1 and <= Limits.PointsPerPerson,
        VoteMethod.Approval or VoteMethod.Ranking => plan.Budget is >= 0 and <= Limits.VoteBudget,
        _ => false,
    };
}
