using CoCreate.Tests.Postgres;

namespace CoCreate.Tests.Kill;

/// <summary>R23, R26, and nothing that grows: ten minutes under <c>./test --long</c>, with 2,000 connections on 50 boards; otherwise a small one of some seconds.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task R23_R26_after_kills_and_minutes_of_work_nothing_is_lost_or_doubled_all_are_equal_and_memory_does_not_grow()
    {
        await using var server = await ServerProcess.Start(Soak.Settings);
        await Soak.Run(server, "sqlite", _ => server.KillAndRestart());
    }
}

/// <summary>The same on PostgreSQL, which is killed and started again in turn with the server.</summary>
[TestCaseOrderer(SkipWithoutPostgres.Type, SkipWithoutPostgres.Assembly)]
public sealed class PostgresSoakTests
{
    [Fact]
    public async Task R23_R26_after_kills_of_server_and_database_nothing_is_lost_or_doubled_all_are_equal_and_memory_does_not_grow()
    {
        using var database = new PostgresServer();
        await using var server = await ServerProcess.Start([.. Soak.Settings, "--Journal:Kind=postgres", $"--Journal:ConnectionString={database.ConnectionString("board")}"]);
        await Soak.Run(server, "postgres", async kill =>
        {
            if (kill % 2 == 0)
            {
                database.Kill();
                database.Start();
            }
            else
            {
                await server.KillAndRestart();
            }
        });
    }
}
