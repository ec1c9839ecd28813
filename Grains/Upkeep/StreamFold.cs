using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Invites;
using CoCreate.Journals;
using CoCreate.Participants;

namespace CoCreate.Upkeep;

/// <summary>Replays one stream from its start, as the grain does that it belongs to.</summary>
internal abstract class StreamFold(string stream)
{
    /// <summary>The stream's name.</summary>
    public string Stream => stream;

    /// <summary>The part of the name after the kind.</summary>
    public string Key => stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The version reached.</summary>
    public long Version { get; private set; }

    /// <summary>The fold for a stream of this name.</summary>
    public static StreamFold Of(string stream) => StreamKind.Of(stream) switch
    {
        StreamKind.Board => new BoardFold(stream),
        StreamKind.Participant => new ParticipantFold(stream),
        StreamKind.Code => new CodeFold(stream),
        StreamKind.Server => new ServerFold(stream),
        _ => new UnknownFold(stream),
    };

    /// <summary>Replays the next batch.</summary>
    /// <exception cref="UnreplayableException">It cannot be: the message says at which version and why.</exception>
    public void Take(StoredBatch batch)
    {
        try
        {
            Replay(batch);
        }
        catch (Exception failure) when (failure is not UnreplayableException)
        {
            // Whatever goes wrong here would stop the grain as well, and that is what is looked for.
            throw new UnreplayableException(batch.First, $"what is stored there cannot be replayed ({failure.GetType().Name}: {failure.Message.TrimEnd('.')})", failure);
        }

        Version = batch.Last;
    }

    /// <summary>Replays a batch that follows the one before it.</summary>
    protected abstract void Replay(StoredBatch batch);

    /// <summary>Reads a batch of one event.</summary>
    protected static T One<T>(StoredBatch batch, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) => batch.Count == 1
        ? JsonSerializer.Deserialize(batch.Payload.Span, json) ?? throw new JsonException("The event is null.")
        : throw new UnreplayableException(batch.First, $"the batch should hold one event, not {batch.Count}");
}

/// <summary>A board's stream.</summary>
internal sealed class BoardFold(string stream) : StreamFold(stream)
{
    /// <summary>The board at the version reached.</summary>
    public Board Board { get; private set; } = Board.Empty;

    protected override void Replay(StoredBatch batch)
    {
        var entries = BoardStore.Decode(Stream, batch);
        if (entries.Length != batch.Count)
        {
            throw new UnreplayableException(batch.First, $"the batch says that it holds {batch.Count} events and holds {entries.Length}");
        }

        foreach (var entry in entries)
        {
            Board = BoardApplier.Apply(Board, entry);
        }
    }
}

/// <summary>A participant's stream.</summary>
internal sealed class ParticipantFold(string stream) : StreamFold(stream)
{
    /// <summary>The person at the version reached.</summary>
    public Participant Participant { get; private set; } = Participant.Unknown;

    protected override void Replay(StoredBatch batch) =>
        Participant = ParticipantApplier.Apply(Participant, One(batch, ParticipantJson.Default.ParticipantEvent));
}

/// <summary>A join code's stream.</summary>
internal sealed class CodeFold(string stream) : StreamFold(stream)
{
    /// <summary>The board that the code leads to.</summary>
    public string Board { get; private set; } = "";

    protected override void Replay(StoredBatch batch) => Board = One(batch, JoinCodeJson.Default.JoinCodeEvent) switch
    {
        CodeClaimed e when Version == 0 => e.Board,
        CodeClaimed => throw new UnreplayableException(batch.First, "the code is claimed a second time"),
        var other => throw new UnreplayableException(batch.First, $"{other.GetType().Name} is no event of a join code"),
    };
}

/// <summary>What the server keeps about itself.</summary>
internal sealed class ServerFold(string stream) : StreamFold(stream)
{
    protected override void Replay(StoredBatch batch)
    {
        // Nobody replays these streams; that they can be read is all there is to check.
    }
}

/// <summary>A stream of a kind that this version does not know.</summary>
internal sealed class UnknownFold(string stream) : StreamFold(stream)
{
    protected override void Replay(StoredBatch batch) =>
        throw new UnreplayableException(batch.First, "this version of the server knows no streams with such a name. Was it written by a newer version?");
}

/// <summary>A batch cannot be replayed.</summary>
internal sealed class UnreplayableException(long version, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The first version that is not right.</summary>
    public long Version => version;
}
