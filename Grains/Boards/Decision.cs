namespace CoCreate.Boards;

/// <summary>What the decider says to a command: facts, or why not.</summary>
public readonly struct Decision
{
    private readonly BoardEvent[]? _events;

    private Decision(RefusalCode? refusal, BoardEvent[]? events)
    {
        Refusal = refusal;
        _events = events;
    }

    /// <summary>Why the command is refused; null when it is accepted.</summary>
    public RefusalCode? Refusal { get; }

    /// <summary>The facts; empty for a refusal, and for an order that changes nothing.</summary>
    public ReadOnlySpan<BoardEvent> Events => _events;

    /// <summary>Accepted, and nothing changes.</summary>
    public static Decision Nothing => new(null, []);

    /// <summary>Accepted with facts in their order.</summary>
    public static Decision Of(IEnumerable<BoardEvent> facts) => new(null, [.. facts]);

    /// <summary>Refused.</summary>
    public static implicit operator Decision(RefusalCode refusal) => new(refusal, null);

    /// <summary>Accepted with one fact.</summary>
    public static implicit operator Decision(BoardEvent fact) => new(null, [fact]);
}
