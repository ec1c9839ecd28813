using CoCreate.Tests.Kill;
using Microsoft.Playwright;

namespace CoCreate.Tests.Browser;

/// <summary>A running server and a real Chromium, shared by the tests of a collection.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] _arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>The server, as users run it.</summary>
    internal ServerProcess Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assert.True(
            File.Exists(Path.Combine(Repository.Root, "WebClient", "wwwroot", "index.html")),
            "The browser client is not built. Run ./test, which builds it, or: build/client");
        Server = await ServerProcess.Start("--Gateway:ClientFolder", Path.Combine(Repository.Root, "WebClient", "wwwroot"), "--Gateway:FrameAncestors", OtherSite.Address(0));
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindChromium(), Args = _arguments });
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A person at a laptop, with a browser profile of their own.</summary>
    internal Task<Visitor> Laptop(ColorScheme scheme = ColorScheme.Light) =>
        Visit(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ColorScheme = scheme });

    /// <summary>A person at a laptop whose browser keeps no part of the page for when the server is away, as none does at an address without https.</summary>
    internal Task<Visitor> LaptopThatKeepsNothing() => Visit(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ServiceWorkers = ServiceWorkerPolicy.Block });

    /// <summary>A person with a phone.</summary>
    internal Task<Visitor> Phone(ColorScheme scheme = ColorScheme.Light) =>
        Visit(new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true, DeviceScaleFactor = 2, ColorScheme = scheme });

    /// <summary>A person at a laptop who has enlarged the page to 200 %.</summary>
    internal Task<Visitor> Enlarged() => Visit(new() { ViewportSize = new() { Width = 720, Height = 450 }, DeviceScaleFactor = 2 });

    /// <summary>A person at a large screen that feels fingers.</summary>
    internal Task<Visitor> Tablet() => Visit(new() { ViewportSize = new() { Width = 1440, Height = 900 }, HasTouch = true });

    /// <summary>A large screen on a wall.</summary>
    internal Task<Visitor> Wall() => Visit(new() { ViewportSize = new() { Width = 1920, Height = 1080 } });

    private async Task<Visitor> Visit(BrowserNewContextOptions options)
    {
        options.BaseURL = Server.Address.ToString();
        options.ReducedMotion = ReducedMotion.Reduce;
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(30_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    private static string FindChromium()
    {
        string?[] places = [Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
        return places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The browser tests need Chromium: install it, or set CHROMIUM to its path.");
    }
}

/// <summary>Browser tests of the board share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browsers>
{
    public const string Name = "Browser";
}

/// <summary>Browser tests of sessions and barriers, with a server and a browser of their own: they run beside those of the board.</summary>
[CollectionDefinition(Name)]
public sealed class SessionTests : ICollectionFixture<Browsers>
{
    public const string Name = "Browser, sessions";
}

/// <summary>Browser tests of votes, likewise.</summary>
[CollectionDefinition(Name)]
public sealed class PollTests : ICollectionFixture<Browsers>
{
    public const string Name = "Browser, votes";
}
