using System.Diagnostics;

namespace CoCreate.Bench.Reports;

/// <summary>How long this machine's disk takes to make a small write durable: the floor of every durable edit's latency.</summary>
/// <param name="MedianMs">The median, in milliseconds.</param>
/// <param name="P99Ms">What 99 of 100 do not exceed, in milliseconds.</param>
internal sealed record DiskSync(double MedianMs, double P99Ms)
{
    private const int Writes = 200;
    private const int WriteBytes = 4096;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(8);

    /// <summary>Measures writes of 4 KiB at the end of a file, each followed by a sync, at the pace of people who edit: what others write meanwhile is part of it.</summary>
    public static async Task<DiskSync> MeasureAsync(string folder)
    {
        var path = Path.Combine(folder, "sync-probe");
        var times = new List<double>();
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            for (var i = 0; i < Writes; i++)
            {
                await Task.Delay(Pause, TimeProvider.System);
                var started = Stopwatch.GetTimestamp();
                RandomAccess.Write(file, new byte[WriteBytes], (long)i * WriteBytes);
                RandomAccess.FlushToDisk(file);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        File.Delete(path);
        times.Sort();
        return new(times[Writes / 2], times[Writes * 99 / 100]);
    }

    public override string ToString() => $"{TextTable.Format(MedianMs)} ms, p99 {TextTable.Format(P99Ms)} ms";
}
