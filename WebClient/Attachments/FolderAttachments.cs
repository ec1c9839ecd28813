using System.Buffers;
using System.Security.Cryptography;

namespace CoCreate.Web.Attachments;

/// <summary>Keeps uploads in a folder: <c>{board}/{first two letters of the hash}/{hash}</c>, and what is still arriving under <c>incoming</c>. The folder may be a volume
/// that several servers share.</summary>
public sealed class FolderAttachments : IAttachments
{
    /// <summary>No upload takes as long; what is older was left by a server that died.</summary>
    private static readonly TimeSpan _longestUpload = TimeSpan.FromHours(6);

    private const int BufferBytes = 81_920;
    private readonly string _folder;
    private readonly string _incoming;

    /// <summary>Uses a folder, which is made when it is not there.</summary>
    public FolderAttachments(string folder, TimeProvider clock)
    {
        _folder = Path.GetFullPath(folder);
        _incoming = Path.Combine(_folder, "incoming");
        Directory.CreateDirectory(_incoming);
        var oldest = clock.GetUtcNow().UtcDateTime - _longestUpload;
        foreach (var left in new DirectoryInfo(_incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest))
        {
            left.Delete();
        }
    }

    /// <inheritdoc/>
    public async Task<IReceived?> Receive(Stream content, long mostBytes, CancellationToken cancellation)
    {
        var path = Path.Combine(_incoming, Ids.New());
        try
        {
            var received = await Write(path, content, mostBytes, cancellation);
            if (received is null)
            {
                File.Delete(path);
            }

            return received;
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <inheritdoc/>
    public bool Keep(string board, IReceived received)
    {
        var path = PathOf(board, received.Hash);
        if (File.Exists(path))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(((Received)received).Path, path, overwrite: true);
        return true;
    }

    /// <inheritdoc/>
    public Stream? Open(string board, string hash)
    {
        try
        {
            return new FileStream(PathOf(board, hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Remove(string board, string hash) => File.Delete(PathOf(board, hash));

    private static async Task<Received?> Write(string path, Stream content, long mostBytes, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            var total = 0L;
            for (var read = await content.ReadAsync(buffer, cancellation); read > 0; read = await content.ReadAsync(buffer, cancellation))
            {
                total += read;
                if (total > mostBytes)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            file.Flush(flushToDisk: true);
            return new Received(path, Convert.ToHexStringLower(hash.GetCurrentHash()), total);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Both parts are made of letters, digits, - and _ alone, so that no name leads out of the folder.</summary>
    private string PathOf(string board, string hash)
    {
        if (!Ids.IsValid(board) || !IsHash(hash))
        {
            throw new ArgumentException($"\"{board}\" and \"{hash}\" are no board and no hash.", nameof(hash));
        }

        return Path.Combine(_folder, board, hash[..2], hash);
    }

    /// <summary>Whether a text is a SHA-256 as files are named by.</summary>
    public static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    private sealed record Received(string Path, string Hash, long Bytes) : IReceived
    {
        public Stream Read() => File.OpenRead(Path);

        public void Dispose() => File.Delete(Path);
    }
}
