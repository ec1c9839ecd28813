using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CoCreate.Web;
using Microsoft.AspNetCore.Hosting;

namespace CoCreate.Tests.Gateway;

/// <summary>The ways to the server: TLS and HTTP/2, two web processes, the browser client's files.</summary>
public sealed class WayTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task R1_the_hub_works_over_TLS_and_over_HTTP_2(string version)
    {
        using var certificate = MakeCertificate();
        await using var host = await GatewayHost.Start(new GatewaySetup { Listen = listen => listen.UseHttps(certificate) });
        using var handler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost" }, UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = host.Address };
        using var made = await http.PostAsync("/api/boards", new StringContent("""{"title":"T","name":"N"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));
        var cookie = made.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        var board = System.Text.Json.JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("board").GetString()!;

        await using var hub = await HubClient.OpenSocket(host.Address, cookie.Split(';')[0], version: Version.Parse(version));
        await hub.Greet();
        var known = await hub.Join(board, "client-0001", 0, 0);
        Assert.Equal("snapshot", known.GetProperty("status").GetString());
        await hub.Join(board, "client-0001", known.GetProperty("epoch").GetInt64(), known.GetProperty("seq").GetInt64());

        // Frames of every length of header, up to several of the web server's buffers.
        await hub.Submit([.. Enumerable.Range(1, 40).Select(i => ((long)i, Room.Idea($"idea-{i:000000}").Replace("\"body\":\"\"", $"\"body\":\"{new string('b', i * 35)}\"", StringComparison.Ordinal)))]);

        Assert.Equal(40, (await hub.Next("outcomes")).Argument.GetArrayLength());
    }

    [Fact]
    public async Task R31_R33_people_at_two_web_processes_see_each_other_and_each_others_changes()
    {
        await using var first = await GatewayHost.Start();
        await using var second = await first.StartBeside();
        await using var room = await Room.Open(first, guests: 0);
        using var bob = first.NewPerson();
        await bob.Enter(room.Code);
        using var there = bob.At(second.Address);
        await using var far = await there.Watch(room.Board, "client-of-bob");
        var name = far.Answer.GetProperty("connection").GetString();

        await WaitFor(room.Tabs[0], frame => frame.GetProperty("here").EnumerateArray().Any(e => e.GetProperty("connection").GetString() == name));
        await far.Hub.Submit((1, Room.Idea("idea-from-far")));
        await far.FollowUntil(() => far.Last == 1);
        await room.Tabs[0].FollowTo(far.Seq);
        Assert.Equal(await room.Truth(room.Tabs[0]), room.Tabs[0].Canonical());

        await far.Hub.Close();
        await WaitFor(room.Tabs[0], frame => frame.GetProperty("gone").EnumerateArray().Any(gone => gone.GetString() == name));
    }

    [Fact]
    public async Task The_browser_clients_page_is_served_at_its_own_addresses_and_its_files_are_compressed_and_kept()
    {
        var files = Directory.CreateTempSubdirectory("cocreate-client-");
        await File.WriteAllTextAsync(Path.Combine(files.FullName, "index.html"), "<!doctype html><title>CoCreate</title>");
        Directory.CreateDirectory(Path.Combine(files.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(files.FullName, "assets", "app-1234.js"), $"/*{new string('x', 5_000)}*/");
        await using (var host = await GatewayHost.Start(new GatewaySetup { Options = folder => new GatewayOptions { DataFolder = folder, ClientFolder = files.FullName } }))
        {
            using var http = new HttpClient { BaseAddress = host.Address };
            http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
            foreach (var page in new[] { "/", "/b/some-board-id", "/j/ABC234" })
            {
                using var response = await http.GetAsync(page);
                Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
                Assert.True(response.Headers.CacheControl!.NoCache);
            }

            using var script = await http.GetAsync("/assets/app-1234.js");
            Assert.Equal("br", Assert.Single(script.Content.Headers.ContentEncoding));
            Assert.Equal(TimeSpan.FromDays(365), script.Headers.CacheControl!.MaxAge);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/api/nothing")).StatusCode);
        }

        files.Delete(recursive: true);
    }

    private static Task WaitFor(BoardTab tab, Func<System.Text.Json.JsonElement, bool> condition) => tab.FollowUntil(() => tab.Presence.Exists(frame => condition(frame)));

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
    }
}
