using System.Globalization;

namespace CoCreate.Journals;

/// <summary>The data folder, held by this process alone for as long as this lives.</summary>
/// <remarks>The hold is the operating system's lock on an open file, not the file's existence: it ends with the process however that ends, so that nobody has to
/// clean up after a crash.</remarks>
internal sealed class SqliteJournalFolder : IDisposable
{
    private const string LockName = "server.lock";
    private readonly string _path;
    private readonly FileStream _lock;

    private SqliteJournalFolder(string path, FileStream held)
    {
        _path = path;
        _lock = held;
    }

    /// <summary>Where the journal's file is or shall be.</summary>
    public string JournalPath => JournalIn(_path);

    /// <summary>Where the journal's file is or shall be in a folder.</summary>
    public static string JournalIn(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "journal.db");

    /// <summary>Whether a process holds a folder at this moment.</summary>
    public static bool IsTaken(string dataFolder) => IsHeld(Path.Combine(Path.GetFullPath(dataFolder), LockName));

    /// <summary>Makes the folder if it is missing, and takes it.</summary>
    /// <exception cref="JournalException">It cannot be made or written, or another process holds it.</exception>
    public static SqliteJournalFolder Take(string dataFolder)
    {
        var path = Path.GetFullPath(dataFolder);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unavailable($"The data folder {path} cannot be made: {failure.Message} Make it yourself, or name another folder.", failure);
        }

        return new SqliteJournalFolder(path, Lock(path));
    }

    /// <summary>Moves the journal's files into a new folder in this one; null when there are none.</summary>
    /// <exception cref="JournalException">They cannot be moved.</exception>
    public string? MoveJournalAside(DateTimeOffset now)
    {
        var aside = Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"replaced-{now:yyyyMMdd-HHmmss-fff}"));
        try
        {
            var files = new[] { JournalPath + "-shm", JournalPath + "-wal", JournalPath }.Where(File.Exists).ToList();
            if (files.Count == 0)
            {
                return null;
            }

            Directory.CreateDirectory(aside);
            files.ForEach(file => File.Move(file, Path.Combine(aside, Path.GetFileName(file))));
            return aside;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unavailable($"The journal in {_path} cannot be moved into {aside}: {failure.Message.TrimEnd('.')}. Move it yourself.", failure);
        }
    }

    public void Dispose()
    {
        File.Delete(NumberPath(_path));
        _lock.Dispose();
    }

    private static string NumberPath(string path) => Path.Combine(path, "server.pid");

    private static FileStream Lock(string path)
    {
        var file = Path.Combine(path, LockName);
        FileStream held;
        try
        {
            held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unavailable(Explain(path, file, failure), failure);
        }

        Sign(path);
        return held;
    }

    private static string Explain(string path, string file, Exception failure)
    {
        if (Directory.Exists(file))
        {
            return $"There is a folder at {file}, where the server needs a file. Move it away.";
        }

        return IsHeld(file)
            ? $"The data folder {path} is in use by another server{Holder(path)}. Stop that one, or give this one a folder of its own."
            : $"The data folder {path} cannot be written: {failure.Message.TrimEnd('.')}. Check its rights and that its disk is not mounted read-only.";
    }

    /// <summary>Leaves the process's number in the folder, so that a second server can say who is in its way. It means nothing unless the lock is held.</summary>
    private static void Sign(string path)
    {
        try
        {
            File.WriteAllText(NumberPath(path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk, perhaps: the lock holds without the number, and opening the journal tells what is wrong.
        }
    }

    /// <summary>True when the file can be read but for the lock: this tells a held lock from a file that may not be written.</summary>
    private static bool IsHeld(string file)
    {
        try
        {
            using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException failure)
        {
            return failure is not FileNotFoundException and not DirectoryNotFoundException;
        }
    }

    private static string Holder(string path)
    {
        try
        {
            return int.TryParse(File.ReadAllText(NumberPath(path)), CultureInfo.InvariantCulture, out var number) ? $" (process {number})" : "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static JournalException Unavailable(string message, Exception inner) => new(JournalFailure.Unavailable, message, inner);
}
