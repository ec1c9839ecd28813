using CoCreate.Grouping;

namespace CoCreate.Tests.Grouping;

/// <summary>Texts from a seed: words of all labelled sets in any mixture, some that nobody wrote, some empty.</summary>
internal sealed class RandomTexts(int seed)
{
    private static readonly string[] _words =
        [.. LabelledSet.All.SelectMany(set => set.Ideas).SelectMany(idea => idea.Text.Split(' ')).Distinct(StringComparer.Ordinal)];

    private readonly Random _random = new(seed);

    /// <summary>So many texts.</summary>
    public List<GroupingText> Many(int count)
    {
        var topics = Enumerable.Range(0, Math.Max(4, count / 15)).Select(_ => Words(4)).ToList();
        return [.. Enumerable.Range(0, count).Select(at => new GroupingText($"idea-{_random.Next(1 << 20):x5}-{at:d6}", One(topics[_random.Next(topics.Count)])))];
    }

    private string One(string[] topic) => _random.Next(12) switch
    {
        0 => "",
        1 => "🎒 \ud83c !?",
        2 => new string('x', _random.Next(1, 900)),
        3 => string.Join(' ', Words(_random.Next(1, 9))),
        _ => string.Join(' ', Words(_random.Next(1, 5)).Concat(topic.OrderBy(_ => _random.Next()).Take(_random.Next(1, 4)))),
    };

    private string[] Words(int count) => [.. Enumerable.Range(0, count).Select(_ => _words[_random.Next(_words.Length)])];
}
