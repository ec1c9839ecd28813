using CoCreate.Web;

namespace CoCreate.Silo;

/// <summary>The section "Gateway": what whoever runs the server may choose about its web side (<see cref="GatewayOptions"/> says what each means).</summary>
internal static class GatewaySettings
{
    /// <summary>The section that holds them.</summary>
    public const string Section = "Gateway";

    /// <summary>Reads them, and notes what is wrong.</summary>
    public static GatewayOptions Read(SettingsReader reader, SiloOptions options)
    {
        var defaults = new GatewayOptions { DataFolder = options.Data };
        return new GatewayOptions
        {
            DataFolder = options.Data,
            ClientFolder = FindClient(reader),
            NetworkAddress = options.AddressInNetwork()?.ToString() ?? "",
            AllowedOrigins = reader.List(Name(nameof(GatewayOptions.AllowedOrigins)), origin => Uri.TryCreate(origin, UriKind.Absolute, out _), "https://board.example.org"),
            TrustedProxies = reader.List(Name(nameof(GatewayOptions.TrustedProxies)), IsNetwork, "10.0.0.0/8"),
            FrameAncestors = reader.List(Name(nameof(GatewayOptions.FrameAncestors)), source => !source.Any(c => c is ';' || char.IsWhiteSpace(c) || char.IsControl(c)), "https://intranet.example.org"),
            AttachmentsFolder = reader.Text(Name(nameof(GatewayOptions.AttachmentsFolder))) is { Length: > 0 } folder ? Path.GetFullPath(folder) : "",
            UploadsPerMinute = reader.Count(Name(nameof(GatewayOptions.UploadsPerMinute)), defaults.UploadsPerMinute),
            EmbedsPerMinute = reader.Count(Name(nameof(GatewayOptions.EmbedsPerMinute)), defaults.EmbedsPerMinute),
            EntriesPerMinute = reader.Count(Name(nameof(GatewayOptions.EntriesPerMinute)), defaults.EntriesPerMinute),
            BoardsPerHour = reader.Count(Name(nameof(GatewayOptions.BoardsPerHour)), defaults.BoardsPerHour),
            ConnectionsPerMinute = reader.Count(Name(nameof(GatewayOptions.ConnectionsPerMinute)), defaults.ConnectionsPerMinute),
            Connections = reader.Count(Name(nameof(GatewayOptions.Connections)), defaults.Connections),
            ConnectionsPerAddress = reader.Count(Name(nameof(GatewayOptions.ConnectionsPerAddress)), defaults.ConnectionsPerAddress),
            SnapshotsPerMinute = reader.Count(Name(nameof(GatewayOptions.SnapshotsPerMinute)), defaults.SnapshotsPerMinute),
        };
    }

    private static string Name(string setting) => $"{Section}:{setting}";

    /// <summary>The built browser client: beside the program when it was published, otherwise where the repository's own build puts it.</summary>
    private static string FindClient(SettingsReader reader)
    {
        if (reader.Text(Name(nameof(GatewayOptions.ClientFolder))) is { } chosen)
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

    private static bool IsNetwork(string text) => System.Net.IPAddress.TryParse(text, out _) || System.Net.IPNetwork.TryParse(text, out _);
}
