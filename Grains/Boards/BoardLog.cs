using Microsoft.Extensions.Logging;

namespace CoCreate.Boards;

/// <summary>What boards tell the person who runs the server. Never what people wrote.</summary>
internal static partial class BoardLog
{
    [LoggerMessage(1001, LogLevel.Error, "Board {Board} cannot be loaded: {Problem}")]
    public static partial void NotLoaded(ILogger logger, string board, string problem);

    [LoggerMessage(1002, LogLevel.Warning, "Board {Board}: edits were refused because the journal could not take them: {Problem}")]
    public static partial void NotWritten(ILogger logger, string board, string problem);

    [LoggerMessage(1003, LogLevel.Warning, "Board {Board}: it is not known whether edits after version {Seq} were written; reading the journal again.")]
    public static partial void GivenUp(ILogger logger, string board, long seq, Exception exception);

    [LoggerMessage(1004, LogLevel.Warning, "Board {Board}: the snapshot at version {Seq} was not written; loading will take longer until the next one.")]
    public static partial void SnapshotNotWritten(ILogger logger, string board, long seq, Exception exception);

    [LoggerMessage(1005, LogLevel.Information, "Board {Board}: contributions of {Participants} people could not be told yet; trying again.")]
    public static partial void ContributionsNotTold(ILogger logger, string board, int participants, Exception exception);

    [LoggerMessage(1010, LogLevel.Error, "Board {Board}: groups could not be proposed.")]
    public static partial void NotProposed(ILogger logger, string board, Exception exception);
}
