namespace CoCreate.Boards;

/// <summary>Where a cluster's group and its cards lie. Browsers predict it: <c>WebClient/App/src/sync/predictProposals.ts</c> says the same, and golden histories hold both together.</summary>
internal static class ClusterLayout
{
    /// <summary>Space between two cards, in board units.</summary>
    private const double Gap = 24;

    /// <summary>Space between a group's sides and its cards, in board units.</summary>
    private const double Side = 28;

    /// <summary>Space above the first row, where the title is, in board units.</summary>
    private const double Head = 44;

    /// <summary>Space that stays free around the group, in board units.</summary>
    private const double Around = 48;

    /// <summary>The size of a group for so many cards.</summary>
    public static (double Width, double Height) SizeFor(int cards)
    {
        var columns = ColumnsFor(cards);
        var rows = ((cards - 1) / columns) + 1;
        return ((columns * (Limits.CardWidth + Gap)) - Gap + (2 * Side), (rows * (Limits.CardHeight + Gap)) - Gap + Head + Side);
    }

    /// <summary>The corner of one of so many cards in a group at a place: in rows, as wide as they are high.</summary>
    public static (double X, double Y) CellOf(int at, int cards, double x, double y)
    {
        var columns = ColumnsFor(cards);
        return (x + Side + (at % columns * (Limits.CardWidth + Gap)), y + Head + (at / columns * (Limits.CardHeight + Gap)));
    }

    /// <summary>The corner nearest to the wanted one at which a box covers nothing: there, or straight to the right of it, below, to the left or above, in this order where equally near.</summary>
    public static (double X, double Y) FreePlace(
        IEnumerable<(double X, double Y, double Width, double Height)> obstacles, double x, double y, double width, double height)
    {
        var all = obstacles.ToList();
        var beside = all.Where(box => box.Y < y + height + Around && box.Y + box.Height > y - Around).Select(box => (From: box.X, To: box.X + box.Width)).ToList();
        var across = all.Where(box => box.X < x + width + Around && box.X + box.Width > x - Around).Select(box => (From: box.Y, To: box.Y + box.Height)).ToList();
        var right = After(beside, x, width);
        var below = After(across, y, height);
        var left = -After(Mirrored(beside), -x - width, width) - width;
        var above = -After(Mirrored(across), -y - height, height) - height;
        (double X, double Y)[] places = [(right, y), (x, below), (left, y), (x, above)];
        return places.MinBy(place => Math.Abs(place.X - x) + Math.Abs(place.Y - y));
    }

    private static int ColumnsFor(int cards) => (int)Math.Ceiling(Math.Sqrt(cards));

    /// <summary>The first place from a start on where a length is free between spans.</summary>
    private static double After(IEnumerable<(double From, double To)> spans, double start, double length)
    {
        foreach (var (from, to) in spans.OrderBy(span => span.From))
        {
            if (from < start + length + Around && to > start - Around)
            {
                start = to + Around;
            }
        }

        return start;
    }

    private static IEnumerable<(double From, double To)> Mirrored(IEnumerable<(double From, double To)> spans) => spans.Select(span => (-span.To, -span.From));
}
