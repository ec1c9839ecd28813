using System.Globalization;
using Microsoft.Extensions.Logging.Console;

namespace CoCreate.Silo;

/// <summary>Keeps what repeats itself out of the log: of one kind of warning or error, so many at once are written and after them one in ten seconds, which says how many were
/// left out before it. While a silo or the database is away, everybody who calls it fails, and so does whatever tries to reach it.</summary>
/// <param name="inner">Where the others go.</param>
/// <param name="clock">The clock.</param>
[ProviderAlias("Console")]
internal sealed class CalmLogs(ILoggerProvider inner, TimeProvider clock) : ILoggerProvider, ISupportExternalScope
{
    /// <summary>So many of a kind are written at once: a kind may be about different boards.</summary>
    public const int AtOnce = 10;

    /// <summary>After them, and as long as they come, one in this time.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    // Kinds are few: an event id of a category, or a text with names in place of values. Should somebody log texts that all differ, all is begun anew.
    private const int MostKinds = 2_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Category, int Event, string Format), Kind> _kinds = [];

    /// <summary>Puts it between the log and the console.</summary>
    public static void Apply(IServiceCollection services)
    {
        var console = services.Single(service => service.ImplementationType == typeof(ConsoleLoggerProvider));
        services.Remove(console);
        services.AddSingleton<ILoggerProvider>(provider => new CalmLogs(ActivatorUtilities.CreateInstance<ConsoleLoggerProvider>(provider), TimeProvider.System));
    }

    public ILogger CreateLogger(string categoryName) => new Calm(this, categoryName, inner.CreateLogger(categoryName));

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => (inner as ISupportExternalScope)?.SetScopeProvider(scopeProvider);

    public void Dispose() => inner.Dispose();

    /// <summary>Whether this one is written; and how many of its kind were left out since the last that was.</summary>
    private bool Takes(string category, EventId id, string format, out int leftOut)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            var key = (category, id.Id, id.Id == 0 ? format : "");
            if (!_kinds.TryGetValue(key, out var kind))
            {
                if (_kinds.Count >= MostKinds)
                {
                    _kinds.Clear();
                }

                _kinds[key] = kind = new Kind { Left = AtOnce, Since = now };
            }

            return kind.Takes(now, clock, out leftOut);
        }
    }

    private sealed class Kind
    {
        public int Left { get; set; }

        public long Since { get; set; }

        private int LeftOut { get; set; }

        /// <summary>One more comes in every ten seconds in which fewer than that are written; after a quiet time there are all of them again.</summary>
        public bool Takes(long now, TimeProvider clock, out int leftOut)
        {
            var come = (int)Math.Min(AtOnce, clock.GetElapsedTime(Since, now) / Every);
            (Left, Since) = come > 0 ? (Math.Min(AtOnce, Left + come), now) : (Left, Since);
            leftOut = 0;
            if (Left == 0)
            {
                LeftOut++;
                return false;
            }

            Left--;
            (leftOut, LeftOut) = (LeftOut, 0);
            return true;
        }
    }

    private sealed class Calm(CalmLogs logs, string category, ILogger to) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => to.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => to.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // What is told once in a life, and what nobody asked to be spared from, is told as it is.
            if (logLevel is not (LogLevel.Warning or LogLevel.Error))
            {
                to.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            if (!logs.Takes(category, eventId, FormatOf(state), out var leftOut))
            {
                return;
            }

            if (leftOut > 0)
            {
                to.Log(logLevel, eventId, leftOut, null, static (count, _) => string.Create(CultureInfo.InvariantCulture, $"{count} as the following were left out."));
            }

            to.Log(logLevel, eventId, state, exception, formatter);
        }

        private static string FormatOf<TState>(TState state) =>
            state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } values && values[^1] is { Key: "{OriginalFormat}", Value: string format } ? format : "";
    }
}
