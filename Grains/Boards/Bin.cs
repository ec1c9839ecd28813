using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>What was removed from a board and can be restored, the oldest first. Immutable. It never holds more than <see cref="Limits.BinItems"/> items and
/// <see cref="Limits.BinRecords"/> records, but always the latest item; what has no room goes for good.</summary>
[method: JsonConstructor]
public sealed class Bin(long next, ImmutableSortedDictionary<long, BinItem> items)
{
    private readonly ImmutableDictionary<(bool IsComment, string Id), long> _numbers = items.ToImmutableDictionary(i => KeyOf(i.Value.What), i => i.Key);

    private readonly int _records = items.Values.Sum(i => i.What.Records);

    private Bin(long next, ImmutableSortedDictionary<long, BinItem> items, ImmutableDictionary<(bool IsComment, string Id), long> numbers, int records)
        : this(next, ImmutableSortedDictionary<long, BinItem>.Empty) =>
        (Items, _numbers, _records) = (items, numbers, records);

    /// <summary>A bin with nothing in it.</summary>
    public static Bin Empty { get; } = new(1, ImmutableSortedDictionary<long, BinItem>.Empty);

    /// <summary>The number of the next item; numbers are never used again.</summary>
    public long Next { get; } = next;

    /// <summary>The items by their numbers.</summary>
    public ImmutableSortedDictionary<long, BinItem> Items { get; } = items;

    /// <summary>What was removed with this kind and id, or null.</summary>
    public BinItem? Find(RecordKind kind, string? id) => Find(kind == RecordKind.Comment, id) is { } item && item.What.Kind == kind ? item : null;

    /// <summary>The thing (or the comment) that was removed with this id, whatever its kind, or null.</summary>
    public BinItem? Find(bool isComment, string? id) => id is not null && _numbers.TryGetValue((isComment, id), out var number) ? Items[number] : null;

    /// <summary>With one more item; the oldest ones make room for it.</summary>
    public Bin With(long at, string by, Binned what, Veiled? veiled = null, bool isPrivate = false)
    {
        var bin = Find(what.Thing is null, what.Id) is { } same ? Without(same) : this;
        bin = new Bin(
            bin.Next + 1,
            bin.Items.Add(bin.Next, new BinItem(bin.Next, at, by, what) { Veiled = veiled, IsPrivate = isPrivate }),
            bin._numbers.Add(KeyOf(what), bin.Next),
            bin._records + what.Records);
        while (bin.Items.Count > 1 && (bin.Items.Count > Limits.BinItems || bin._records > Limits.BinRecords))
        {
            bin = bin.Without(bin.Items.First().Value);
        }

        return bin;
    }

    /// <summary>With something else in an item's place: what belongs to it has changed.</summary>
    public Bin Replace(BinItem item, Binned what) =>
        new(Next, Items.SetItem(item.Number, item with { What = what }), _numbers, _records + what.Records - item.What.Records);

    /// <summary>Without what was removed with this kind and id, if it is there.</summary>
    public Bin Without(RecordKind kind, string id) => Find(kind, id) is { } item ? Without(item) : this;

    /// <summary>Without the items up to a number.</summary>
    public Bin EmptiedThrough(long number) => new(Next, Items.RemoveRange(Items.Keys.TakeWhile(key => key <= number).ToList()));

    private static (bool IsComment, string Id) KeyOf(Binned what) => (what.Thing is null, what.Id);

    private Bin Without(BinItem item) =>
        new(Next, Items.Remove(item.Number), _numbers.Remove(KeyOf(item.What)), _records - item.What.Records);
}

/// <summary>Something in the bin.</summary>
/// <param name="Number">Its number in the bin, ascending in the order of removal.</param>
/// <param name="At">When it was removed, Unix milliseconds.</param>
/// <param name="By">The participant who removed it.</param>
/// <param name="What">What it is.</param>
public sealed record BinItem(long Number, long At, string By, Binned What)
{
    /// <summary>How it was hidden when it was removed; null when everybody saw it.</summary>
    public Veiled? Veiled { get; init; }

    /// <summary>Whether it was removed while nobody was to learn what a person did: who removed it alone is shown it, then and later.</summary>
    public bool IsPrivate { get; init; }
}

/// <summary>Something removed, with all that is needed to bring it back.</summary>
/// <param name="Thing">A thing; null for a comment.</param>
/// <param name="Comment">A comment that was removed by itself; null for a thing.</param>
/// <param name="Ideas">Ids of the ideas that were in a group.</param>
/// <param name="Ballots">Who gave an idea dots or reactions.</param>
/// <param name="Comments">An idea's comments, which went with it.</param>
/// <param name="Hanging">The connectors and stamps at a thing, which went with it.</param>
public sealed record Binned(
    ThingRecord? Thing,
    CommentRecord? Comment,
    ImmutableHashSet<string> Ideas,
    ImmutableDictionary<string, Ballot> Ballots,
    ImmutableList<CommentRecord> Comments,
    ImmutableList<ThingRecord> Hanging)
{
    /// <summary>A comment that is removed by itself.</summary>
    public static Binned Of(CommentRecord comment) => new(null, comment, [], ImmutableDictionary<string, Ballot>.Empty, [], []);

    /// <summary>A thing as it is on the board, with what belongs to it.</summary>
    public static Binned Of(Board board, string id)
    {
        var idea = board.Ideas.GetValueOrDefault(id);
        return new Binned(
            Things.Find(board, id),
            null,
            board.Groups.GetValueOrDefault(id)?.Ideas ?? [],
            idea?.Ballots ?? ImmutableDictionary<string, Ballot>.Empty,
            [.. (idea?.Comments ?? []).Select(comment => board.Comments[comment])],
            [.. Things.HangingOn(board, id).Select(hanging => Things.Find(board, hanging)!)]);
    }

    /// <summary>Its kind.</summary>
    [JsonIgnore]
    public RecordKind Kind => Thing is null ? RecordKind.Comment : Things.KindOf(Thing);

    /// <summary>Its id.</summary>
    [JsonIgnore]
    public string Id => Thing?.Id ?? Comment!.Id;

    /// <summary>How many records it would bring back.</summary>
    [JsonIgnore]
    public int Records => 1 + Comments.Count + Hanging.Count;
}
