namespace CoCreate.Tests.Journals;

/// <summary>A file or folder that this process may read and not write, until disposal.</summary>
/// <remarks>Taking away the right to write does not bind the superuser, which tests in containers often are; for that one the place is mounted onto itself,
/// read-only. Where even the superuser may not mount, there is none, and the caller takes another obstacle.</remarks>
internal sealed class ReadOnlyPlace : IDisposable
{
    private readonly string _path;
    private readonly UnixFileMode? _mode;

    private ReadOnlyPlace(string path, UnixFileMode? mode)
    {
        _path = path;
        _mode = mode;
    }

    public static ReadOnlyPlace? TryMake(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("These tests need Unix rights.");
        }

        if (!Environment.IsPrivilegedProcess)
        {
            var mode = File.GetUnixFileMode(path);
            File.SetUnixFileMode(path, mode & ~(UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite));
            return new ReadOnlyPlace(path, mode);
        }

        if (!Mounts.Run("mount", "--bind", path, path))
        {
            return null;
        }

        Assert.True(Mounts.Run("mount", "-o", "remount,bind,ro", path));
        return new ReadOnlyPlace(path, null);
    }

    public void Dispose()
    {
        if (_mode is { } mode && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_path, mode);
        }
        else
        {
            Assert.True(Mounts.Run("umount", _path));
        }
    }
}
