using Orleans.Configuration;

namespace CoCreate.Silo;

/// <summary>How long silos wait for one another. docs/OPERATIONS.md says what people see of it.</summary>
internal static class OrleansTimings
{
    /// <summary>A call that was not answered for so long is given up: longer than any healthy commit takes. Browsers are told "unknown" then, and send again.</summary>
    public static readonly TimeSpan Response = TimeSpan.FromSeconds(10);

    /// <summary>Between two probes of a silo, and how long each may take.</summary>
    private static readonly TimeSpan _probe = TimeSpan.FromSeconds(2);

    /// <summary>A silo that leaves in good order has so long to end what runs and to hand its boards over.</summary>
    private static readonly TimeSpan _deactivation = TimeSpan.FromSeconds(15);

    /// <summary>Sets them for a silo, and for the clients in its process.</summary>
    public static void Apply(IServiceCollection services)
    {
        // Three probes in vain and two votes (one in a cluster of two): a silo that died is found out in about six seconds. Fewer votes would let a silo
        // whose own network is broken declare all the others dead.
        services.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = _probe;
            options.MaxProbeTimeout = _probe;
            options.NumMissedProbesLimit = 3;
            options.NumVotesForDeathDeclaration = 2;

            // Gossip tells the others at once; the table is read this often in case it was lost.
            options.UseLivenessGossip = true;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(20);
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(10);
            options.DeathVoteExpirationTimeout = TimeSpan.FromMinutes(1);
            options.DefunctSiloExpiration = TimeSpan.FromDays(1);
        });
        services.Configure<SiloMessagingOptions>(options =>
        {
            options.ResponseTimeout = Response;
            options.SystemResponseTimeout = Response;
            options.DropExpiredMessages = true;

            // A web process that was gone for so long has new observers when it comes back; calls to its old ones are dropped.
            options.ClientDropTimeout = TimeSpan.FromMinutes(1);
        });
        services.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = Response);
        services.Configure<GrainCollectionOptions>(options =>
        {
            // A board that somebody shows is called every 12 s, and so stays.
            options.CollectionAge = TimeSpan.FromMinutes(15);
            options.ActivationTimeout = TimeSpan.FromSeconds(30);
            options.DeactivationTimeout = _deactivation;
        });
    }
}
