using CoCreate.Web.Http;
using Microsoft.AspNetCore.Http;

namespace CoCreate.Tests.Gateway;

/// <summary>An invitation leads to the host's computer, also when the host opened it as localhost.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("localhost:5080", "192.168.1.20", "http://192.168.1.20:5080")]
    [InlineData("127.0.0.1:5080", "192.168.1.20", "http://192.168.1.20:5080")]
    [InlineData("[::1]:5080", "192.168.1.20", "http://192.168.1.20:5080")]
    [InlineData("localhost", "192.168.1.20", "http://192.168.1.20")]
    [InlineData("localhost:5080", "", "http://localhost:5080")]
    [InlineData("192.168.1.20:5080", "192.168.1.20", "http://192.168.1.20:5080")]
    [InlineData("board.example.org", "192.168.1.20", "http://board.example.org")]
    public void Others_are_sent_to_an_address_that_they_can_open(string opened, string network, string sent) =>
        Assert.Equal(sent, AddressEndpoint.OriginFor("http", new HostString(opened), network));
}
