using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>Stands in for the grain directory in PostgreSQL in builds without it; the settings refuse it before.</summary>
internal static class PostgresDirectory
{
    /// <summary>Whether this build has it.</summary>
    public static bool IsBuilt => false;

    /// <summary>Always refuses.</summary>
    public static void Use(ISiloBuilder silo, string provider, string tables) =>
        throw new InvalidOperationException($"This build has no grain directory in {provider} ({silo.GetType().Name}, {tables.Length}).");
}
