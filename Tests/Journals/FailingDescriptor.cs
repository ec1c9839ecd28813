using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CoCreate.Tests.Journals;

/// <summary>Puts something else in the place of a file that this process has open, until disposal: whoever writes to it meets a real error of the system.</summary>
internal sealed class FailingDescriptor : IDisposable
{
    private readonly int _descriptor;
    private readonly int _saved;

    private FailingDescriptor(string path, string replacement, FileAccess access)
    {
        _descriptor = Find(path);
        _saved = Duplicate(_descriptor);
        using var handle = File.OpenHandle(replacement, FileMode.Open, access, FileShare.ReadWrite);
        Assert.Equal(_descriptor, Replace(Number(handle), _descriptor));
    }

    /// <summary>Writing fails: the replacement, an empty file beside it, is open for reading only.</summary>
    public static FailingDescriptor ForWriting(string path)
    {
        var replacement = path + ".replacement";
        File.WriteAllBytes(replacement, []);
        return new FailingDescriptor(path, replacement, FileAccess.Read);
    }

    /// <summary>Writing succeeds and syncing fails: the system refuses to sync a device that keeps nothing.</summary>
    public static FailingDescriptor ForSyncing(string path) => new(path, "/dev/null", FileAccess.ReadWrite);

    public void Dispose()
    {
        Assert.Equal(_descriptor, Replace(_saved, _descriptor));
        Assert.Equal(0, Close(_saved));
    }

    private static int Find(string path)
    {
        var link = Assert.Single(Directory.GetFiles("/proc/self/fd"), link => new FileInfo(link).LinkTarget == path);
        return int.Parse(Path.GetFileName(link), CultureInfo.InvariantCulture);
    }

    private static int Number(SafeFileHandle handle) => (int)handle.DangerousGetHandle();

    [DllImport("libc", EntryPoint = "dup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Duplicate(int descriptor);

    [DllImport("libc", EntryPoint = "dup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Replace(int with, int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
