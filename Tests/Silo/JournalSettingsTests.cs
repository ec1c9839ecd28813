using CoCreate.Silo;
using Microsoft.Extensions.Configuration;

namespace CoCreate.Tests.Silo;

/// <summary>Where boards are kept, as it is told to the server.</summary>
public sealed class JournalSettingsTests
{
    [Fact]
    public void Without_settings_boards_are_in_the_data_folder() => Assert.Equal(new JournalSettings(JournalKind.Sqlite, "", "CoCreate"), Read());

    [Theory]
    [InlineData("postgres")]
    [InlineData("Postgres")]
    public void A_database_is_named_by_its_kind_and_its_connection_string(string kind)
    {
        var settings = Read("--Journal:Kind", kind, "--Journal:ConnectionString", "Host=db");

        Assert.Equal(new JournalSettings(JournalKind.Postgres, "Host=db", "CoCreate"), settings);
    }

    [Theory]
    [InlineData("Journal:Kind", "--Journal:Kind", "files")]
    [InlineData("Journal:Kind", "--Journal:Kind", "1")]
    [InlineData("Journal:Kind", "--Journal:Kind", "")]
    [InlineData("Journal:ConnectionString", "--Journal:Kind", "postgres")]
    [InlineData("Journal:Kind", "--Journal:ConnectionString", "Host=db")]
    public void Settings_that_do_not_fit_are_refused_with_what_to_set(string named, string option, string value)
    {
        var refusal = Assert.Throws<StartException>(() => Read(option, value));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_connection_string_is_in_no_text_about_the_settings()
    {
        var settings = Read("--Journal:Kind", "postgres", "--Journal:ConnectionString", "Host=db;Password=secret");

        Assert.DoesNotContain("secret", settings.ToString() + settings.Description, StringComparison.Ordinal);
    }

    private static JournalSettings Read(params string[] arguments) =>
        JournalSettings.Read(new ConfigurationBuilder().AddCommandLine(arguments).Build());
}
