using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoCreate.Journals;

namespace CoCreate.Upkeep;

/// <summary>One thing that a backup holds.</summary>
internal abstract record BackupItem
{
    /// <summary>A file of the server's own.</summary>
    public sealed record File(string Name, byte[] Content) : BackupItem;

    /// <summary>A stream begins.</summary>
    public sealed record Stream(string Name) : BackupItem;

    /// <summary>The next batch of it.</summary>
    public sealed record Batch(StoredBatch Stored) : BackupItem;

    /// <summary>It ends.</summary>
    public sealed record StreamEnd : BackupItem;
}

/// <summary>Reads a backup, front to back, and refuses whatever is not as it was written.</summary>
internal sealed class BackupReader : IDisposable
{
    private const string WhatToDo = "Nothing was restored from it. Use another copy of this backup, or another backup.";
    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Opens a file and looks at all of its bytes once: what follows is read from a file that is whole.</summary>
    /// <exception cref="BackupException">It is no backup, a newer one, or not whole.</exception>
    public BackupReader(string path)
    {
        _path = path;
        try
        {
            _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1024 * 1024);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup {path} cannot be read: {failure.Message}", failure);
        }

        try
        {
            CheckFirstLine();
            CheckHash();
            Manifest = ReadManifest();
        }
        catch (Exception failure)
        {
            _file.Dispose();
            if (failure is EndOfStreamException or IOException or InvalidDataException)
            {
                throw Refuse("it cannot be read to its end", failure);
            }

            throw;
        }
    }

    /// <summary>What the backup says about itself.</summary>
    public BackupManifest Manifest { get; }

    public void Dispose() => _file.Dispose();

    /// <summary>Everything in it, in order, each time from the start.</summary>
    /// <exception cref="BackupException">It is not as it was written.</exception>
    public IEnumerable<BackupItem> Items()
    {
        using var frames = OpenFrames();
        using var items = Walk(frames).GetEnumerator();
        while (true)
        {
            try
            {
                if (!items.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception failure) when (failure is EndOfStreamException or InvalidDataException or JsonException or ArgumentException or OverflowException)
            {
                throw Refuse("it cannot be read to its end", failure);
            }

            yield return items.Current;
        }
    }

    private IEnumerable<BackupItem> Walk(BinaryReader frames)
    {
        _ = TakeManifest(frames);
        var (tally, stream, version) = (default(Tally), "", 0L);
        while (true)
        {
            var frame = (BackupFrame)frames.ReadByte();
            switch (frame)
            {
                case BackupFrame.File when stream.Length == 0:
                    yield return TakeFile(frames);
                    break;
                case BackupFrame.Stream when stream.Length == 0:
                    (stream, version) = (TakeText(frames), 0);
                    JournalArguments.CheckStream(stream);
                    yield return new BackupItem.Stream(stream);
                    break;
                case BackupFrame.Batch when stream.Length > 0:
                    var batch = TakeBatch(frames, stream, version);
                    version = batch.Last;
                    yield return new BackupItem.Batch(batch);
                    break;
                case BackupFrame.StreamEnd when stream.Length > 0 && version > 0:
                    Demand(frames.ReadInt64() == version, $"the stream \"{stream}\" does not end where it should");
                    (stream, tally) = ("", tally.With(version));
                    yield return new BackupItem.StreamEnd();
                    break;
                case BackupFrame.End when stream.Length == 0:
                    Demand(new Tally(frames.ReadInt64(), frames.ReadInt64()) == tally, "it does not hold as much as it says");
                    Demand(frames.BaseStream.ReadByte() < 0, "something follows its end");
                    yield break;
                default:
                    throw Refuse($"there is a frame of kind {(int)frame} where none may be", null);
            }
        }
    }

    private void CheckFirstLine()
    {
        var line = new byte[BackupFormat.Magic.Length + 12];
        var text = Encoding.ASCII.GetString(line, 0, _file.ReadAtLeast(line, line.Length, throwOnEndOfStream: false));
        if (!text.StartsWith(BackupFormat.Magic, StringComparison.Ordinal) || text.IndexOf('\n', StringComparison.Ordinal) < 0)
        {
            throw Refuse("it is not a backup of CoCreate", null);
        }

        var version = text[BackupFormat.Magic.Length..text.IndexOf('\n', StringComparison.Ordinal)];
        if (version != $"{BackupFormat.Version}")
        {
            throw Refuse($"it is of format {version}, and this program knows {BackupFormat.Version}; restore it with the version of CoCreate that made it, or a newer one", null);
        }
    }

    private void CheckHash()
    {
        Demand(_file.Length > BackupFormat.FirstLine.Length + BackupFormat.LastLineLength, "it was cut off");
        _file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1024 * 1024];
        for (var left = _file.Length - BackupFormat.LastLineLength; left > 0;)
        {
            var count = _file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            Demand(count > 0, "it is shorter than it was a moment ago");
            hash.AppendData(buffer, 0, count);
            left -= count;
        }

        var kept = new byte[BackupFormat.LastLineLength];
        _file.ReadExactly(kept);
        Demand(kept.AsSpan().SequenceEqual(BackupFormat.LastLine(hash.GetHashAndReset())), "it was cut off or changed: its checksum does not match");
    }

    private BackupManifest ReadManifest()
    {
        using var frames = OpenFrames();
        return TakeManifest(frames);
    }

    private BinaryReader OpenFrames()
    {
        _file.Position = BackupFormat.FirstLine.Length;
        return new BinaryReader(new BufferedStream(new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true), 64 * 1024), Encoding.UTF8);
    }

    private BackupManifest TakeManifest(BinaryReader frames)
    {
        Demand(frames.ReadByte() == (byte)BackupFrame.Manifest, "it does not begin with what it is");
        return JsonSerializer.Deserialize(TakeBytes(frames, frames.ReadInt32(), BackupFormat.MaxFileBytes), BackupJson.Default.BackupManifest)
            ?? throw Refuse("it does not say what it is", null);
    }

    private BackupItem.File TakeFile(BinaryReader frames)
    {
        var name = TakeText(frames);
        var length = frames.ReadInt32();
        var checksum = frames.ReadBytes(BatchChecksum.Length);
        var content = TakeBytes(frames, length, BackupFormat.MaxFileBytes);
        Demand(checksum.AsSpan().SequenceEqual(SHA256.HashData(content)), $"the file {name} in it does not match its checksum");
        return new BackupItem.File(name, content);
    }

    private StoredBatch TakeBatch(BinaryReader frames, string stream, long version)
    {
        var (first, count, length) = (frames.ReadInt64(), frames.ReadInt32(), frames.ReadInt32());
        var checksum = frames.ReadBytes(BatchChecksum.Length);
        var payload = TakeBytes(frames, length, JournalBatch.MaxBytes);
        Demand(first == version + 1 && count > 0 && first <= long.MaxValue - count, $"the stream \"{stream}\" has no batch that follows version {version}");
        Demand(checksum.AsSpan().SequenceEqual(BatchChecksum.Of(stream, first, count, payload)), $"the stream \"{stream}\" does not match its checksum at version {first}");
        return new StoredBatch(first, count, payload);
    }

    private byte[] TakeBytes(BinaryReader frames, int length, int most)
    {
        Demand(length >= 0 && length <= most, $"it holds a piece of {length} bytes, where at most {most} may be");
        var bytes = new byte[length];
        frames.BaseStream.ReadExactly(bytes);
        return bytes;
    }

    private static string TakeText(BinaryReader frames)
    {
        Span<byte> head = stackalloc byte[2];
        frames.BaseStream.ReadExactly(head);
        var bytes = new byte[BinaryPrimitives.ReadUInt16LittleEndian(head)];
        frames.BaseStream.ReadExactly(bytes);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
    }

    private void Demand(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw Refuse(otherwise, null);
        }
    }

    private BackupException Refuse(string what, Exception? cause) => new($"The backup {_path} cannot be used: {what}. {WhatToDo}", cause);
}
