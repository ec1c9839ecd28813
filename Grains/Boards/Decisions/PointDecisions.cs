namespace CoCreate.Boards;

internal static class PointDecisions
{
    /// <summary>How the ids of points begin that steps made.</summary>
    private const string StepPrefix = "step-";

    public static Decision Mark(Board board, MarkPoint command)
    {
        var refusal = Check.Id(command.Id)
            ?? Check.Words(command.Name, Limits.LabelLength)
            ?? Check.When(board.Points.ContainsKey(command.Id), RefusalCode.Exists)
            ?? Check.When(board.Points.Count >= Limits.RestorePoints, RefusalCode.TooMany);
        return refusal is not null ? refusal.Value : new PointMarked(command.Id, command.Name);
    }

    public static Decision Remove(Board board, RemovePoint command) =>
        command.Id is not null && board.Points.ContainsKey(command.Id) ? new PointRemoved(command.Id) : RefusalCode.NotFound;

    /// <summary>The point that a step makes when it begins, with the step's name. It never stops a step: where there is no room, the oldest one that was made by itself makes it, or there is none.</summary>
    public static IEnumerable<BoardEvent> AtStep(Board board, StepPlan step)
    {
        var marked = new PointMarked($"{StepPrefix}{board.Seq + 1:d10}", step.Name);
        if (board.Points.Count < Limits.RestorePoints)
        {
            return [marked];
        }

        var oldest = board.Points.Values.Where(point => point.Name.Length == 0 || point.Id.StartsWith(StepPrefix, StringComparison.Ordinal)).MinBy(point => point.Seq);
        return oldest is null ? [] : [new PointRemoved(oldest.Id), marked];
    }

    /// <summary>Marks the board as it is now, so that bringing it back can be taken back. Points that were made like this make room for each other.</summary>
    public static Decision BringBack(Board board, BringBack command)
    {
        var refusal = Check.Id(command.Point)
            ?? Check.When(board.Points.ContainsKey(command.Point), RefusalCode.Exists)
            ?? Check.Unless(command.Seq >= 1 && command.Seq <= board.Seq, RefusalCode.NotFound);
        if (refusal is not null)
        {
            return refusal.Value;
        }

        var marked = new PointMarked(command.Point, "");
        if (board.Points.Count < Limits.RestorePoints)
        {
            return Decision.Of([marked, new BoardBroughtBack(command.Seq)]);
        }

        var oldest = board.Points.Values.Where(point => point.Name.Length == 0).MinBy(point => point.Seq);
        return oldest is null ? RefusalCode.TooMany : Decision.Of([new PointRemoved(oldest.Id), marked, new BoardBroughtBack(command.Seq)]);
    }
}
