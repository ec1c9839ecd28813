using Microsoft.Extensions.Logging;

namespace CoCreate.Web.Relay;

/// <summary>What the relay logs. Nothing that people wrote is in it.</summary>
internal static partial class RelayLog
{
    [LoggerMessage(2001, LogLevel.Warning, "A board could not be asked for what it committed; it is asked again soon")]
    public static partial void BoardUnreachable(ILogger logger, Exception failure);

    [LoggerMessage(2002, LogLevel.Error, "The relay of board {Board} failed and is given up; its viewers start again from a snapshot")]
    public static partial void RelayFailed(ILogger logger, Exception failure, string board);

    [LoggerMessage(2003, LogLevel.Warning, "Board {Board} could not be shown to somebody who joined")]
    public static partial void JoinFailed(ILogger logger, Exception failure, string board);

    [LoggerMessage(2004, LogLevel.Warning, "Nothing is known of what became of commands to board {Board}; the browser sends them again")]
    public static partial void SubmitFailed(ILogger logger, Exception failure, string board);

    [LoggerMessage(2005, LogLevel.Debug, "A presence message of board {Board} was lost on its way to other processes")]
    public static partial void WhisperFailed(ILogger logger, Exception failure, string board);
}
