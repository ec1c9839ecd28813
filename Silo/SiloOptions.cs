using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace CoCreate.Silo;

/// <summary>What the server is told at its start: by <c>--port N --data DIR --listen ADDRESS</c>, by environment variables such as
/// <c>CoCreate__Port</c>, or by the section "CoCreate" of appsettings.json.</summary>
/// <param name="Port">Where browsers connect, 0 to 65535; 0 takes any free port.</param>
/// <param name="Data">The folder for everything that is kept. Made when it is missing.</param>
/// <param name="Role">What this process does: <c>both</c> (the default), <c>silo</c> or <c>web</c>.</param>
/// <param name="Listen">Which addresses of this computer take connections: "*" for all, so that phones in the room can join, or one address.</param>
internal sealed record SiloOptions(Role Role, int Port, string Data, string Listen)
{
    /// <summary>The section that holds them.</summary>
    public const string Section = "CoCreate";

    /// <summary>Short names for the command line.</summary>
    public static readonly Dictionary<string, string> Switches = new()
    {
        ["--role"] = $"{Section}:{nameof(Role)}",
        ["--port"] = $"{Section}:{nameof(Port)}",
        ["--data"] = $"{Section}:{nameof(Data)}",
        ["--logs"] = $"{Section}:Logs",
        ["--listen"] = $"{Section}:{nameof(Listen)}",
    };

    /// <summary>The URL that the web server listens on.</summary>
    public string Url => $"http://{(Listen.Contains(':', StringComparison.Ordinal) ? $"[{Listen}]" : Listen)}:{Port}";

    /// <summary>Where others in the network reach this computer; null when it listens to itself alone, or has no network.</summary>
    public IPAddress? AddressInNetwork() => Listen != "*"
        ? null
        : NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up && network.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .Select(network => network.GetIPProperties())
            .Where(network => network.GatewayAddresses.Count > 0)
            .SelectMany(network => network.UnicastAddresses)
            .Select(address => address.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork);

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">One of them cannot be used.</exception>
    public static SiloOptions Read(IConfiguration configuration) => SettingsReader.Alone(configuration, Read);

    /// <summary>Reads them, and notes what is wrong.</summary>
    public static SiloOptions Read(SettingsReader reader)
    {
        var role = reader.Choice(Name(nameof(Role)), Role.Both);
        var listen = reader.Text(Name(nameof(Listen))) ?? "*";
        if (listen != "*" && !IPAddress.TryParse(listen, out _))
        {
            reader.Wrong($"\"{listen}\" is not an address to listen on. Give an IP address of this computer with --listen, or * for all of them.");
        }

        return new SiloOptions(role, reader.Port(Name(nameof(Port)), 5080), ReadData(reader), listen);
    }

    private static string ReadData(SettingsReader reader)
    {
        var data = reader.Text(Name(nameof(Data))) ?? "data";
        if (string.IsNullOrWhiteSpace(data))
        {
            reader.Wrong("The data folder has no name. Give one with --data, for example --data data.");
            return "";
        }

        if (File.Exists(data))
        {
            reader.Wrong($"The data folder {data} is a file. Give a folder with --data.");
        }

        return Path.GetFullPath(data);
    }

    private static string Name(string setting) => $"{Section}:{setting}";
}

/// <summary>The server cannot start. The message tells people why and what to do.</summary>
internal sealed class StartException(string message, Exception? cause = null) : Exception(message, cause);
