namespace CoCreate.Grouping;

/// <summary>Agglomerative clustering by average linkage (UPGMA: R. R. Sokal and C. D. Michener, A statistical method for evaluating systematic relationships, 1958): the two clusters whose
/// members are the most similar on average become one, until none are similar enough.</summary>
/// <remarks>By nearest-neighbour chains (F. Murtagh, A survey of recent advances in hierarchical clustering algorithms, The Computer Journal 26, 1983; D. Müllner, Modern hierarchical,
/// agglomerative clustering algorithms, arXiv:1109.2378, section 3.2), in time and memory of n². The chain finds the same clusters in another order, because average linkage is reducible: joining two
/// clusters never makes the new one more similar to a third than both were.</remarks>
internal sealed class AverageLinkage
{
    private readonly SimilarityMatrix _similarity;
    private readonly double _least;
    private readonly int[] _sizes;
    private readonly int[] _joined;
    private readonly bool[] _isDone;
    private readonly List<int> _chain = [];

    private AverageLinkage(SimilarityMatrix similarity, double least)
    {
        _similarity = similarity;
        _least = least;
        _sizes = new int[similarity.Size];
        _joined = new int[similarity.Size];
        _isDone = new bool[similarity.Size];
        Array.Fill(_sizes, 1);
        Array.Fill(_joined, -1);
    }

    /// <summary>The clusters, each with the places of its members ascending, in the order of their first members. Ties go to what comes first.</summary>
    /// <param name="similarity">Is used up.</param>
    /// <param name="least">Clusters are joined while their members are at least so similar on average.</param>
    public static List<List<int>> Cluster(SimilarityMatrix similarity, double least)
    {
        var work = new AverageLinkage(similarity, least);
        work.JoinAll();
        return work.Clusters();
    }

    private void JoinAll()
    {
        for (var first = FirstOpen(); first >= 0; first = FirstOpen())
        {
            _chain.Add(first);
            while (_chain.Count > 0)
            {
                Step();
            }
        }
    }

    private int FirstOpen()
    {
        var first = 0;
        while (first < _similarity.Size && !IsOpen(first))
        {
            first++;
        }

        return first < _similarity.Size ? first : -1;
    }

    /// <summary>The last cluster of the chain is joined with the one before it, if they are each other's nearest; otherwise its nearest goes on the chain.</summary>
    private void Step()
    {
        var last = _chain[^1];
        var before = _chain.Count > 1 ? _chain[^2] : -1;
        var nearest = Nearest(last, before);
        if (nearest < 0 || _similarity[last, nearest] < _least)
        {
            // Whatever others become, they become no more similar to it.
            _isDone[last] = true;
            _chain.RemoveAt(_chain.Count - 1);
        }
        else if (nearest == before || _chain.Contains(nearest))
        {
            // Rounding may make an earlier link of the chain as near as the one before: that is the same.
            Join(Math.Min(last, before), Math.Max(last, before));
            _chain.RemoveRange(_chain.Count - 2, 2);
        }
        else
        {
            _chain.Add(nearest);
        }
    }

    private int Nearest(int of, int before)
    {
        var row = _similarity.Row(of);
        var (nearest, most) = (before, before < 0 ? -1 : row[before]);
        for (var other = 0; other < row.Length; other++)
        {
            if (row[other] > most && other != of && IsOpen(other))
            {
                (nearest, most) = (other, row[other]);
            }
        }

        return nearest;
    }

    /// <summary>The mean of both, weighed by their sizes (the recurrence of G. N. Lance and W. T. Williams, 1967).</summary>
    private void Join(int stays, int goes)
    {
        var (one, other) = (_sizes[stays], _sizes[goes]);
        for (var third = 0; third < _similarity.Size; third++)
        {
            if (third != stays && third != goes && _joined[third] < 0)
            {
                _similarity[stays, third] = (float)(((one * (double)_similarity[stays, third]) + (other * (double)_similarity[goes, third])) / (one + other));
            }
        }

        _sizes[stays] = one + other;
        _joined[goes] = stays;
    }

    private bool IsOpen(int cluster) => _joined[cluster] < 0 && !_isDone[cluster];

    private List<List<int>> Clusters()
    {
        var members = new SortedDictionary<int, List<int>>();
        for (var text = 0; text < _similarity.Size; text++)
        {
            var root = text;
            while (_joined[root] >= 0)
            {
                root = _joined[root];
            }

            if (!members.TryGetValue(root, out var cluster))
            {
                members.Add(root, cluster = []);
            }

            cluster.Add(text);
        }

        return [.. members.Values];
    }
}
