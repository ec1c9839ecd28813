using System.Text.RegularExpressions;
using CoCreate.Upkeep;

namespace CoCreate.Silo.Upkeep;

/// <summary>The files of the server's own that belong to its data: the keys that sign guests' cookies. Without them everybody would be a stranger on a restored server,
/// and owners would not be let into their boards.</summary>
internal static partial class ServerFiles
{
    private const string Keys = "keys";

    /// <summary>Those that are there.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Read(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, Keys);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(file => ($"{Keys}/{Path.GetFileName(file)}", File.ReadAllBytes(file)))]
            : [];
    }

    /// <summary>Puts one of them where it belongs. One that is there already stays: a key's name is its number, and its content never changes.</summary>
    /// <exception cref="BackupException">It is none of these files, or cannot be written.</exception>
    public static void Write(string dataFolder, string name, byte[] content)
    {
        if (!Allowed().IsMatch(name))
        {
            throw new BackupException($"The backup holds a file \"{name}\", which is none that the server keeps.");
        }

        var path = Path.Combine(dataFolder, name);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!File.Exists(path))
            {
                File.WriteAllBytes(path + ".part", content);
                File.Move(path + ".part", path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{path} cannot be written: {failure.Message}", failure);
        }
    }

    [GeneratedRegex(@"\Akeys/[A-Za-z0-9_-]{1,100}\.xml\z")]
    private static partial Regex Allowed();
}
