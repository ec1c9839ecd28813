namespace CoCreate.Boards;

/// <summary>Has ideas that were written unseen of one another lie beside one another when they are revealed, where they would cover each other. Pure; no idea is told anew for it, as each is put for everybody then.</summary>
internal static class MovingApart
{
    /// <summary>Space between two cards, in board units.</summary>
    private const double Gap = 24;

    private const double Across = Limits.CardWidth + Gap;
    private const double Down = Limits.CardHeight + Gap;

    /// <summary>The board with the first of those that share a spot where it was, and each other one in a free place near it. Ideas in groups stay where they are, and so does what hosts hold back.</summary>
    /// <param name="board">The board.</param>
    /// <param name="hidden">Ids of the ideas that are revealed. What everybody saw before stays where it is.</param>
    public static Board Apart(Board board, IReadOnlyCollection<string> hidden)
    {
        var moving = hidden.Where(id => board.Ideas.TryGetValue(id, out var idea) && idea.Record is { Group: "", Concept: false, Held: Holding.None }).ToHashSet();
        var taken = new Cards();
        foreach (var idea in board.Ideas.Values.Where(idea => !moving.Contains(idea.Record.Id)))
        {
            taken.Add(idea.Record.X, idea.Record.Y);
        }

        foreach (var idea in moving.Select(id => board.Ideas[id].Record).OrderBy(idea => idea.Id, StringComparer.Ordinal))
        {
            var (x, y) = taken.Covers(idea.X, idea.Y) ? taken.FreeNear(idea.X, idea.Y) : (idea.X, idea.Y);
            taken.Add(x, y);
            board = (x, y) == (idea.X, idea.Y) ? board : Things.Put(board, idea with { X = x, Y = y });
        }

        return board;
    }

    /// <summary>Corners of cards, to be found by where they are.</summary>
    private sealed class Cards
    {
        private readonly Dictionary<(long, long), List<(double X, double Y)>> _cells = [];

        /// <summary>How far out the search for a place around a spot got: what is nearer is taken.</summary>
        private readonly Dictionary<(long, long), int> _reached = [];

        public void Add(double x, double y)
        {
            var cell = CellOf(x, y);
            (_cells.TryGetValue(cell, out var cards) ? cards : _cells[cell] = []).Add((x, y));
        }

        /// <summary>Whether a card there would hide most of another one, or be hidden by it.</summary>
        public bool Covers(double x, double y) => Near(x, y).Any(card => Math.Abs(card.X - x) < Limits.CardWidth / 2.0 && Math.Abs(card.Y - y) < Limits.CardHeight / 2.0);

        /// <summary>A place near a spot, in rows and columns around it, where a card touches no other one.</summary>
        public (double X, double Y) FreeNear(double x, double y)
        {
            var spot = CellOf(x, y);
            for (var ring = _reached.GetValueOrDefault(spot, 1); ; ring++)
            {
                foreach (var (column, row) in Ring(ring))
                {
                    var (toX, toY) = (Check.Round(x + (column * Across)), Check.Round(y + (row * Down)));
                    if (Math.Abs(toX) < Limits.Coordinate && Math.Abs(toY) < Limits.Coordinate && !Touches(toX, toY))
                    {
                        _reached[spot] = ring;
                        return (toX, toY);
                    }
                }
            }
        }

        private bool Touches(double x, double y) => Near(x, y).Any(card => Math.Abs(card.X - x) < Limits.CardWidth && Math.Abs(card.Y - y) < Limits.CardHeight);

        private IEnumerable<(double X, double Y)> Near(double x, double y)
        {
            var (column, row) = CellOf(x, y);
            return from dx in Enumerable.Range(-1, 3)
                   from dy in Enumerable.Range(-1, 3)
                   from card in _cells.GetValueOrDefault((column + dx, row + dy)) ?? []
                   select card;
        }

        /// <summary>Cells so many steps away, those straight to the right, below, to the left and above first.</summary>
        private static IEnumerable<(int Column, int Row)> Ring(int steps) =>
            (from column in Enumerable.Range(-steps, (2 * steps) + 1)
             from row in Enumerable.Range(-steps, (2 * steps) + 1)
             where Math.Max(Math.Abs(column), Math.Abs(row)) == steps
             select (column, row)).OrderBy(cell => Math.Abs(cell.column) + Math.Abs(cell.row)).ThenByDescending(cell => cell.column).ThenByDescending(cell => cell.row);

        private static (long, long) CellOf(double x, double y) => ((long)Math.Floor(x / Across), (long)Math.Floor(y / Down));
    }
}
