using Orleans.Hosting;

namespace CoCreate.Silo;

/// <summary>The grain directory in PostgreSQL. In builds for which Orleans' preview of it could be restored.</summary>
internal static class PostgresDirectory
{
    /// <summary>Whether this build has it.</summary>
    public static bool IsBuilt => true;

    /// <summary>Writes down there which silo holds which board.</summary>
    public static void Use(ISiloBuilder silo, string provider, string tables) =>
        silo.UseAdoNetGrainDirectoryAsDefault(options => (options.Invariant, options.ConnectionString) = (provider, tables));
}
