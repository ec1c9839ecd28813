namespace CoCreate.Silo;

/// <summary>What the server says once it is up.</summary>
internal static class StartMessage
{
    /// <summary>The engine in one line, the addresses to open, and where the data is.</summary>
    public static IEnumerable<string> Lines(string engine, ServerSettings settings, int port)
    {
        yield return $"Engine: {engine}";
        yield return $"Data: {settings.Options.Data}";
        if (settings.Options.Role != Role.Web && settings.Journal.Kind != JournalKind.Sqlite)
        {
            yield return $"Boards: {settings.Journal.Description}";
        }

        if (settings.Options.Role == Role.Silo)
        {
            yield return $"This process hosts grains for others; its health is at http://localhost:{port}/health/ready";
            yield break;
        }

        yield return $"CoCreate is at http://localhost:{port}";
        if (settings.Options.AddressInNetwork() is { } address)
        {
            yield return $"For others in your network: http://{address}:{port}";
        }
    }

    /// <summary>The port that was taken, which differs from the wanted one when that was 0.</summary>
    public static int PortOf(IEnumerable<string> urls) =>
        urls.Select(url => BindingAddress.Parse(url).Port).FirstOrDefault();
}
