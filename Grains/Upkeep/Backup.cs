using System.Reflection;
using CoCreate.Journals;

namespace CoCreate.Upkeep;

/// <summary>Makes a backup of a store, also while a server writes to it.</summary>
/// <remarks>
/// Everything that was acknowledged before the backup's mark (the moment it begins) is in it; of what comes later, some. Each stream is a whole prefix of itself.
/// Nothing in it points at something that is not: who points is read before what they point at (<see cref="StreamKind.InReadingOrder"/>), and a code that was claimed
/// for a board which the backup does not have is left out; nobody was told of that board before the mark.
/// </remarks>
/// <param name="journal">The store.</param>
/// <param name="clock">Tells the mark.</param>
/// <param name="progress">Told after each stream.</param>
public sealed class Backup(IJournal journal, TimeProvider clock, IProgress<Tally> progress)
{
    private readonly HashSet<string> _boards = new(StringComparer.Ordinal);
    private Tally _tally;

    /// <summary>Writes a backup to a file. Until it is whole it has another name; then it takes its own.</summary>
    /// <param name="path">Where; nothing may be there yet.</param>
    /// <param name="files">Files of the server's own that belong to it, by the names they have in the backup.</param>
    /// <param name="attachments">What people attached to boards, in the same way; listed and read after all boards, so that whatever a board knows of is there.</param>
    /// <param name="cancellation">Ends it without a backup.</param>
    /// <exception cref="BackupException">Something is there already, or the place cannot be written.</exception>
    /// <exception cref="JournalException">The store cannot be read, or a stream in it is damaged: <see cref="StoreCheck"/> tells all that is wrong.</exception>
    public async Task<Tally> Write(
        string path,
        IEnumerable<(string Name, byte[] Content)> files,
        IEnumerable<(string Name, byte[] Content)> attachments,
        CancellationToken cancellation)
    {
        RefuseToOverwrite(path);
        var draft = $"{path}.{Ids.New()}.part";
        try
        {
            await using (var output = new FileStream(draft, NewFile()))
            {
                await Write(output, files, attachments, cancellation);
                output.Flush(flushToDisk: true);
            }

            RefuseToOverwrite(path);
            File.Move(draft, path);
            return _tally;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup {path} cannot be written: {failure.Message.TrimEnd('.')}. Choose another place, or make room.", failure);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private async Task Write(
        FileStream output,
        IEnumerable<(string Name, byte[] Content)> files,
        IEnumerable<(string Name, byte[] Content)> attachments,
        CancellationToken cancellation)
    {
        var version = typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        using var writer = new BackupWriter(output, new BackupManifest(clock.GetUtcNow().ToUnixTimeMilliseconds(), version));
        foreach (var (name, content) in files)
        {
            writer.File(name, content);
        }

        foreach (var kind in StreamKind.InReadingOrder)
        {
            await foreach (var stream in journal.Streams(cancellation))
            {
                if (StreamKind.Of(stream) == kind && await IsWanted(stream, cancellation))
                {
                    await Copy(writer, stream, cancellation);
                }
            }
        }

        foreach (var (name, content) in attachments)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.File(name, content);
        }

        writer.End(_tally);
    }

    private async Task Copy(BackupWriter writer, string stream, CancellationToken cancellation)
    {
        var version = 0L;
        writer.Stream(stream);
        await foreach (var batch in journal.Read(stream, 0, cancellation))
        {
            writer.Batch(stream, batch);
            version = batch.Last;
        }

        writer.StreamEnd(version);
        if (StreamKind.Of(stream) == StreamKind.Board)
        {
            _boards.Add(stream);
        }

        _tally = _tally.With(version);
        progress.Report(_tally);
    }

    /// <summary>Everything but the codes of boards that were made since.</summary>
    private async ValueTask<bool> IsWanted(string stream, CancellationToken cancellation)
    {
        if (StreamKind.Of(stream) != StreamKind.Code)
        {
            return true;
        }

        var code = new CodeFold(stream);
        try
        {
            await foreach (var batch in journal.Read(stream, 0, cancellation))
            {
                code.Take(batch);
            }
        }
        catch (UnreplayableException failure)
        {
            throw new JournalException(JournalFailure.Damaged, $"{stream} at version {failure.Version}: {failure.Message}. Run verify: it tells all that is wrong.", failure);
        }

        return _boards.Contains(StreamKind.Board + code.Board);
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 256 * 1024 };
        if (!OperatingSystem.IsWindows())
        {
            // Whoever reads a backup reads every board.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static void RefuseToOverwrite(string path)
    {
        if (Path.Exists(path))
        {
            throw new BackupException($"There is something at {path} already. Backups are never overwritten: choose another name, or move it away.");
        }
    }
}
