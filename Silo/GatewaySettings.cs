using CoCreate.Web;

namespace CoCreate.Silo;

/// <summary>The section "Gateway": what whoever runs the server may choose about its web side (<see cref="GatewayOptions"/> says what each means).</summary>
internal static class GatewaySettings
{
    /// <summary>The section that holds them.</summary>
    public const string Section = "Gateway";

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">One of them cannot be used.</exception>
    public static GatewayOptions Read(IConfiguration configuration, SiloOptions options)
    {
        var section = configuration.GetSection(Section);
        var defaults = new GatewayOptions { DataFolder = options.Data };
        return new GatewayOptions
        {
            DataFolder = options.Data,
            ClientFolder = FindClient(section),
            NetworkAddress = options.AddressInNetwork()?.ToString() ?? "",
            AllowedOrigins = ReadList(section, nameof(GatewayOptions.AllowedOrigins), origin => Uri.TryCreate(origin, UriKind.Absolute, out _), "https://board.example.org"),
            TrustedProxies = ReadList(section, nameof(GatewayOptions.TrustedProxies), IsNetwork, "10.0.0.0/8"),
            FrameAncestors = ReadList(section, nameof(GatewayOptions.FrameAncestors), source => !source.Contains(';', StringComparison.Ordinal), "https://intranet.example.org"),
            AttachmentsFolder = section[nameof(GatewayOptions.AttachmentsFolder)] is { Length: > 0 } folder ? Path.GetFullPath(folder) : "",
            UploadsPerMinute = ReadCount(section, nameof(GatewayOptions.UploadsPerMinute), defaults.UploadsPerMinute),
            EntriesPerMinute = ReadCount(section, nameof(GatewayOptions.EntriesPerMinute), defaults.EntriesPerMinute),
            BoardsPerHour = ReadCount(section, nameof(GatewayOptions.BoardsPerHour), defaults.BoardsPerHour),
            ConnectionsPerMinute = ReadCount(section, nameof(GatewayOptions.ConnectionsPerMinute), defaults.ConnectionsPerMinute),
        };
    }

    /// <summary>The built browser client: beside the program when it was published, otherwise where the repository's own build puts it.</summary>
    private static string FindClient(IConfiguration section)
    {
        if (section[nameof(GatewayOptions.ClientFolder)] is { } chosen)
        {
            return Path.GetFullPath(chosen);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string[] places = [Path.Combine(folder.FullName, "wwwroot"), Path.Combine(folder.FullName, "WebClient", "wwwroot")];
            if (places.FirstOrDefault(place => File.Exists(Path.Combine(place, "index.html"))) is { } found)
            {
                return found;
            }
        }

        return "";
    }

    private static string[] ReadList(IConfiguration section, string name, Func<string, bool> isSound, string example)
    {
        var list = (section[name] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return list.FirstOrDefault(item => !isSound(item)) is { } wrong
            ? throw new StartException($"\"{wrong}\" in {Section}:{name} cannot be used. Write a list such as {example}, with commas between.")
            : list;
    }

    private static bool IsNetwork(string text) => System.Net.IPAddress.TryParse(text, out _) || System.Net.IPNetwork.TryParse(text, out _);

    private static int ReadCount(IConfiguration section, string name, int otherwise) =>
        section[name] is not { } text ? otherwise
        : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : throw new StartException($"\"{text}\" in {Section}:{name} is not a number. Write a whole number, 1 or more.");
}
