using System.Diagnostics.Metrics;
using System.Text.Json;

namespace CoCreate.Boards;

/// <summary>What boards count, as the meter "CoCreate.Boards". docs/operations/RUNBOOK.md lists all instruments, and a test compares.</summary>
internal static class BoardMeters
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CoCreate.Boards";

    private static readonly Meter _meter = new(MeterName);
    private static readonly UpDownCounter<long> _active =
        _meter.CreateUpDownCounter<long>("cocreate.board.active", "{board}", "Boards that are held in memory.");

    private static readonly Counter<long> _commands =
        _meter.CreateCounter<long>("cocreate.board.commands", "{command}", "Browsers' commands that were decided and made durable; a refused one has its reason as error.type.");

    private static readonly Counter<long> _events =
        _meter.CreateCounter<long>("cocreate.board.events", "{event}", "Events that were made durable.");

    private static readonly Histogram<int> _size = _meter.CreateHistogram(
        "cocreate.board.commit.size",
        "{event}",
        "Events that were made durable together.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] });

    /// <summary>A board came into memory (1) or left it (−1).</summary>
    public static void Activated(int change) => _active.Add(change);

    /// <summary>A batch is durable.</summary>
    public static void Committed(CommitBatch batch)
    {
        _events.Add(batch.Decided.Count);
        _size.Record(batch.Decided.Count);
        if (_commands.Enabled)
        {
            Count(batch);
        }
    }

    private static void Count(CommitBatch batch)
    {
        var accepted = 0;
        for (var i = 0; i < batch.Decided.Count; i++)
        {
            var entry = batch.Decided[i].Entry;
            if (entry.Event is CommandRefused refused)
            {
                _commands.Add(1, new KeyValuePair<string, object?>("error.type", JsonNamingPolicy.CamelCase.ConvertName(refused.Code.ToString())));
            }
            else if (entry.Number > 0 && (i == batch.Decided.Count - 1 || !entry.IsSameCommand(batch.Decided[i + 1].Entry)))
            {
                accepted++;
            }
        }

        if (accepted > 0)
        {
            _commands.Add(accepted);
        }
    }
}
