namespace CoCreate.Tests.Wire;

/// <summary>Files that this repository holds and these tests can write: generated ones, and the golden ones that both languages read.</summary>
internal static class WireFiles
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("COCREATE_WRITE") == "1";

    /// <summary>The text of the file; line ends are "\n".</summary>
    public static string Read(string path) => File.ReadAllText(PathOf(path)).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>Fails when the file holds another text; with COCREATE_WRITE=1 writes it instead.</summary>
    public static void AssertUpToDate(string path, string text)
    {
        if (Writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
            File.WriteAllText(PathOf(path), text);
        }

        Assert.True(
            File.Exists(PathOf(path)) && Read(path) == text,
            $"{path} is stale. Renew it with: COCREATE_WRITE=1 dotnet test Tests --filter FullyQualifiedName~Tests.Wire");
    }

    private static string PathOf(string path) => Path.Combine(Repository.Root, path);
}
