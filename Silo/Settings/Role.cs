namespace CoCreate.Silo;

/// <summary>What this process does.</summary>
internal enum Role
{
    /// <summary>All of it: hosts grains and serves browsers.</summary>
    Both,

    /// <summary>Hosts grains, for web processes elsewhere.</summary>
    Silo,

    /// <summary>Serves browsers, with the grains of silos elsewhere.</summary>
    Web,
}
