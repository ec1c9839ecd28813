using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CoCreate.Upkeep;

namespace CoCreate.Silo.Upkeep;

/// <summary>The files beside the journal that belong to its data: the keys that sign guests' cookies, without which everybody would be a stranger on a restored server
/// and owners would not be let into their boards; and what people attached to boards.</summary>
/// <param name="dataFolder">The data folder.</param>
/// <param name="attachmentsFolder">Where attachments are; empty for "attachments" in the data folder.</param>
internal sealed partial class ServerFiles(string dataFolder, string attachmentsFolder)
{
    private const string Keys = "keys";
    private const string Attached = "attachments";
    private readonly string _keys = Path.Combine(dataFolder, Keys);
    private readonly string _attachments = attachmentsFolder.Length > 0 ? Path.GetFullPath(attachmentsFolder) : Path.Combine(dataFolder, Attached);

    /// <summary>The keys.</summary>
    public IEnumerable<(string Name, byte[] Content)> ReadKeys()
    {
        return Directory.Exists(_keys)
            ? [.. Directory.EnumerateFiles(_keys, "*.xml").Order(StringComparer.Ordinal).Select(file => ($"{Keys}/{Path.GetFileName(file)}", File.ReadAllBytes(file)))]
            : [];
    }

    /// <summary>The attachments, one after the other, as <c>attachments/{board}/{first two letters of the hash}/{hash}</c>.</summary>
    public IEnumerable<(string Name, byte[] Content)> ReadAttachments()
    {
        if (!Directory.Exists(_attachments))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(_attachments, "*", SearchOption.AllDirectories))
        {
            var name = $"{Attached}/{Path.GetRelativePath(_attachments, file).Replace(Path.DirectorySeparatorChar, '/')}";
            if (AttachedName().IsMatch(name) && ReadIfThere(file) is { } content)
            {
                yield return (name, content);
            }
        }
    }

    /// <summary>Puts one of them where it belongs. One that is there already stays: the names of both kinds stand for their content.</summary>
    /// <exception cref="BackupException">It is none of these files, or cannot be written.</exception>
    public void Write(string name, byte[] content)
    {
        var isKey = KeyName().IsMatch(name);
        if (!isKey && !(AttachedName().IsMatch(name) && name.EndsWith(Convert.ToHexStringLower(SHA256.HashData(content)), StringComparison.Ordinal)))
        {
            throw new BackupException($"The backup holds a file \"{name}\", which is none that the server keeps.");
        }

        var path = isKey ? Path.Combine(_keys, name[(Keys.Length + 1)..]) : Path.Combine(_attachments, name[(Attached.Length + 1)..]);
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

    /// <summary>What was there a moment ago may have been removed with its board.</summary>
    private static byte[]? ReadIfThere(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\Akeys/[A-Za-z0-9_-]{1,100}\.xml\z")]
    private static partial Regex KeyName();

    [GeneratedRegex(@"\Aattachments/[A-Za-z0-9_-]{1,64}/(?<start>[0-9a-f]{2})/\k<start>[0-9a-f]{62}\z")]
    private static partial Regex AttachedName();
}
