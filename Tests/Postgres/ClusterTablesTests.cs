using CoCreate.Journals;
using CoCreate.Silo;
using Npgsql;

namespace CoCreate.Tests.Postgres;

/// <summary>The statements by which silos find one another keep what Orleans' ADO.NET provider expects of them.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class ClusterTablesTests : IAsyncLifetime
{
    private const string Grain = "board/0123456789";
    private static readonly DateTime _started = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _cluster = Ids.New();
    private NpgsqlDataSource _database = null!;

    // As people give it: it names no schema.
    private static string ConnectionString => new NpgsqlConnectionStringBuilder(PostgresServer.Shared.ConnectionString("public")) { SearchPath = null }.ConnectionString;

    public async Task InitializeAsync()
    {
        ClusterTables.Ensure(ConnectionString);
        _database = NpgsqlDataSource.Create(ClusterTables.ConnectionString(ConnectionString));
        Assert.Equal(1, await Run("InsertMembershipVersionKey"));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Of_two_changes_that_know_the_same_version_one_is_done_and_the_version_moves_once()
    {
        var outcomes = await Task.WhenAll(Insert(port: 1, version: 0), Insert(port: 2, version: 0));

        Assert.Equal([0, 1], outcomes.Order());
        Assert.Equal((1, 1), await Members());
    }

    [Fact]
    public async Task A_silo_is_added_once_and_changed_only_by_whom_knows_the_latest_version()
    {
        Assert.Equal(1, await Insert(port: 1, version: 0));
        Assert.Equal(0, await Insert(port: 1, version: 1));
        Assert.Equal(0, await Update(port: 1, version: 0, status: 3));
        Assert.Equal(0, await Update(port: 2, version: 1, status: 3));
        Assert.Equal((1, 1), await Members());
        Assert.Equal(1, await Update(port: 1, version: 1, status: 3));
        Assert.Equal((1, 2), await Members());
        Assert.Equal(0, await Run("InsertMembershipVersionKey"));
    }

    [Fact]
    public async Task A_cluster_that_is_there_stays_when_another_process_starts_whatever_schemas_there_are()
    {
        await Insert(port: 1, version: 0);

        // Makes a schema with the user's own name, which names without a schema then mean.
        await using (PostgresJournal.Open(PostgresServer.Shared.ConnectionString("cocreate")))
        {
            ClusterTables.Ensure(ConnectionString);
        }

        Assert.Equal((1, 1), await Members());
        PostgresServer.Shared.Execute("public", "DROP SCHEMA cocreate CASCADE");
    }

    [Fact]
    public async Task A_reminder_is_kept_once_by_its_name_and_goes_only_with_the_version_that_it_has()
    {
        Assert.Equal(0, await Remind("tick", hash: 5));
        Assert.Equal(1, await Remind("tick", hash: 5));
        Assert.Equal(0, await Remind("tock", hash: 5));
        Assert.Equal(["tick", "tock"], await ReminderNames("ReadReminderRowsKey", ("GrainId", Grain)));
        Assert.Equal(["tick"], await ReminderNames("ReadReminderRowKey", ("GrainId", Grain), ("ReminderName", "tick")));

        Assert.Equal(0, await Forget("tick", version: 0));
        Assert.Equal(1, await Forget("tick", version: 1));
        Assert.Equal(["tock"], await ReminderNames("ReadReminderRowsKey", ("GrainId", Grain)));
    }

    [Theory]
    [InlineData("ReadRangeRows1Key", 4, 5, "tick")]
    [InlineData("ReadRangeRows1Key", 5, 9, "tock")]
    [InlineData("ReadRangeRows1Key", 4, 9, "tick", "tock")]
    [InlineData("ReadRangeRows2Key", 5, -3, "tock")]
    [InlineData("ReadRangeRows2Key", 9, 5, "tick")]
    public async Task Reminders_are_found_by_a_part_of_the_ring_whose_beginning_does_not_count(string key, int begin, int end, params string[] found)
    {
        await Remind("tick", hash: 5);
        await Remind("tock", hash: 6);

        Assert.Equal(found, await ReminderNames(key, ("BeginHash", begin), ("EndHash", end)));
    }

    [Fact]
    public async Task Of_two_silos_that_take_a_grain_the_second_is_told_of_the_first_until_that_one_lets_go()
    {
        var places = await Task.WhenAll(Take("silo-1", "one"), Take("silo-2", "two"));
        Assert.Equal(places[0], places[1]);
        var (silo, activation) = places[0];
        Assert.Equal(places[0], await Look());

        Assert.Equal(0, await Run("UnregisterGrainActivationKey", ("GrainId", Grain), ("ActivationId", "another"), ("ProviderId", "Default")));
        Assert.Equal(1, await Run("UnregisterGrainActivationKey", ("GrainId", Grain), ("ActivationId", activation), ("ProviderId", "Default")));
        Assert.Null(await Look());

        await Take(silo, "three");
        Assert.Equal(0, await Run("UnregisterGrainActivationsKey", ("ProviderId", "Default"), ("SiloAddresses", "silo-3|silo-4")));
        Assert.Equal(1, await Run("UnregisterGrainActivationsKey", ("ProviderId", "Default"), ("SiloAddresses", $"silo-3|{silo}")));
        Assert.Null(await Look());
    }

    private Task<int> Remind(string name, int hash) => Run("UpsertReminderRowKey", ("GrainId", Grain), ("ReminderName", name), ("GrainHash", hash), ("StartTime", _started), ("Period", 60_000L));

    private Task<int> Forget(string name, int version) => Run("DeleteReminderRowKey", ("GrainId", Grain), ("ReminderName", name), ("Version", version));

    private async Task<string[]> ReminderNames(string key, params (string Name, object Value)[] values)
    {
        await using var command = await Command(key, values);
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
        {
            Assert.Equal((Grain, _started, 60_000L), (rows.GetString(rows.GetOrdinal("GrainId")), rows.GetDateTime(rows.GetOrdinal("StartTime")), rows.GetInt64(rows.GetOrdinal("Period"))));
            names.Add(rows.GetString(rows.GetOrdinal("ReminderName")));
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    private async Task<(string Silo, string Activation)> Take(string silo, string activation) =>
        (await ReadPlace("RegisterGrainActivationKey", ("SiloAddress", silo), ("ActivationId", activation)))!.Value;

    private Task<(string Silo, string Activation)?> Look() => ReadPlace("LookupGrainActivationKey");

    private async Task<(string Silo, string Activation)?> ReadPlace(string key, params (string Name, object Value)[] values)
    {
        await using var command = await Command(key, [("GrainId", Grain), ("ProviderId", "Default"), .. values]);
        await using var rows = await command.ExecuteReaderAsync();
        return await rows.ReadAsync() ? (rows.GetString(rows.GetOrdinal("SiloAddress")), rows.GetString(rows.GetOrdinal("ActivationId"))) : null;
    }

    private Task<int> Insert(int port, int version) => Run("InsertMembershipKey", ("Address", "127.0.0.1"), ("Port", port), ("Generation", 7), ("SiloName", "silo"),
        ("HostName", "here"), ("Status", 2), ("ProxyPort", 30_000), ("StartTime", _started), ("IAmAliveTime", _started), ("Version", version));

    private Task<int> Update(int port, int version, int status) => Run("UpdateMembershipKey", ("Address", "127.0.0.1"), ("Port", port), ("Generation", 7),
        ("Status", status), ("SuspectTimes", ""), ("IAmAliveTime", _started), ("Version", version));

    /// <summary>How many silos there are, and the cluster's version.</summary>
    private async Task<(int Silos, int Version)> Members()
    {
        await using var command = await Command("MembershipReadAllKey");
        await using var rows = await command.ExecuteReaderAsync();
        var (silos, version) = (0, -1);
        while (await rows.ReadAsync())
        {
            silos += rows.IsDBNull(rows.GetOrdinal("StartTime")) ? 0 : 1;
            version = rows.GetInt32(rows.GetOrdinal("Version"));
        }

        return (silos, version);
    }

    private async Task<int> Run(string key, params (string Name, object Value)[] values)
    {
        await using var command = await Command(key, values);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private async Task<NpgsqlCommand> Command(string key, params (string Name, object Value)[] values)
    {
        await using var ask = _database.CreateCommand("SELECT QueryText FROM OrleansQuery WHERE QueryKey = $1");
        ask.Parameters.Add(new NpgsqlParameter { Value = key });
        var command = _database.CreateCommand((string)(await ask.ExecuteScalarAsync())!);
        foreach (var name in (string[])["DeploymentId", "ServiceId", "ClusterId"])
        {
            command.Parameters.AddWithValue(name, _cluster);
        }

        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
