using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CoCreate.Journals;

/// <summary>The state of a small grain as the fold of its journalled events: load, append, apply, one event at a time.</summary>
/// <remarks>For grains whose calls do not interleave. After a failed append the grain must be dropped: what it holds may no longer be the truth.</remarks>
/// <typeparam name="TState">The state; immutable.</typeparam>
/// <typeparam name="TEvent">The events; a closed set.</typeparam>
internal sealed class JournaledState<TState, TEvent>(
    IJournal journal, string stream, TState empty, Func<TState, TEvent, TState> apply, JsonTypeInfo<TEvent> json)
{
    /// <summary>The state now.</summary>
    public TState Value { get; private set; } = empty;

    /// <summary>How many events it is the fold of.</summary>
    public long Version { get; private set; }

    /// <summary>Reads the stream from its start.</summary>
    /// <exception cref="JournalException">The stream is damaged or cannot be read.</exception>
    public async Task Load(CancellationToken cancellation)
    {
        await foreach (var batch in journal.Read(stream, 0, cancellation))
        {
            Value = apply(Value, Decode(batch));
            Version = batch.Last;
        }
    }

    /// <summary>Makes an event durable, then applies it.</summary>
    /// <exception cref="JournalException">As <see cref="IJournal.Append"/> says; nothing was applied.</exception>
    public async Task Append(TEvent fact)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(fact, json);
        await journal.Append(stream, Version, new JournalBatch(1, payload), CancellationToken.None);
        Value = apply(Value, fact);
        Version++;
    }

    private TEvent Decode(StoredBatch batch)
    {
        try
        {
            return JsonSerializer.Deserialize(batch.Payload.Span, json) ?? throw new JsonException("The event is null.");
        }
        catch (JsonException e)
        {
            throw new JournalException(
                JournalFailure.Damaged,
                $"{stream} cannot be read at version {batch.First}: this version of the server does not know what is in it. Was it written by a newer version?",
                e);
        }
    }
}
