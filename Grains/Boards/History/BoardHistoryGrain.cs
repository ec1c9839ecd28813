using CoCreate.Journals;

namespace CoCreate.Boards;

/// <summary>A board's history. It reads the journal beside the board's own grain and beside its own turns, and keeps what it has read while it is asked.</summary>
public sealed class BoardHistoryGrain(IJournal journal) : Grain, IBoardHistoryGrain
{
    private BoardPast? _past;

    /// <inheritdoc/>
    public async Task<HistoryPage?> ReadLines(string participant, HistoryQuestion question)
    {
        var past = await Read();
        return past.Latest.Members.TryGetValue(participant, out var viewer) ? await Task.Run(() => Page(past, viewer, question)) : null;
    }

    /// <inheritdoc/>
    public async Task<PastReply> ReadBoard(string participant, long seq)
    {
        var past = await Read();
        if (!past.Latest.Members.TryGetValue(participant, out var viewer))
        {
            return new PastReply(past.Latest.Exists ? RefusalCode.NotMember : RefusalCode.NotFound, null, 0);
        }

        if (seq < 1 || seq > past.Latest.Seq)
        {
            return new PastReply(RefusalCode.NotFound, null, 0);
        }

        var (then, at) = await Task.Run(() => past.ReadAt(seq, CancellationToken.None));
        return PastView.Refuse(then, viewer) is { } refusal
            ? new PastReply(refusal, null, 0)
            : new PastReply(null, await Task.Run(() => new BoardSnapshot(then.Epoch, then.Seq, PatchEncoder.Encode(PastView.Show(then, past.Latest, viewer)), [], [])), at);
    }

    /// <inheritdoc/>
    public async Task<ModerationReply> ReadModeration(string participant)
    {
        var past = await Read();
        return past.Latest.Members.GetValueOrDefault(participant) switch
        {
            null => new ModerationReply(past.Latest.Exists ? RefusalCode.NotMember : RefusalCode.NotFound, []),
            { IsHost: false } => new ModerationReply(RefusalCode.NotAllowed, []),
            _ => new ModerationReply(null, await Task.Run(() => past.Moderation.Read(past.Names))),
        };
    }

    private static HistoryPage Page(BoardPast past, Member viewer, HistoryQuestion question)
    {
        var lines = past.Log.Read(viewer, question, Limits.HistoryPage + 1).ToArray();
        var shown = lines.Length > Limits.HistoryPage ? lines[..Limits.HistoryPage] : lines;
        FormerName[] names = viewer.IsHost
            ? [.. shown.Select(line => line.Actor).Distinct().Where(id => !past.Latest.Members.ContainsKey(id) && past.Names.ContainsKey(id)).Select(id => new FormerName(id, past.Names[id]))]
            : [];
        return new HistoryPage(past.Latest.Seq, shown, lines.Length > shown.Length ? shown[^1].Number : 0, [.. past.Latest.Points.Values.OrderByDescending(p => p.Seq)], names);
    }

    /// <summary>The past up to now. A read that fails leaves nothing half read behind.</summary>
    private async Task<BoardPast> Read()
    {
        var past = _past ?? new BoardPast(journal, this.GetPrimaryKeyString());
        _past = null;
        await Task.Run(() => past.Extend(CancellationToken.None));
        return _past = past;
    }
}
