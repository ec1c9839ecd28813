namespace CoCreate.Grouping;

/// <summary>A text as weights of its features, of length 1 (or 0 for a text that says nothing). The scalar product of two is their similarity, from 0 to 1.</summary>
/// <param name="Features">Numbers of the features, each once.</param>
/// <param name="Weights">Their weights.</param>
internal readonly record struct TextVector(int[] Features, float[] Weights);

/// <summary>The features of a set of texts and how much each tells, learnt from that set alone: TF-IDF (G. Salton and C. Buckley, Term-weighting approaches in automatic text retrieval,
/// Information Processing &amp; Management 24, 1988), with two changes for short texts. The logarithm is flattened by a square root, because in a sentence of five words the rarest one would
/// decide alone; and what occurs in one text only, which can make it like no other, counts for less in that text's length.</summary>
internal sealed class TextSpace
{
    /// <summary>What occurs in a larger part of the texts than this tells nothing about any of them.</summary>
    private const double TooCommon = 0.34;

    /// <summary>Among few texts a theme may have what that part of them has: what so many have is never too common.</summary>
    private const int NeverTooCommon = 6;

    /// <summary>What a feature that one text alone has counts for.</summary>
    private const double Lone = 0.4;

    /// <summary>How much of the similarity is by whole words, where a text has both words and pieces.</summary>
    private const double WordShare = 0.3;

    private readonly Vocabulary _words = new();
    private readonly Vocabulary _pieces = new();
    private readonly int _texts;

    /// <summary>Learns which features there are in these texts, and how common each is.</summary>
    public TextSpace(IReadOnlyList<TextFeatures> texts)
    {
        _texts = texts.Count;
        foreach (var text in texts)
        {
            _words.Learn(text.Words);
            _pieces.Learn(text.Pieces);
        }
    }

    /// <summary>Numbers of features are below this.</summary>
    public int Size => _words.Size + _pieces.Size;

    /// <summary>A text in this space: one that it was learnt from, or another.</summary>
    public TextVector VectorOf(TextFeatures text)
    {
        var features = new List<int>(text.Words.Count + text.Pieces.Count);
        var weights = new List<float>(text.Words.Count + text.Pieces.Count);
        Add(_words, 0, text.Words, text.Pieces.Count > 0 ? WordShare : 1, features, weights);
        Add(_pieces, _words.Size, text.Pieces, text.Words.Count > 0 ? 1 - WordShare : 1, features, weights);
        return new TextVector([.. features], [.. weights]);
    }

    private void Add(Vocabulary vocabulary, int offset, Dictionary<string, float> counts, double share, List<int> features, List<float> weights)
    {
        var start = weights.Count;
        var squares = 0.0;
        foreach (var (feature, count) in counts)
        {
            var (number, texts) = vocabulary.Find(feature);
            if (texts > Math.Max(NeverTooCommon, TooCommon * _texts))
            {
                continue;
            }

            var often = count > 1 ? 1 + Math.Log(count) : count;
            var weight = often * Math.Sqrt(Math.Log(1 + ((double)_texts / Math.Max(1, texts)))) * (texts <= 1 ? Lone : 1);
            squares += weight * weight;
            if (texts > 1)
            {
                // What no other text has is in its length, and needs no place beside it.
                features.Add(offset + number);
                weights.Add((float)weight);
            }
        }

        var scale = squares > 0 ? Math.Sqrt(share / squares) : 0;
        for (var at = start; at < weights.Count; at++)
        {
            weights[at] = (float)(weights[at] * scale);
        }
    }

    private sealed class Vocabulary
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<int> _texts = [];

        public int Size => _texts.Count;

        public void Learn(Dictionary<string, float> counts)
        {
            foreach (var feature in counts.Keys)
            {
                if (_numbers.TryGetValue(feature, out var number))
                {
                    _texts[number]++;
                }
                else
                {
                    _numbers.Add(feature, _texts.Count);
                    _texts.Add(1);
                }
            }
        }

        public (int Number, int Texts) Find(string feature) => _numbers.TryGetValue(feature, out var number) ? (number, _texts[number]) : (-1, 0);
    }
}
