namespace CoCreate.Boards;

/// <summary>What goes along when things are moved: the ideas of a group, what lies in a frame, the stamps on a thing. Found once, when the move is decided, and written
/// into the fact: the journal says what moved, so that this rule may change one day.</summary>
internal sealed class Carried(Board board, Member actor)
{
    private readonly Dictionary<string, Move> _moves = [];
    private readonly Queue<(PlacedRecord Thing, double Dx, double Dy)> _carrying = [];

    /// <summary>The moves with all that goes along; null when something would leave the board.</summary>
    public Move[]? Along(IReadOnlyList<(PlacedRecord Thing, Move Move)> named)
    {
        // What is named goes where it is told, also when something else that is named would carry it.
        foreach (var (thing, move) in named)
        {
            _moves[thing.Id] = new Move(thing.Id, Check.Round(move.X), Check.Round(move.Y));
        }

        foreach (var thing in named.Select(each => each.Thing).DistinctBy(thing => thing.Id))
        {
            _carrying.Enqueue((thing, _moves[thing.Id].X - thing.X, _moves[thing.Id].Y - thing.Y));
        }

        while (_carrying.TryDequeue(out var carrier))
        {
            foreach (var thing in CarriedBy(carrier.Thing))
            {
                if (!Take(thing, carrier.Dx, carrier.Dy))
                {
                    return null;
                }
            }
        }

        return [.. _moves.Values];
    }

    private bool Take(PlacedRecord thing, double dx, double dy)
    {
        if (_moves.ContainsKey(thing.Id) || !Things.MayChange(actor, thing) || !Reach.Carries(board, actor, thing))
        {
            return true;
        }

        var (x, y) = (thing.X + dx, thing.Y + dy);
        if (Check.Place(x, y) is not null && !Sight.Of(board, thing).Sees(board, actor.Record.Id))
        {
            // What they do not see stops nobody: it stays where it is.
            return true;
        }

        _moves[thing.Id] = new Move(thing.Id, Check.Round(x), Check.Round(y));
        _carrying.Enqueue((thing, dx, dy));
        return Check.Place(x, y) is null;
    }

    private IEnumerable<PlacedRecord> CarriedBy(PlacedRecord carrier)
    {
        var inside = carrier switch
        {
            GroupRecord => board.Groups[carrier.Id].Ideas.Select(id => (PlacedRecord)board.Ideas[id].Record),
            FrameRecord frame => Placed().Where(thing => thing.Id != frame.Id && LiesIn(frame, thing)),
            _ => [],
        };
        return inside.Concat(Things.HangingOn(board, carrier.Id).Select(id => board.Stamps.GetValueOrDefault(id)).OfType<StampRecord>());
    }

    private IEnumerable<PlacedRecord> Placed() => board.Ideas.Values.Select(idea => (PlacedRecord)idea.Record)
        .Concat(board.Groups.Values.Select(group => group.Record))
        .Concat(board.Frames.Values).Concat(board.Notes.Values).Concat(board.Images.Values).Concat(board.Stamps.Values);

    /// <summary>By its middle, edges included. A frame lies in a larger one only: of two that cover each other, the larger carries the smaller and not the other way.</summary>
    private static bool LiesIn(FrameRecord frame, PlacedRecord thing)
    {
        var (x, y, width, height) = Things.BoxOf(thing);
        var (middleX, middleY) = (x + (width / 2), y + (height / 2));
        var isInside = middleX >= frame.X && middleX <= frame.X + frame.Width && middleY >= frame.Y && middleY <= frame.Y + frame.Height;
        return isInside && (thing is not FrameRecord || width * height < frame.Width * frame.Height);
    }
}
