namespace CoCreate.Boards;

internal static class SettingsDecisions
{
    public static Decision Rename(RenameBoard command) =>
        Check.Words(command.Title, Limits.TitleLength) is { } refusal ? refusal : new BoardRenamed(command.Title);

    public static Decision WriteBrief(WriteBrief command) =>
        Check.Text(command.Brief, Limits.BriefLength) is { } refusal ? refusal : new BriefWritten(command.Brief);

    public static Decision SetVoteBudget(SetVoteBudget command) =>
        command.Dots is < 0 or > Limits.VoteBudget ? RefusalCode.OutOfRange : new VoteBudgetSet(command.Dots);
}
