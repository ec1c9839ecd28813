using System.Diagnostics;

namespace CoCreate;

/// <summary>The source of this program's traces: what happens to a browser's commands on their way, as submit → decide → commit → publish.</summary>
/// <remarks>While nobody listens it costs a look at a field. Attributes are ids and counts, never what people wrote.</remarks>
public static class Tracing
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "CoCreate";

    private static readonly ActivitySource _source = new(SourceName);

    /// <summary>Begins the trace of a submission that came from a browser; null when nobody listens or it is not sampled.</summary>
    /// <param name="board">The board's id.</param>
    /// <param name="commands">How many commands came.</param>
    public static Activity? Submit(string board, int commands)
    {
        if (!_source.HasListeners())
        {
            return null;
        }

        // The connection's own request is open for as long as the connection, and is nobody's parent here.
        Activity.Current = null;
        return Tag(_source.StartActivity("cocreate.submit", ActivityKind.Server), board, "cocreate.commands", commands);
    }

    /// <summary>A submission is decided; part of whatever asked for it.</summary>
    public static Activity? Decide(string board, int commands) =>
        Activity.Current is { Recorded: true } && _source.HasListeners()
            ? Tag(_source.StartActivity("cocreate.decide"), board, "cocreate.commands", commands)
            : null;

    /// <summary>A batch is made durable. Several submissions may share it; it is part of the one that began it.</summary>
    public static Activity? Commit(string board, ActivityContext origin, int events) => Step("cocreate.commit", board, origin, events);

    /// <summary>A batch is told to everybody who looks.</summary>
    public static Activity? Publish(string board, ActivityContext origin, int events) => Step("cocreate.publish", board, origin, events);

    private static Activity? Step(string name, string board, ActivityContext origin, int events) =>
        origin != default && _source.HasListeners()
            ? Tag(_source.StartActivity(name, ActivityKind.Internal, origin), board, "cocreate.events", events)
            : null;

    private static Activity? Tag(Activity? activity, string board, string count, int number) =>
        activity?.SetTag("cocreate.board.id", board).SetTag(count, number);
}
