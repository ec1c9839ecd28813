using CoCreate.Silo;
using Microsoft.Extensions.Configuration;

namespace CoCreate.Tests.Cluster;

/// <summary>A cluster that needs a part of Orleans which this build could not have is refused at the start, with what to do.</summary>
public sealed class MissingPartsTests
{
    [Fact]
    public void Meeting_by_Azure_Tables() => Check(AzureClustering.IsBuilt, "Microsoft.Orleans.Clustering.AzureStorage", "Cluster:Kind=azure");

    [Fact]
    public void A_directory_in_PostgreSQL() =>
        Check(PostgresDirectory.IsBuilt, "Microsoft.Orleans.GrainDirectory.AdoNet", "Cluster:Kind=postgres", "Cluster:Directory=store");

    private static void Check(bool isBuilt, string package, params string[] cluster)
    {
        string[] all = ["Journal:Kind=postgres", "Journal:ConnectionString=Host=db", "Cluster:ConnectionString=Host=db", "Cluster:Address=127.0.0.1", .. cluster];
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(all.Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build();
        if (isBuilt)
        {
            Assert.NotEqual(ClusterKind.Local, ServerSettings.Read(configuration).Cluster.Kind);
            return;
        }

        Assert.Contains(package, Assert.Throws<StartException>(() => ServerSettings.Read(configuration)).Message, StringComparison.Ordinal);
    }
}
