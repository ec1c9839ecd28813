using System.Text.RegularExpressions;

namespace CoCreate.Web.Http;

/// <summary>Which build of the browser client this server has (R95).</summary>
/// <param name="Name">When it was built, in seconds since 1970, and a hash of its files, with a hyphen between; empty where there is none.</param>
internal sealed partial record ClientBundle(string Name)
{
    /// <summary>Reads it from the page in this folder, which the client's build wrote it into.</summary>
    public static ClientBundle Find(string folder)
    {
        var page = Path.Combine(folder, ClientFiles.Page);
        var found = folder.Length > 0 && File.Exists(page) ? Mark().Match(File.ReadAllText(page)) : Match.Empty;
        return new ClientBundle(found.Groups["name"].Value);
    }

    [GeneratedRegex("<meta name=\"bundle\" content=\"(?<name>[0-9]+-[0-9a-f]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
