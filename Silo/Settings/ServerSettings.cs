using CoCreate.Web;

namespace CoCreate.Silo;

/// <summary>Everything that whoever runs the server may choose.</summary>
internal sealed record ServerSettings(SiloOptions Options, JournalSettings Journal, ClusterSettings Cluster, GatewayOptions Gateway, LogKind Logs)
{
    /// <summary>The sections that are ours; settings in them that we do not know are refused.</summary>
    public static readonly string[] Sections = [SiloOptions.Section, JournalSettings.Section, ClusterSettings.Section, GatewaySettings.Section];

    /// <summary>Reads and checks all of them.</summary>
    /// <exception cref="StartException">Some cannot be used; the message has a line for each, with what to do.</exception>
    public static ServerSettings Read(IConfiguration configuration) => SettingsReader.Alone(configuration, Read);

    /// <summary>Reads all of them, and notes what is wrong.</summary>
    public static ServerSettings Read(SettingsReader reader)
    {
        var options = SiloOptions.Read(reader);
        var journal = JournalSettings.Read(reader);
        var settings = new ServerSettings(options, journal, ClusterSettings.Read(reader, journal), GatewaySettings.Read(reader, options), LogSetup.Read(reader));
        settings.CheckTogether(reader);
        reader.RefuseUnknown(Sections);
        return settings;
    }

    private void CheckTogether(SettingsReader reader)
    {
        if (!AzureParts.IsBuilt && Journal.Kind == JournalKind.Azure)
        {
            reader.Wrong("This build has no Azure Tables. Build it with -p:AzureStorage=true where Azure.Data.Tables can be restored, or choose sqlite or postgres.");
        }

        if (EngineHosting.Missing(Cluster) is { } missing)
        {
            reader.Wrong(missing);
        }

        if (Options.Role != Role.Both && Cluster.Kind == ClusterKind.Local)
        {
            reader.Wrong($"The role {Options.Role} needs a cluster: others have to find it, or it them. Set Cluster:Kind to postgres or azure, or leave --role away.");
        }

        if (!EngineHosting.IsForManyProcesses && (Options.Role != Role.Both || Cluster.Kind != ClusterKind.Local))
        {
            reader.Wrong("This build has the embedded engine, which is for one process. Build with -p:Engine=Orleans (docs/OPERATIONS.md, \"Which engine is built\"), "
                + "or leave --role and Cluster:Kind away.");
        }
    }
}
