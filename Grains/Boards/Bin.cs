using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CoCreate.Boards;

/// <summary>What was removed from a board and can be restored, the oldest first. Immutable. It never holds more than <see cref="Limits.BinItems"/> items and
/// <see cref="Limits.BinRecords"/> records, but always the latest item; what has no room goes for good.</summary>
[method: JsonConstructor]
public sealed class Bin(long next, ImmutableSortedDictionary<long, BinItem> items)
{
    private readonly ImmutableDictionary<(RecordKind Kind, string Id), long> _numbers =
        items.ToImmutableDictionary(i => (i.Value.What.Kind, i.Value.What.Id), i => i.Key);

    private readonly int _records = items.Values.Sum(i => i.What.Records);

    private Bin(long next, ImmutableSortedDictionary<long, BinItem> items, ImmutableDictionary<(RecordKind, string), long> numbers, int records)
        : this(next, ImmutableSortedDictionary<long, BinItem>.Empty) =>
        (Items, _numbers, _records) = (items, numbers, records);

    /// <summary>A bin with nothing in it.</summary>
    public static Bin Empty { get; } = new(1, ImmutableSortedDictionary<long, BinItem>.Empty);

    /// <summary>The number of the next item; numbers are never used again.</summary>
    public long Next { get; } = next;

    /// <summary>The items by their numbers.</summary>
    public ImmutableSortedDictionary<long, BinItem> Items { get; } = items;

    /// <summary>What was removed with this kind and id, or null.</summary>
    public BinItem? Find(RecordKind kind, string id) => id is not null && _numbers.TryGetValue((kind, id), out var number) ? Items[number] : null;

    /// <summary>With one more item; the oldest ones make room for it.</summary>
    public Bin With(long at, string by, Binned what)
    {
        var bin = Without(what.Kind, what.Id);
        bin = new Bin(
            bin.Next + 1,
            bin.Items.Add(bin.Next, new BinItem(bin.Next, at, by, what)),
            bin._numbers.Add((what.Kind, what.Id), bin.Next),
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

    private Bin Without(BinItem item) =>
        new(Next, Items.Remove(item.Number), _numbers.Remove((item.What.Kind, item.What.Id)), _records - item.What.Records);
}

/// <summary>Something in the bin.</summary>
/// <param name="Number">Its number in the bin, ascending in the order of removal.</param>
/// <param name="At">When it was removed, Unix milliseconds.</param>
/// <param name="By">The participant who removed it.</param>
/// <param name="What">What it is.</param>
public sealed record BinItem(long Number, long At, string By, Binned What);

/// <summary>A removed thing with all that is needed to bring it back. A closed set; the names are stored in snapshots.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BinnedIdea), "idea")]
[JsonDerivedType(typeof(BinnedGroup), "group")]
[JsonDerivedType(typeof(BinnedConnector), "connector")]
[JsonDerivedType(typeof(BinnedComment), "comment")]
public abstract record Binned
{
    /// <summary>Its kind.</summary>
    [JsonIgnore]
    public abstract RecordKind Kind { get; }

    /// <summary>Its id.</summary>
    [JsonIgnore]
    public abstract string Id { get; }

    /// <summary>How many records it would bring back.</summary>
    [JsonIgnore]
    public virtual int Records => 1;
}

/// <summary>A removed idea with who gave it dots and reactions, and the connectors and comments that went with it.</summary>
public sealed record BinnedIdea(Idea Idea, ImmutableList<ConnectorRecord> Connectors, ImmutableList<CommentRecord> Comments) : Binned
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Idea;

    /// <inheritdoc/>
    public override string Id => Idea.Record.Id;

    /// <inheritdoc/>
    public override int Records => 1 + Connectors.Count + Comments.Count;
}

/// <summary>A removed group with the ids of the ideas that were in it.</summary>
public sealed record BinnedGroup(Group Group) : Binned
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Group;

    /// <inheritdoc/>
    public override string Id => Group.Record.Id;
}

/// <summary>A connector that was removed by itself.</summary>
public sealed record BinnedConnector(ConnectorRecord Connector) : Binned
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Connector;

    /// <inheritdoc/>
    public override string Id => Connector.Id;
}

/// <summary>A comment that was removed by itself.</summary>
public sealed record BinnedComment(CommentRecord Comment) : Binned
{
    /// <inheritdoc/>
    public override RecordKind Kind => RecordKind.Comment;

    /// <inheritdoc/>
    public override string Id => Comment.Id;
}
