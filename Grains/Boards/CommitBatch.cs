using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace CoCreate.Boards;

/// <summary>Events that become durable together: decided, encoded, waiting for one append.</summary>
/// <param name="before">The board before the first event.</param>
internal sealed class CommitBatch(Board before)
{
    /// <summary>A batch takes no further command once it holds this many bytes; with one command's events on top it stays far below what journals take.</summary>
    private const int FullAtBytes = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _payload = new(1024);
    private readonly TaskCompletionSource<SubmitStatus> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The trace of the submission that began the batch, when it is traced.</summary>
    public ActivityContext Origin { get; } = Activity.Current is { Recorded: true } trace ? trace.Context : default;

    /// <summary>The board before the first event.</summary>
    public Board Before { get; } = before;

    /// <summary>The events, each with the board after it.</summary>
    public List<(BoardEntry Entry, Board After)> Decided { get; } = [];

    /// <summary>The board after the last event.</summary>
    public Board After => Decided.Count == 0 ? Before : Decided[^1].After;

    /// <summary>Whether the next command belongs into another batch.</summary>
    public bool IsFull => _payload.WrittenCount >= FullAtBytes;

    /// <summary>How the batch ended, once it has.</summary>
    public Task<SubmitStatus> Done => _done.Task;

    /// <summary>Adds an event and the board after it.</summary>
    public void Add(BoardEntry entry, Board after)
    {
        _payload.Write(Decided.Count == 0 ? "["u8 : ","u8);
        _payload.Write(JsonSerializer.SerializeToUtf8Bytes(entry, BoardJson.Stored.BoardEntry));
        Decided.Add((entry, after));
    }

    /// <summary>Closes the batch and gives its bytes for the journal.</summary>
    public ReadOnlyMemory<byte> Seal()
    {
        _payload.Write("]"u8);
        return _payload.WrittenMemory;
    }

    /// <summary>Tells everybody who waits how it ended.</summary>
    public void Complete(SubmitStatus status) => _done.TrySetResult(status);
}
