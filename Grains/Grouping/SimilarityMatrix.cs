namespace CoCreate.Grouping;

/// <summary>The similarity of each text to each other one.</summary>
internal sealed class SimilarityMatrix(int size)
{
    private readonly float[] _values = new float[size * size];

    /// <summary>How many texts there are.</summary>
    public int Size => size;

    /// <summary>The similarity of two texts, the same both ways.</summary>
    public float this[int one, int other]
    {
        get => _values[(one * size) + other];
        set => _values[(one * size) + other] = _values[(other * size) + one] = value;
    }

    /// <summary>A text's similarities to all.</summary>
    public ReadOnlySpan<float> Row(int one) => _values.AsSpan(one * size, size);

    /// <summary>Compares texts with one another, in the space that they make.</summary>
    public static SimilarityMatrix Of(IReadOnlyList<string> texts, out TextSpace space)
    {
        var features = texts.Select(TextFeatures.Of).ToList();
        var learnt = space = new TextSpace(features);
        return Of([.. features.Select(learnt.VectorOf)], space.Size);
    }

    /// <summary>Compares vectors by an inverted index: only pairs that share a feature cost anything.</summary>
    public static SimilarityMatrix Of(IReadOnlyList<TextVector> vectors, int features)
    {
        var matrix = new SimilarityMatrix(vectors.Count);
        var having = new List<(int Text, float Weight)>?[features];
        var row = new float[vectors.Count];
        for (var text = 0; text < vectors.Count; text++)
        {
            Array.Clear(row);
            var (numbers, weights) = vectors[text];
            for (var at = 0; at < numbers.Length; at++)
            {
                var others = having[numbers[at]] ??= [];
                foreach (var (other, weight) in others)
                {
                    row[other] += weight * weights[at];
                }

                others.Add((text, weights[at]));
            }

            for (var other = 0; other < text; other++)
            {
                matrix[text, other] = row[other];
            }
        }

        return matrix;
    }
}
