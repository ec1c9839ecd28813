using CoCreate.Journals;
using CoCreate.Silo;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;

namespace CoCreate.Tests.Silo;

/// <summary>What the server accepts at its start, and what it tells people when it cannot start.</summary>
public sealed class StartTests
{
    [Fact]
    public void Without_options_the_server_is_at_port_5080_with_its_data_in_data()
    {
        var options = Read();

        Assert.Equal("http://*:5080", options.Url);
        Assert.Equal(Path.GetFullPath("data"), options.Data);
    }

    [Theory]
    [InlineData("--port", "6000", "http://*:6000")]
    [InlineData("--port", "0", "http://*:0")]
    [InlineData("--CoCreate:Port", "6000", "http://*:6000")]
    [InlineData("--listen", "127.0.0.1", "http://127.0.0.1:5080")]
    [InlineData("--listen", "::1", "http://[::1]:5080")]
    public void Port_and_address_are_chosen_on_the_command_line(string option, string value, string url) => Assert.Equal(url, Read(option, value).Url);

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "http")]
    [InlineData("--port", "")]
    [InlineData("--listen", "everywhere")]
    [InlineData("--data", " ")]
    public void An_option_that_cannot_be_used_is_refused_with_its_name(string option, string value)
    {
        var refusal = Assert.Throws<StartException>(() => Read(option, value));

        Assert.Contains(option[2..], refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_file_is_no_data_folder()
    {
        var refusal = Assert.Throws<StartException>(() => Read("--data", typeof(StartTests).Assembly.Location));

        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_told_of_what_they_can_put_right_and_of_nothing_else()
    {
        Assert.Equal("damaged", Server.Explain(new JournalException(JournalFailure.Damaged, "damaged")));
        Assert.Contains("--port", Server.Explain(new IOException("In use.", new AddressInUseException("In use."))), StringComparison.Ordinal);
        Assert.Null(Server.Explain(new InvalidOperationException("A mistake of ours.")));
    }

    private static SiloOptions Read(params string[] arguments) =>
        SiloOptions.Read(new ConfigurationBuilder().AddCommandLine(arguments, SiloOptions.Switches).Build());
}
