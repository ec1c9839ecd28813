using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoCreate.Journals;

namespace CoCreate.Upkeep;

/// <summary>Writes the frames of a backup to a stream, front to back.</summary>
internal sealed class BackupWriter : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Stream _output;
    private readonly GZipStream _gzip;
    private readonly BufferedStream _frames;

    /// <summary>Begins a backup. The output stays open at the end.</summary>
    public BackupWriter(Stream output, BackupManifest manifest)
    {
        _output = new HashedStream(output, _hash);
        _output.Write(BackupFormat.FirstLine);
        _gzip = new GZipStream(_output, CompressionLevel.Fastest, leaveOpen: true);
        _frames = new BufferedStream(_gzip, 64 * 1024);
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest);
        Begin(BackupFrame.Manifest);
        WriteNumber(json.Length);
        _frames.Write(json);
    }

    public void File(string name, ReadOnlySpan<byte> content)
    {
        Begin(BackupFrame.File);
        WriteText(name);
        WriteNumber(content.Length);
        _frames.Write(SHA256.HashData(content));
        _frames.Write(content);
    }

    public void Stream(string name)
    {
        Begin(BackupFrame.Stream);
        WriteText(name);
    }

    public void Batch(string stream, StoredBatch batch)
    {
        Begin(BackupFrame.Batch);
        WriteLong(batch.First);
        WriteNumber(batch.Count);
        WriteNumber(batch.Payload.Length);
        _frames.Write(BatchChecksum.Of(stream, batch.First, batch.Count, batch.Payload.Span));
        _frames.Write(batch.Payload.Span);
    }

    public void StreamEnd(long version)
    {
        Begin(BackupFrame.StreamEnd);
        WriteLong(version);
    }

    /// <summary>Ends the backup: without this it is none.</summary>
    public void End(Tally written)
    {
        Begin(BackupFrame.End);
        WriteLong(written.Streams);
        WriteLong(written.Events);
        _frames.Flush();
        _gzip.Dispose();
        _output.Write(BackupFormat.LastLine(_hash.GetHashAndReset()));
        _output.Flush();
    }

    public void Dispose()
    {
        _gzip.Dispose();
        _hash.Dispose();
    }

    private void Begin(BackupFrame frame) => _frames.WriteByte((byte)frame);

    private void WriteText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, checked((ushort)bytes.Length));
        _frames.Write(length);
        _frames.Write(bytes);
    }

    private void WriteNumber(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        _frames.Write(bytes);
    }

    private void WriteLong(long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        _frames.Write(bytes);
    }
}
