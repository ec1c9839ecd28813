using System.Diagnostics;
using System.Globalization;
using CoCreate.Grouping;

namespace CoCreate.Bench;

/// <summary>How long it takes to find groups in ideas, and in how much memory: "Bench/run grouping". It runs in this process, on one thread, as a board's proposal does.</summary>
internal static class Grouping
{
    private const int Repetitions = 5;
    private static readonly int[] _sizes = [200, 1_000, 2_000, 20_000];

    public static int Run()
    {
        foreach (var size in _sizes)
        {
            var texts = Texts(size);
            var groups = GroupFinder.Find(texts).Count;
            var times = Enumerable.Range(0, Repetitions).Select(_ => Measure(texts)).Order().ToList();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            GroupFinder.Find(texts);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,6:N0} ideas: {times[Repetitions / 2]:0} ms (median of {Repetitions}), {groups} groups, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6:0} MB allocated"));
        }

        return 0;
    }

    private static double Measure(List<GroupingText> texts)
    {
        var started = Stopwatch.GetTimestamp();
        GroupFinder.Find(texts);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Ideas of five to twelve words, of a vocabulary in which few words are frequent and most are rare, in as many topics as a large session has.</summary>
    private static List<GroupingText> Texts(int count)
    {
        var random = new Random(20_261_122);
        var words = Enumerable.Range(0, 4_000).Select(_ => Word(random)).ToList();
        var topics = Enumerable.Range(0, 30).Select(_ => Enumerable.Range(0, 6).Select(_ => words[random.Next(words.Count)]).ToArray()).ToList();
        return
        [
            .. Enumerable.Range(0, count).Select(at =>
            {
                var topic = topics[random.Next(topics.Count)];
                var common = Enumerable.Range(0, random.Next(3, 8)).Select(_ => words[(int)(words.Count * Math.Pow(random.NextDouble(), 4))]);
                var telling = Enumerable.Range(0, random.Next(2, 5)).Select(_ => topic[random.Next(topic.Length)]);
                return new GroupingText($"idea-{at:d8}", string.Join(' ', common.Concat(telling)));
            }),
        ];
    }

    private static string Word(Random random)
    {
        string[] syllables = ["ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "ne", "str", "an", "er", "ing"];
        return string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => syllables[random.Next(syllables.Length)]));
    }
}
