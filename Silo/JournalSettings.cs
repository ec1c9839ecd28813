namespace CoCreate.Silo;

/// <summary>Where boards are kept.</summary>
internal enum JournalKind
{
    /// <summary>In a file in the data folder, for one server alone.</summary>
    Sqlite,

    /// <summary>In a PostgreSQL database, which any number of servers may share.</summary>
    Postgres,
}

/// <summary>The section "Journal": where boards are kept.</summary>
/// <param name="Kind"><c>sqlite</c> (the default) or <c>postgres</c>.</param>
/// <param name="ConnectionString">Of the database; empty for <c>sqlite</c>. It may hold a password and is never shown.</param>
internal sealed record JournalSettings(JournalKind Kind, string ConnectionString)
{
    /// <summary>The section that holds them.</summary>
    public const string Section = "Journal";

    /// <summary>Where boards are kept, in a few words, without secrets.</summary>
    public string Description => Kind switch
    {
        JournalKind.Sqlite => "in the data folder",
        JournalKind.Postgres => "in PostgreSQL",
        _ => throw new InvalidOperationException($"{Kind} is no kind of journal."),
    };

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">One of them is missing or cannot be used.</exception>
    public static JournalSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var kind = ReadKind(section[nameof(Kind)] ?? "sqlite");
        var connection = section[nameof(ConnectionString)] ?? "";
        if (kind != JournalKind.Sqlite && string.IsNullOrWhiteSpace(connection))
        {
            throw new StartException(
                $"A journal of kind {section[nameof(Kind)]} needs Journal:ConnectionString, for example as the environment variable Journal__ConnectionString.");
        }

        if (kind == JournalKind.Sqlite && connection.Length > 0)
        {
            throw new StartException("Journal:ConnectionString is given, but Journal:Kind is sqlite, which has none. Set Journal:Kind to the kind of store it belongs to.");
        }

        return new JournalSettings(kind, connection);
    }

    // The compiler's own text of a record would hold the connection string.
    public override string ToString() => $"{Section}: {Description}";

    private static JournalKind ReadKind(string text) =>
        Enum.GetNames<JournalKind>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<JournalKind>(text, ignoreCase: true)
            : throw new StartException(
                $"\"{text}\" is no kind of journal. Set Journal:Kind to {string.Join(" or ", Enum.GetNames<JournalKind>().Select(name => name.ToLowerInvariant()))}.");
}
