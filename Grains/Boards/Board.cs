using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>A board's whole state at one version. Immutable: the sequencer holds two versions at once, what is durable and what it has decided
/// since, and a snapshot can be written while edits go on.</summary>
public sealed record Board
{
    /// <summary>A board that was not made yet.</summary>
    public static Board Empty { get; } = new();

    /// <summary>Changes when the board is restored from a backup.</summary>
    public long Epoch { get; init; }

    /// <summary>The version: number of events so far. 0 for a board that was not made yet.</summary>
    public long Seq { get; init; }

    /// <summary>Title, brief, status, budget.</summary>
    public BoardSettingsRecord Settings { get; init; } = new()
    {
        Id = "board",
        Title = "",
        Brief = "",
        Status = SessionStatus.Open,
        VoteBudget = DefaultVoteBudget,
        JoinCode = "",
        CreatedAt = 0,
        Policy = "",
        Approval = false,
    };

    /// <summary>Whether everything that people who are not hosts write and bring waits while approval is on, and not new ideas and comments alone.</summary>
    public bool ApprovesAll { get; init; }

    /// <summary>Ideas by id.</summary>
    public ImmutableDictionary<string, Idea> Ideas { get; init; } = ImmutableDictionary<string, Idea>.Empty;

    /// <summary>Groups by id.</summary>
    public ImmutableDictionary<string, Group> Groups { get; init; } = ImmutableDictionary<string, Group>.Empty;

    /// <summary>Connectors by id.</summary>
    public ImmutableDictionary<string, ConnectorRecord> Connectors { get; init; } = ImmutableDictionary<string, ConnectorRecord>.Empty;

    /// <summary>Frames by id.</summary>
    public ImmutableDictionary<string, FrameRecord> Frames { get; init; } = ImmutableDictionary<string, FrameRecord>.Empty;

    /// <summary>Notes by id.</summary>
    public ImmutableDictionary<string, NoteRecord> Notes { get; init; } = ImmutableDictionary<string, NoteRecord>.Empty;

    /// <summary>Images by id.</summary>
    public ImmutableDictionary<string, ImageRecord> Images { get; init; } = ImmutableDictionary<string, ImageRecord>.Empty;

    /// <summary>Stamps by id.</summary>
    public ImmutableDictionary<string, StampRecord> Stamps { get; init; } = ImmutableDictionary<string, StampRecord>.Empty;

    /// <summary>What hangs on a thing and goes with it, by the thing's id: ids of the connectors that start or end at it, and of the stamps on it.</summary>
    public ImmutableDictionary<string, ImmutableHashSet<string>> Hanging { get; init; } = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <summary>Uploaded files by the SHA-256 of their content.</summary>
    public ImmutableDictionary<string, FileRecord> Files { get; init; } = ImmutableDictionary<string, FileRecord>.Empty;

    /// <summary>What shows each file that something on the board shows, by the file's id: so that who sees a file needs no look at all ideas.</summary>
    public ImmutableDictionary<string, FileUse> FileUses { get; init; } = ImmutableDictionary<string, FileUse>.Empty;

    /// <summary>Comments by id.</summary>
    public ImmutableDictionary<string, CommentRecord> Comments { get; init; } = ImmutableDictionary<string, CommentRecord>.Empty;

    /// <summary>People on the board by participant id.</summary>
    public ImmutableDictionary<string, Member> Members { get; init; } = ImmutableDictionary<string, Member>.Empty;

    /// <summary>People who were removed: the join code does not let them in again, a new invite does.</summary>
    public ImmutableHashSet<string> Removed { get; init; } = [];

    /// <summary>Who comes in, who waits, and who does not come in again.</summary>
    public Door Door { get; init; } = Door.Open;

    /// <summary>Invites that are not revoked, by id.</summary>
    public ImmutableDictionary<string, Invite> Invites { get; init; } = ImmutableDictionary<string, Invite>.Empty;

    /// <summary>Browser sessions by client id: the duplicate table.</summary>
    public ImmutableDictionary<string, ClientLog> Clients { get; init; } = ImmutableDictionary<string, ClientLog>.Empty;

    /// <summary>What was removed and can be restored.</summary>
    public Bin Bin { get; init; } = Bin.Empty;

    /// <summary>What its people do, step after step.</summary>
    public Agenda Agenda { get; init; } = Agenda.None;

    /// <summary>What is hidden from somebody.</summary>
    public Veil Veil { get; init; } = Veil.None;

    /// <summary>Who added what in steps with sealed authorship.</summary>
    public SealedAuthors Sealed { get; init; } = SealedAuthors.None;

    /// <summary>Versions that the board can be brought back to, by id.</summary>
    public ImmutableDictionary<string, RestorePoint> Points { get; init; } = ImmutableDictionary<string, RestorePoint>.Empty;

    /// <summary>Votes by id, open and closed ones.</summary>
    public ImmutableDictionary<string, Vote> Votes { get; init; } = ImmutableDictionary<string, Vote>.Empty;

    /// <summary>Groups that the server proposes, or is about to; null for none.</summary>
    public ProposalRecord? Proposal { get; init; }

    /// <summary>The latest changes of bodies: what a change is mapped over whose author did not know them.</summary>
    public RecentText RecentText { get; init; } = RecentText.None;

    /// <summary>The highest order a thing ever had; the next one goes above it.</summary>
    public double TopOrder { get; init; }

    /// <summary>Dots per person on a new board.</summary>
    public const int DefaultVoteBudget = 5;

    /// <summary>Whether the board was made.</summary>
    public bool Exists => Seq > 0;
}

/// <summary>An idea with what belongs to it.</summary>
/// <param name="Record">What everyone sees of it.</param>
/// <param name="Ballots">Who gave it dots or reactions.</param>
/// <param name="Comments">Ids of its comments.</param>
public sealed record Idea(
    IdeaRecord Record,
    ImmutableDictionary<string, Ballot> Ballots,
    ImmutableHashSet<string> Comments)
{
    /// <summary>The version in which it was added: changes of a body from before it are of another idea.</summary>
    public long Since { get; init; }
}

/// <summary>One person's dots and reactions on one idea.</summary>
/// <param name="Dots">0 or more.</param>
/// <param name="Reactions">Ascending, each once.</param>
public sealed record Ballot(int Dots, ImmutableSortedSet<Reaction> Reactions)
{
    /// <summary>Neither dots nor reactions.</summary>
    public static Ballot None { get; } = new(0, []);

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Dots == 0 && Reactions.IsEmpty;
}

/// <summary>A group with the ids of the ideas in it.</summary>
public sealed record Group(GroupRecord Record, ImmutableHashSet<string> Ideas);

/// <summary>A person on the board.</summary>
/// <param name="Record">What everyone sees of them.</param>
/// <param name="Invite">The invite they came in by; empty for the join code and for the owner.</param>
/// <param name="Ideas">Ideas of theirs that are on the board.</param>
/// <param name="Comments">Comments of theirs that are on the board.</param>
/// <param name="Dots">Dots of theirs that are on ideas.</param>
/// <param name="Reactions">Reactions of theirs that are on ideas.</param>
/// <param name="ActiveAt">Version of their last contribution.</param>
public sealed record Member(PersonRecord Record, string Invite, int Ideas, int Comments, int Dots, int Reactions, long ActiveAt)
{
    /// <summary>Owner or host.</summary>
    public bool IsHost => Record.Role.RunsSession();

    /// <summary>The member as the gateway knows them.</summary>
    public Membership ToMembership() => new(Record.Id, Record.Name, Record.Colour, Record.Role, Record.Segment);
}

/// <summary>An invite.</summary>
/// <param name="Record">What hosts see of it.</param>
/// <param name="SecretHash">SHA-256 of its secret, lower-case hex.</param>
public sealed record Invite(InviteRecord Record, string SecretHash);

/// <summary>What a browser session's commands came to.</summary>
/// <param name="Owner">The participant the session belongs to.</param>
/// <param name="Last">The last number that was decided.</param>
/// <param name="UsedAt">The version at which it was used last.</param>
/// <param name="Refusals">The refusals among the latest <see cref="Limits.UnsettledPerClient"/> numbers, ascending.</param>
public sealed record ClientLog(string Owner, long Last, long UsedAt, ImmutableList<NumberedRefusal> Refusals)
{
    /// <summary>What became of a number that was decided, or null when that is so long ago that it is not remembered.</summary>
    public Outcome? OutcomeOf(string client, long number)
    {
        if (number <= Last - Limits.UnsettledPerClient)
        {
            return null;
        }

        var refusal = Refusals.Find(r => r.Number == number);
        return new Outcome(client, number, refusal.Number == 0 ? null : refusal.Code);
    }
}

/// <summary>A refused command of a browser session.</summary>
public readonly record struct NumberedRefusal(long Number, RefusalCode Code);
