using System.Text;
using CoCreate.Boards;

namespace CoCreate.Web.Relay;

/// <summary>What everyone sees of a board at one version, encoded once however many fetch it.</summary>
internal sealed class SharedSnapshot
{
    private readonly Lazy<GzipParts> _compressed;
    private readonly Lazy<SharedSnapshot> _forOnlookers;

    public SharedSnapshot(BoardSnapshot board, long takenAt)
        : this(board.Epoch, board.Seq, board.Everyone, takenAt)
    {
    }

    private SharedSnapshot(long epoch, long seq, byte[] patches, long takenAt)
    {
        (Epoch, Seq, TakenAt) = (epoch, seq, takenAt);
        var head = Encoding.UTF8.GetBytes($"{{\"epoch\":{epoch},\"seq\":{seq},\"patches\":[");
        Text = [.. head, .. patches];
        HasPatches = patches.Length > 0;
        _compressed = new Lazy<GzipParts>(() => new GzipParts(Text));
        _forOnlookers = new Lazy<SharedSnapshot>(() => new SharedSnapshot(epoch, seq, OnlookersSight.Of(Text.AsSpan(head.Length)), takenAt));
    }

    public long Epoch { get; }

    public long Seq { get; }

    /// <summary>When it was taken, as a timestamp of the clock.</summary>
    public long TakenAt { get; }

    /// <summary>The beginning of the snapshot's JSON, up to the last record that everyone sees.</summary>
    public byte[] Text { get; }

    /// <summary>Whether a comma is needed before further records.</summary>
    public bool HasPatches { get; }

    /// <summary>The same, compressed on first use.</summary>
    public GzipParts Compressed => _compressed.Value;

    /// <summary>What pages of other sites see of it, made on first use.</summary>
    public SharedSnapshot ForOnlookers => _forOnlookers.Value;
}

/// <summary>A snapshot for one viewer: the shared beginning, and the end that is theirs.</summary>
internal sealed record ViewerSnapshot(SharedSnapshot Shared, byte[] Ending, bool ForHosts);

/// <summary>Snapshots of one board. What everyone sees is fetched and compressed rarely; each viewer's own part is fetched for each of them.</summary>
/// <remarks>Both parts must be of one version, or folding later changes would go wrong (R7, R10). The shared part may be some events old; the own part is fresh.
/// They fit together when the events in between hold nothing for this viewer alone, which the ring knows; otherwise one whole snapshot is taken for this viewer
/// and serves as the shared part of those who come next.</remarks>
internal sealed class SnapshotCache(IBoardGrain grain, BoardRelay relay, TimeProvider clock) : IDisposable
{
    /// <summary>The shared part is taken anew when it is this many events old: what it misses is sent to each who joins.</summary>
    private const long MaxBehind = 512;

    /// <summary>While a board is being changed the shared part is taken anew at most this often, whoever asks for it.</summary>
    private static readonly TimeSpan _goodFor = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _oneFetch = new(1);
    private SharedSnapshot? _shared;

    /// <summary>The board as this participant may see it, or, as a participant, what they would see as a contributor; null when they are not on it.</summary>
    public async Task<ViewerSnapshot?> Read(string participant, bool asParticipant = false)
    {
        var shared = await FindShared();
        var own = shared is null ? null : await grain.PrivateSnapshot(participant);
        if (shared is null || own is null)
        {
            return null;
        }

        if (await Combine(shared, own, participant, asParticipant) is { } combined)
        {
            return combined;
        }

        var whole = await grain.Snapshot(participant);
        return whole is null ? null : await Combine(Keep(whole), whole, participant, asParticipant);
    }

    /// <summary>The board as pages of other sites see it; null where there is none.</summary>
    public async Task<ViewerSnapshot?> ReadForOnlookers() => await FindShared() is { } shared ? new ViewerSnapshot(shared.ForOnlookers, "]}"u8.ToArray(), ForHosts: false) : null;

    public void Dispose() => _oneFetch.Dispose();

    /// <summary>Puts the parts together; null when they do not fit, or when the participant is not on the board.</summary>
    private async Task<ViewerSnapshot?> Combine(SharedSnapshot shared, BoardSnapshot own, string participant, bool asParticipant)
    {
        // The role is looked up after the parts were taken: a later change of it is after their version, where a join will find it.
        if (await grain.FindMember(participant) is not { } member)
        {
            return null;
        }

        var isHost = member.IsHost && !asParticipant;
        var fits = own.Epoch == shared.Epoch
            && (own.Seq == shared.Seq || await relay.IsUnchangedFor(participant, isHost, shared.Epoch, shared.Seq, own.Seq));
        return fits ? new ViewerSnapshot(shared, Ending(shared, own, isHost), isHost) : null;
    }

    private async Task<SharedSnapshot?> FindShared()
    {
        await _oneFetch.WaitAsync();
        try
        {
            if (_shared is { } known && IsGoodEnough(known, await relay.Distance(known.Epoch, known.Seq)))
            {
                return known;
            }

            // The ring starts before the snapshot, so that whoever gets it can join from it.
            await relay.Reach(0, 0, 0);
            return await grain.Snapshot("") is { } fresh ? Keep(fresh) : null;
        }
        finally
        {
            _oneFetch.Release();
        }
    }

    private bool IsGoodEnough(SharedSnapshot known, long behind) =>
        behind == 0 || (behind is > 0 and <= MaxBehind && clock.GetElapsedTime(known.TakenAt) < _goodFor);

    private SharedSnapshot Keep(BoardSnapshot board)
    {
        var fresh = new SharedSnapshot(board, clock.GetTimestamp());
        if (_shared is not { } known || known.Epoch != fresh.Epoch || known.Seq < fresh.Seq)
        {
            _shared = fresh;
        }

        return fresh;
    }

    private static byte[] Ending(SharedSnapshot shared, BoardSnapshot own, bool isHost)
    {
        var text = new MemoryStream();
        var hasPatches = shared.HasPatches;
        byte[][] parts = [isHost ? own.Hosts : [], own.Private];
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                text.Write(hasPatches ? ","u8 : []);
                text.Write(part);
                hasPatches = true;
            }
        }

        text.Write("]}"u8);
        return text.ToArray();
    }
}
