namespace CoCreate.Tests;

/// <summary>How much the random tests do: enough to catch a mistake in a minute, or a hundred times as much under <c>./test --long</c>.</summary>
internal static class LongRun
{
    /// <summary>Whether this is a long run.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("COCREATE_LONG") == "1";

    /// <summary>A number of repetitions, a hundred times as many in a long run.</summary>
    public static int Times(int usual) => IsOn ? usual * 100 : usual;
}
