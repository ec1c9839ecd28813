using System.Text.Json.Serialization;
using System.Text.Json;
using CoCreate.Journals;

namespace CoCreate.Upkeep;

/// <summary>The mark that a store carries while a backup is being restored into it.</summary>
public sealed class RestoreMark
{
    private const string Stream = StreamKind.Server + "restore";
    private readonly IJournal _journal;
    private long _version;

    private RestoreMark(IJournal journal, long version) => (_journal, _version) = (journal, version);

    /// <summary>Whether a restore began in this store and did not end: what is in it is a part of a backup.</summary>
    /// <exception cref="JournalException">The store cannot be read.</exception>
    public static async Task<bool> IsUnfinished(IJournal journal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return (await Read(journal, cancellation)).Last is RestoreBegun;
    }

    /// <summary>Marks that a restore begins.</summary>
    internal static async Task<RestoreMark> Begin(IJournal journal, CancellationToken cancellation)
    {
        var mark = new RestoreMark(journal, (await Read(journal, cancellation)).Version);
        await mark.Append(new RestoreBegun(), cancellation);
        return mark;
    }

    /// <summary>Marks that it ended well.</summary>
    internal Task Finish(CancellationToken cancellation) => Append(new RestoreFinished(), cancellation);

    private static async Task<(long Version, RestoreEvent? Last)> Read(IJournal journal, CancellationToken cancellation)
    {
        var (version, last) = (0L, default(RestoreEvent));
        await foreach (var batch in journal.Read(Stream, 0, cancellation))
        {
            last = JsonSerializer.Deserialize(batch.Payload.Span, RestoreJson.Default.RestoreEvent);
            version = batch.Last;
        }

        return (version, last);
    }

    private async Task Append(RestoreEvent fact, CancellationToken cancellation)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(fact, RestoreJson.Default.RestoreEvent);
        await _journal.Append(Stream, _version, new JournalBatch(1, payload), cancellation);
        _version++;
    }
}

/// <summary>What happened to a store as a whole. The names are stored for ever.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RestoreBegun), "restore-begun/1")]
[JsonDerivedType(typeof(RestoreFinished), "restore-finished/1")]
internal abstract record RestoreEvent;

/// <summary>A backup is being written into the store.</summary>
internal sealed record RestoreBegun : RestoreEvent;

/// <summary>All of it is there.</summary>
internal sealed record RestoreFinished : RestoreEvent;

[JsonSerializable(typeof(RestoreEvent))]
internal sealed partial class RestoreJson : JsonSerializerContext;
