using System.Collections.Concurrent;
using CoCreate.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace CoCreate.Tests.Silo;

/// <summary>A log stays readable while something that everybody needs is away.</summary>
public sealed class CalmLogsTests
{
    private readonly ManualClock _clock = new();
    private readonly Kept _kept = new();

    [Fact]
    public void Of_a_warning_that_comes_again_and_again_ten_are_written_and_then_one_in_ten_seconds_that_says_how_many_were_not()
    {
        using var logs = new CalmLogs(_kept, _clock);
        var log = logs.CreateLogger("A");
        for (var i = 0; i < 1_000; i++)
        {
            Tell(log, LogLevel.Warning, 7, "No silo for {V}", i);
        }

        Assert.Equal(CalmLogs.AtOnce, _kept.Lines.Count);
        _clock.Advance(CalmLogs.Every - TimeSpan.FromMilliseconds(1));
        Tell(log, LogLevel.Warning, 7, "No silo for {V}", "x");
        Assert.Equal(CalmLogs.AtOnce, _kept.Lines.Count);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Tell(log, LogLevel.Warning, 7, "No silo for {V}", "y");
        Tell(log, LogLevel.Warning, 7, "No silo for {V}", "z");
        Assert.Equal(["991 as the following were left out.", "No silo for y"], _kept.Lines.Skip(CalmLogs.AtOnce));
    }

    [Fact]
    public void After_a_quiet_time_ten_may_come_at_once_again()
    {
        using var logs = new CalmLogs(_kept, _clock);
        var log = logs.CreateLogger("A");
        for (var hour = 1; hour <= 3; hour++)
        {
            for (var i = 0; i < CalmLogs.AtOnce; i++)
            {
                Tell(log, LogLevel.Error, 7, "Lost");
            }

            Assert.Equal(hour * CalmLogs.AtOnce, _kept.Lines.Count);
            _clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public void Other_categories_other_events_and_other_texts_without_a_number_are_counted_by_themselves_and_what_is_no_warning_is_not_counted()
    {
        using var logs = new CalmLogs(_kept, _clock);
        var (one, other) = (logs.CreateLogger("A"), logs.CreateLogger("B"));
        for (var i = 0; i < 50; i++)
        {
            Tell(one, LogLevel.Warning, 7, "a");
            Tell(one, LogLevel.Warning, 8, "b");
            Tell(other, LogLevel.Warning, 7, "c");
            Tell(one, LogLevel.Warning, 0, "d {V}", i);
            Tell(one, LogLevel.Warning, 0, "e {V}", i);
            Tell(one, LogLevel.Information, 0, "f");
            Tell(one, LogLevel.Critical, 0, "g");
        }

        foreach (var (start, times) in new[] { ("a", 10), ("b", 10), ("c", 10), ("d", 10), ("e", 10), ("f", 50), ("g", 50) })
        {
            Assert.Equal(times, _kept.Lines.Count(line => line.StartsWith(start, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_server_logs_through_it_and_to_nothing_else()
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder();
        LogSetup.Apply(builder, LogKind.Json);
        using var services = builder.Services.BuildServiceProvider();
        Assert.IsType<CalmLogs>(Assert.Single(services.GetServices<ILoggerProvider>()));
    }

    /// <summary>As generated log methods call it, which say the text with names in place of values last.</summary>
    private static void Tell(ILogger log, LogLevel level, int id, string format, object? value = null)
    {
        IReadOnlyList<KeyValuePair<string, object?>> state = [new("V", value), new("{OriginalFormat}", format)];
        log.Log(level, new EventId(id), state, null, (_, _) => format.Replace("{V}", $"{value}", StringComparison.Ordinal));
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));
    }
}
