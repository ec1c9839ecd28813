using System.Diagnostics;

namespace CoCreate.Bench.Reports;

/// <summary>How long this machine's disk takes to make a small write durable: the floor of every durable edit's latency.</summary>
internal static class DiskSync
{
    private const int Writes = 100;
    private const int WriteBytes = 4096;

    /// <summary>The median time of a write of 4 KiB at the end of a file followed by a sync, in milliseconds.</summary>
    public static double MeasureMs(string folder)
    {
        var path = Path.Combine(folder, "sync-probe");
        var times = new List<double>();
        using (var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write))
        {
            for (var i = 0; i < Writes; i++)
            {
                var started = Stopwatch.GetTimestamp();
                RandomAccess.Write(file, new byte[WriteBytes], (long)i * WriteBytes);
                RandomAccess.FlushToDisk(file);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        File.Delete(path);
        return times.Order().ElementAt(Writes / 2);
    }
}
