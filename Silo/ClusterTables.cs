using Npgsql;

namespace CoCreate.Silo;

/// <summary>The tables in a PostgreSQL database by which silos and web processes find one another, with reminders and the grain directory, and the statements that Orleans' ADO.NET provider
/// works with them by. The provider reads its statements from the table OrleansQuery; what they do with which tables is up to whoever fills it.</summary>
/// <remarks>Names and types of parameters and columns are the providers' contract (Orleans, docs of ADO.NET providers; IMembershipTable, IReminderTable, IGrainDirectory).
/// A change of the members is a change of the cluster's version in the same statement, and is done only by the one who knew the latest version.</remarks>
internal static class ClusterTables
{
    // A schema of their own: which one a name without a schema means depends on the user's name and on what else is in the database.
    private const string Schema = "cocreate_cluster";

    // Any number will do that nothing else in the database locks.
    private const long Lock = 0x636F_6372_6561_7465;

    private const string Tables = $"""
        CREATE SCHEMA IF NOT EXISTS {Schema};
        CREATE TABLE IF NOT EXISTS OrleansQuery (QueryKey varchar(64) PRIMARY KEY, QueryText varchar(8000) NOT NULL);
        CREATE TABLE IF NOT EXISTS cluster_versions (cluster text PRIMARY KEY, version integer NOT NULL);
        CREATE TABLE IF NOT EXISTS cluster_silos (
            cluster text NOT NULL REFERENCES cluster_versions,
            address text NOT NULL,
            port integer NOT NULL,
            generation integer NOT NULL,
            silo_name text NOT NULL,
            host_name text NOT NULL,
            status integer NOT NULL,
            proxy_port integer,
            suspect_times text,
            started timestamptz NOT NULL,
            alive timestamptz NOT NULL,
            PRIMARY KEY (cluster, address, port, generation));
        CREATE TABLE IF NOT EXISTS reminders (
            service text NOT NULL,
            grain text NOT NULL,
            name text NOT NULL,
            hash integer NOT NULL,
            started timestamptz NOT NULL,
            period_ms bigint NOT NULL,
            version integer NOT NULL,
            PRIMARY KEY (service, grain, name));
        CREATE INDEX IF NOT EXISTS reminders_by_hash ON reminders (service, hash);
        CREATE TABLE IF NOT EXISTS grain_places (
            cluster text NOT NULL,
            provider text NOT NULL,
            grain text NOT NULL,
            silo text NOT NULL,
            activation text NOT NULL,
            PRIMARY KEY (cluster, provider, grain));
        """;

    private const string ThisSilo = "cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation";

    private const string Members = """
        SELECT v.cluster AS DeploymentId, s.address AS Address, s.port AS Port, s.generation AS Generation, s.silo_name AS SiloName, s.host_name AS HostName,
            s.status AS Status, s.proxy_port AS ProxyPort, s.suspect_times AS SuspectTimes, s.started AS StartTime, s.alive AS IAmAliveTime, v.version AS Version
        FROM cluster_versions v LEFT JOIN cluster_silos s ON s.cluster = v.cluster
        """;

    private const string Reminders = """
        SELECT grain AS GrainId, name AS ReminderName, started AS StartTime, period_ms AS Period, version AS Version FROM reminders WHERE service = @ServiceId
        """;

    private const string Place = "cluster AS ClusterId, provider AS ProviderId, grain AS GrainId, silo AS SiloAddress, activation AS ActivationId";

    private const string ThisGrain = "cluster = @ClusterId AND provider = @ProviderId AND grain = @GrainId";

    private static readonly (string Key, string Text)[] _statements =
    [
        ("InsertMembershipVersionKey", """
            WITH added AS (INSERT INTO cluster_versions (cluster, version) VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING 1)
            SELECT count(*)::integer FROM added
            """),
        ("InsertMembershipKey", $"""
            WITH moved AS (UPDATE cluster_versions SET version = version + 1 WHERE cluster = @DeploymentId AND version = @Version
                AND NOT EXISTS (SELECT 1 FROM cluster_silos WHERE {ThisSilo}) RETURNING 1),
            added AS (INSERT INTO cluster_silos (cluster, address, port, generation, silo_name, host_name, status, proxy_port, started, alive)
                SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM moved RETURNING 1)
            SELECT count(*)::integer FROM added
            """),
        ("UpdateMembershipKey", $"""
            WITH moved AS (UPDATE cluster_versions SET version = version + 1 WHERE cluster = @DeploymentId AND version = @Version
                AND EXISTS (SELECT 1 FROM cluster_silos WHERE {ThisSilo}) RETURNING 1),
            changed AS (UPDATE cluster_silos SET status = @Status, suspect_times = @SuspectTimes, alive = @IAmAliveTime
                WHERE {ThisSilo} AND EXISTS (SELECT 1 FROM moved) RETURNING 1)
            SELECT count(*)::integer FROM changed
            """),
        ("UpdateIAmAlivetimeKey", $"UPDATE cluster_silos SET alive = @IAmAliveTime WHERE {ThisSilo}"),
        ("MembershipReadRowKey", $"{Members} AND s.address = @Address AND s.port = @Port AND s.generation = @Generation WHERE v.cluster = @DeploymentId"),
        ("MembershipReadAllKey", $"{Members} WHERE v.cluster = @DeploymentId"),
        ("GatewaysQueryKey", """
            SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation FROM cluster_silos
            WHERE cluster = @DeploymentId AND status = @Status AND proxy_port > 0
            """),

        // 3 is an active silo (SiloStatus.Active): one that is merely slow to tell that it lives is not forgotten.
        ("CleanupDefunctSiloEntriesKey", "DELETE FROM cluster_silos WHERE cluster = @DeploymentId AND alive < @IAmAliveTime AND status <> 3"),
        ("DeleteMembershipTableEntriesKey", """
            WITH gone AS (DELETE FROM cluster_silos WHERE cluster = @DeploymentId)
            DELETE FROM cluster_versions WHERE cluster = @DeploymentId
            """),

        ("UpsertReminderRowKey", """
            INSERT INTO reminders (service, grain, name, hash, started, period_ms, version)
            VALUES (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, 0)
            ON CONFLICT (service, grain, name) DO UPDATE
                SET hash = EXCLUDED.hash, started = EXCLUDED.started, period_ms = EXCLUDED.period_ms, version = reminders.version + 1
            RETURNING version AS Version
            """),
        ("ReadReminderRowsKey", $"{Reminders} AND grain = @GrainId"),
        ("ReadReminderRowKey", $"{Reminders} AND grain = @GrainId AND name = @ReminderName"),

        // Silos share the ring of hashes; the second kind of range goes over its end.
        ("ReadRangeRows1Key", $"{Reminders} AND hash > @BeginHash AND hash <= @EndHash"),
        ("ReadRangeRows2Key", $"{Reminders} AND (hash > @BeginHash OR hash <= @EndHash)"),
        ("DeleteReminderRowKey", """
            WITH gone AS (DELETE FROM reminders WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version RETURNING 1)
            SELECT count(*)::integer FROM gone
            """),
        ("DeleteReminderRowsKey", "DELETE FROM reminders WHERE service = @ServiceId"),

        // Whoever comes second is told where the grain is already; setting what is set is how PostgreSQL returns a row that was there.
        ("RegisterGrainActivationKey", $"""
            INSERT INTO grain_places (cluster, provider, grain, silo, activation) VALUES (@ClusterId, @ProviderId, @GrainId, @SiloAddress, @ActivationId)
            ON CONFLICT (cluster, provider, grain) DO UPDATE SET grain = EXCLUDED.grain
            RETURNING {Place}
            """),
        ("LookupGrainActivationKey", $"SELECT {Place} FROM grain_places WHERE {ThisGrain}"),
        ("UnregisterGrainActivationKey", $"""
            WITH gone AS (DELETE FROM grain_places WHERE {ThisGrain} AND activation = @ActivationId RETURNING 1)
            SELECT count(*)::integer FROM gone
            """),
        ("UnregisterGrainActivationsKey", """
            WITH gone AS (DELETE FROM grain_places WHERE cluster = @ClusterId AND provider = @ProviderId AND silo = ANY (string_to_array(@SiloAddresses, '|')) RETURNING 1)
            SELECT count(*)::integer FROM gone
            """),
    ];

    /// <summary>The connection string with which all names mean these tables.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(database) { SearchPath = Schema }.ConnectionString;

    /// <summary>Makes tables and statements what this version of the server needs. Any number of processes may do so at once.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached, or does not let this user make tables.</exception>
    public static void Ensure(string database)
    {
        using var connection = new NpgsqlConnection(ConnectionString(database));
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SELECT pg_advisory_xact_lock({Lock})"));
        foreach (var table in Tables.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(table));
        }

        foreach (var (key, text) in _statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(
                "INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ($1, $2) ON CONFLICT (QueryKey) DO UPDATE SET QueryText = EXCLUDED.QueryText")
            {
                Parameters = { new() { Value = key }, new() { Value = text } },
            });
        }

        batch.ExecuteNonQuery();
        transaction.Commit();
    }
}
