using System.Globalization;
using System.Text;

namespace CoCreate.Journals;

/// <summary>The data folder, held by this process alone for as long as this lives.</summary>
/// <remarks>The hold is the operating system's lock on an open file, not the file's existence: it ends with the process however that ends, so that nobody has to
/// clean up after a crash.</remarks>
internal sealed class SqliteJournalFolder : IDisposable
{
    private const string LockName = "server.lock";
    private readonly FileStream _lock;

    private SqliteJournalFolder(string path, FileStream held)
    {
        JournalPath = Path.Combine(path, "journal.db");
        _lock = held;
    }

    /// <summary>Where the journal's file is or shall be.</summary>
    public string JournalPath { get; }

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

    public void Dispose() => _lock.Dispose();

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
            throw Directory.Exists(file) ? Unavailable($"There is a folder at {file}, where the server needs a file. Move it away.", failure)
                : Holder(file) is { } holder ? Unavailable($"The data folder {path} is in use by another server{holder}. Stop that one, or give this one a folder of its own.", failure)
                : Unavailable($"The data folder {path} cannot be written: {failure.Message} Check its rights and that its disk is not mounted read-only.", failure);
        }

        Sign(held);
        return held;
    }

    /// <summary>Leaves the process's number in the file, so that a second server can say who is in its way.</summary>
    private static void Sign(FileStream held)
    {
        try
        {
            held.SetLength(0);
            held.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
        }
        catch (IOException)
        {
            // A full disk: the lock holds without the number, and opening the journal tells what is wrong.
        }
    }

    /// <summary>" (process 123)" or "" when another process holds the lock; null when the file could not be opened for another reason.</summary>
    private static string? Holder(string file)
    {
        try
        {
            // The lock is one among those who ask for it. Asking for it again tells a held lock from a file that nobody may write.
            using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return null;
        }
        catch (IOException failure) when (failure is not FileNotFoundException and not DirectoryNotFoundException)
        {
            return ReadNumber(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string ReadNumber(string file)
    {
        try
        {
            using var unlocked = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(unlocked, Encoding.ASCII);
            return int.TryParse(reader.ReadToEnd(), CultureInfo.InvariantCulture, out var number) ? $" (process {number})" : "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static JournalException Unavailable(string message, Exception inner) => new(JournalFailure.Unavailable, message, inner);
}
