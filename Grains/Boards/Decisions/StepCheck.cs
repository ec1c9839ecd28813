namespace CoCreate.Boards;

/// <summary>Whether a step is planned as steps must be.</summary>
internal static class StepCheck
{
    /// <summary>What is wrong with a step, or null.</summary>
    public static RefusalCode? Problem(StepPlan? step) => step is null
        ? RefusalCode.Malformed
        : Check.Id(step.Id)
            ?? Check.Words(step.Name, Limits.StepNameLength)
            ?? Check.Text(step.Text, Limits.StepTextLength)
            ?? Check.Unless(step.Seconds is >= 0 and <= Limits.StepSeconds, RefusalCode.OutOfRange)
            ?? Check.Defined(step.Exposure)
            ?? Tools(step.Tools)
            ?? Vote(step.Vote);

    private static RefusalCode? Tools(StepTool[]? tools) => tools is null
        ? RefusalCode.Malformed
        : Check.Unless(tools.All(Enum.IsDefined) && tools.Zip(tools.Skip(1)).All(pair => pair.First < pair.Second), RefusalCode.OutOfRange);

    private static RefusalCode? Vote(VotePlan? vote) => vote?.Segments is null
        ? RefusalCode.Malformed
        : vote.Method == VoteMethod.None ? Check.Unless(vote.Segments.Length == 0, RefusalCode.OutOfRange) : VoteRules.Problem(vote);
}
