namespace CoCreate.Tests.Journals;

/// <summary>A file system of a few megabytes in a folder's place, until disposal. Only the superuser can have one, and not in every container.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    private SmallDisk(string path) => _path = path;

    public static SmallDisk? TryMake(string path, int megabytes) =>
        OperatingSystem.IsLinux() && Mounts.AreAllowed && Mounts.Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path) ? new SmallDisk(path) : null;

    public void Dispose() => Assert.True(Mounts.Run("umount", _path));
}
