using System.Text.RegularExpressions;
using CoCreate.Silo;
using Microsoft.Extensions.Configuration;

namespace CoCreate.Tests.Silo;

/// <summary>What the server makes of its settings as a whole.</summary>
public sealed partial class SettingsTests
{
    private const string Secret = "kept-between-us";

    [Fact]
    public void Without_any_setting_the_server_is_one_process_with_its_own_file()
    {
        var settings = Read();

        Assert.Equal((Role.Both, JournalKind.Sqlite, ClusterKind.Local), (settings.Options.Role, settings.Journal.Kind, settings.Cluster.Kind));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var refusal = Refused("CoCreate:Port=http", "CoCreate:Listen=everywhere", "Journal:Kind=stone", "Gateway:TrustedProxies=1.2.3.4,somebody", "Gateway:BoardsPerHour=0", "Gateway:AllowedOrigin=x");

        Assert.Equal(6, refusal.Split(Environment.NewLine).Length);
        foreach (var word in (string[])["\"http\"", "--listen", "\"stone\"", "\"somebody\"", "Gateway:BoardsPerHour", "Is Gateway:AllowedOrigins meant?"])
        {
            Assert.Contains(word, refusal, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("CoCreate:Prot")]
    [InlineData("Journal:Connection")]
    [InlineData("Cluster:Id")]
    [InlineData("Gateway:Relay:MinTickMs")]
    public void A_setting_that_there_is_not_is_told_with_its_name(string name) => Assert.Contains($"There is no setting {name}.", Refused($"{name}=1"), StringComparison.Ordinal);

    [Fact]
    public void Settings_of_other_sections_are_not_ours_to_judge() => Assert.NotNull(Read("Logging:LogLevel:Default=Debug", "PATH=/bin"));

    [Theory]
    [InlineData("silo")]
    [InlineData("web")]
    public void A_role_of_many_processes_needs_a_cluster(string role) => Assert.Contains("Set Cluster:Kind", Refused($"CoCreate:Role={role}"), StringComparison.Ordinal);

    [Fact]
    public void A_directory_in_a_store_needs_a_store() => Assert.Contains("Set Cluster:Kind", Refused("Cluster:Directory=store"), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_build_for_one_process_says_what_to_do_for_a_cluster()
    {
        string[] cluster = ["CoCreate:Role=web", "Journal:Kind=postgres", "Journal:ConnectionString=Host=db", "Cluster:Kind=postgres", "Cluster:Address=127.0.0.1"];
        if (EngineHosting.IsForManyProcesses)
        {
            Assert.Equal(Role.Web, Read(cluster).Options.Role);
        }
        else
        {
            Assert.Contains("-p:Engine=Orleans", Refused(cluster), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_build_without_Azures_packages_says_so()
    {
        string[] azure = ["Journal:Kind=azure", "Journal:ConnectionString=x"];
        if (AzureParts.IsBuilt)
        {
            Assert.Equal(JournalKind.Azure, Read(azure).Journal.Kind);
        }
        else
        {
            Assert.Contains("-p:AzureStorage=true", Refused(azure), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_secret_may_lie_in_a_file_and_what_is_around_it_does_not_count()
    {
        using var file = new SecretFile($"\n{Secret} \r\n");

        Assert.Equal("Host=db;Password=a", Read("Journal:Kind=postgres", "Journal:ConnectionString=Host=db;Password=a").Journal.ConnectionString);
        Assert.Equal(Secret, Read("Journal:Kind=postgres", $"Journal:ConnectionStringFile={file.Path}").Journal.ConnectionString);
        Assert.Contains(Secret, Read("Journal:Kind=postgres", "Journal:ConnectionString=Host=db", $"Journal:PasswordFile={file.Path}").Journal.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_of_any_characters_reaches_the_database_as_it_is()
    {
        const string Odd = "a;b='c\"d e=";
        var connection = Read("Journal:Kind=postgres", "Journal:ConnectionString=Host=db;Username=u", $"Journal:Password={Odd}").Journal.ConnectionString;

        Assert.Equal(Odd, new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connection }["Password"]);
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_secret_given_twice_are_told()
    {
        Assert.Contains("/nowhere/secret", Refused("Journal:Kind=postgres", "Journal:ConnectionStringFile=/nowhere/secret"), StringComparison.Ordinal);
        Assert.Contains("both given", Refused("Journal:Kind=postgres", "Journal:ConnectionString=Host=db", "Journal:ConnectionStringFile=/nowhere/secret"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_a_name_is_none() =>
        Assert.Equal("Host=db", Read("Journal:Kind=postgres", "Journal:ConnectionString=Host=db", "Journal:PasswordFile=").Journal.ConnectionString);

    [Theory]
    [InlineData("Journal:ConnectionString=Host=db;Password=" + Secret)]
    [InlineData("Journal:Kind=postgres", "Journal:ConnectionString=nonsense " + Secret, "Journal:Password=" + Secret)]
    [InlineData("Journal:Kind=stone", "Journal:ConnectionString=" + Secret, "Cluster:ConnectionString=" + Secret, "Journal:Password=" + Secret)]
    public void A_refusal_never_holds_a_secret(params string[] settings) => Assert.DoesNotContain(Secret, Refused(settings), StringComparison.Ordinal);

    [Fact]
    public void Settings_written_to_a_log_never_hold_a_secret()
    {
        var reader = new SettingsReader(Configuration("Journal:Kind=postgres", "Journal:ConnectionString=Host=db;Password=" + Secret, "Cluster:Kind=postgres", "Cluster:Address=127.0.0.1"));
        var settings = ServerSettings.Read(reader);

        Assert.Contains(Secret, settings.Cluster.ConnectionString, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, string.Join(' ', StartMessage.Lines("any", settings, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_settings_has_every_setting_and_no_other()
    {
        var reader = new SettingsReader(Configuration());
        ServerSettings.Read(reader);
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "OPERATIONS.md"));

        var documented = Row().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(documented.Count, documented.Distinct().Count());
        Assert.Equal(reader.Known.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    private static ServerSettings Read(params string[] settings) => ServerSettings.Read(Configuration(settings));

    private static string Refused(params string[] settings) => Assert.Throws<StartException>(() => Read(settings)).Message;

    private static IConfiguration Configuration(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
        .Build();

    // The rows of settings, and of nothing else, begin with a full name.
    [GeneratedRegex(@"^\| `((?:CoCreate|Journal|Cluster|Gateway):\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private sealed class SecretFile : IDisposable
    {
        public SecretFile(string content) => File.WriteAllText(Path, content);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

        public void Dispose() => File.Delete(Path);
    }
}
