using System.Data.Common;

namespace CoCreate.Silo;

/// <summary>Where boards are kept.</summary>
internal enum JournalKind
{
    /// <summary>In a file in the data folder, for one server alone.</summary>
    Sqlite,

    /// <summary>In a PostgreSQL database, which any number of servers may share.</summary>
    Postgres,

    /// <summary>In Azure Tables (or Azurite, or Cosmos DB's table API), which any number of servers may share.</summary>
    Azure,
}

/// <summary>The section "Journal": where boards are kept.</summary>
/// <param name="Kind"><c>sqlite</c> (the default), <c>postgres</c> or <c>azure</c>.</param>
/// <param name="ConnectionString">Of the database or storage account; empty for <c>sqlite</c>. It may hold a password and is never shown.</param>
/// <param name="Table">What the names of Azure's tables begin with.</param>
internal sealed record JournalSettings(JournalKind Kind, string ConnectionString, string Table)
{
    /// <summary>The section that holds them.</summary>
    public const string Section = "Journal";

    private const string Password = "Password";

    /// <summary>Where boards are kept, in a few words, without secrets.</summary>
    public string Description => Kind switch
    {
        JournalKind.Sqlite => "in the data folder",
        JournalKind.Postgres => "in PostgreSQL",
        JournalKind.Azure => "in Azure Tables",
        _ => throw new InvalidOperationException($"{Kind} is no kind of journal."),
    };

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">One of them is missing or cannot be used.</exception>
    public static JournalSettings Read(IConfiguration configuration) => SettingsReader.Alone(configuration, Read);

    /// <summary>Reads them, and notes what is wrong.</summary>
    public static JournalSettings Read(SettingsReader reader)
    {
        var kind = reader.Choice($"{Section}:{nameof(Kind)}", JournalKind.Sqlite);
        var connection = reader.Secret($"{Section}:{nameof(ConnectionString)}");
        var password = reader.Secret($"{Section}:{Password}");
        if (kind != JournalKind.Sqlite && string.IsNullOrWhiteSpace(connection))
        {
            reader.Wrong($"Journal:Kind {kind} needs Journal:ConnectionString, for example as the environment variable Journal__ConnectionString.");
        }

        if (kind == JournalKind.Sqlite && connection.Length > 0)
        {
            reader.Wrong("Journal:ConnectionString is given, but Journal:Kind is sqlite, which has none. Set Journal:Kind to the kind of store it belongs to.");
        }

        return new JournalSettings(kind, WithPassword(reader, kind, connection, password), reader.Text($"{Section}:{nameof(Table)}") ?? "CoCreate");
    }

    // The compiler's own text of a record would hold the connection string.
    public override string ToString() => $"{Section}: {Description}";

    private static string WithPassword(SettingsReader reader, JournalKind kind, string connection, string password)
    {
        if (password.Length == 0)
        {
            return connection;
        }

        if (kind != JournalKind.Postgres)
        {
            reader.Wrong("Journal:Password is given, but only Journal:Kind postgres has one. Leave it away, or set Journal:Kind to postgres.");
            return connection;
        }

        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connection, [Password] = password }.ConnectionString;
        }
        catch (ArgumentException)
        {
            reader.Wrong("Journal:ConnectionString cannot be read. Write it as Host=db;Port=5432;Database=cocreate;Username=cocreate.");
            return "";
        }
    }
}
