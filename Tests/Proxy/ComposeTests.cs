using System.Text.RegularExpressions;
using CoCreate.Silo;
using Microsoft.Extensions.Configuration;

namespace CoCreate.Tests.Proxy;

/// <summary>What can be known about docker-compose.yml without Docker.</summary>
public sealed partial class ComposeTests
{
    private static readonly string _compose = File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"));
    private static readonly string _dockerfile = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"));

    [Fact]
    public void Every_setting_that_it_gives_is_one()
    {
        var reader = new SettingsReader(new ConfigurationBuilder().Build());
        ServerSettings.Read(reader);
        var given = Setting().Matches(_compose).Concat(Setting().Matches(_dockerfile)).Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).ToList();

        Assert.True(given.Count >= 7, "The settings were not found.");
        Assert.All(given, name => Assert.Contains(name, reader.Known));
    }

    [Fact]
    public void Every_variable_that_it_takes_from_outside_has_a_default()
    {
        var taken = Variable().Matches(_compose).Select(match => match.Value).ToList();

        Assert.NotEmpty(taken);
        Assert.All(taken, variable => Assert.Matches(@"^\$\{\w+:?-[^}]+\}$", variable));
    }

    [Fact]
    public void Every_image_has_a_version()
    {
        var images = Image().Matches(_compose).Concat(From().Matches(_dockerfile)).Select(match => match.Groups[1].Value).Where(image => image != "cocreate:local").ToList();

        Assert.True(images.Count >= 6, "The images were not found.");
        Assert.All(images, image => Assert.Matches(@":\d+\.\d+(\.\d+)?(-[a-z-]+)?$", image));
    }

    [Fact]
    public void Every_service_is_limited_and_all_but_the_one_that_makes_the_password_are_restricted()
    {
        var services = _compose[_compose.IndexOf("\nservices:", StringComparison.Ordinal).._compose.IndexOf("\nvolumes:", StringComparison.Ordinal)];
        var parts = Service().Split(services)[1..].Chunk(2).ToDictionary(part => part[0], part => part[1]);

        Assert.Equal(["azurite", "password", "postgres", "proxy", "silo-1", "silo-2", "web-1", "web-2"], parts.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in parts)
        {
            Assert.True(name == "password" || text.Contains("<<: *", StringComparison.Ordinal), $"{name} is not restricted.");
            Assert.True(text.Contains("mem_limit", StringComparison.Ordinal) || Inherited().IsMatch(text), $"{name} has no limit of memory.");
        }
    }

    [GeneratedRegex(@"\b(?:CoCreate|Journal|Cluster|Gateway)__\w+")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\s+image: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Image();

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline)]
    private static partial Regex From();

    [GeneratedRegex(@"^  ([a-z0-9-]+):(?: &\w+)?$", RegexOptions.Multiline)]
    private static partial Regex Service();

    [GeneratedRegex(@"<<: \*(server|silo|web)\b")]
    private static partial Regex Inherited();
}
