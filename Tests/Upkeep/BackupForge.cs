using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CoCreate.Tests.Upkeep;

/// <summary>Changes what is inside a backup, and makes its last line fit again.</summary>
internal static class BackupForge
{
    private const string FirstLine = "COCREATE-BACKUP 1\n";
    private const int LastLineLength = 74;

    /// <summary>The backup with other frames in it.</summary>
    public static byte[] Rewrite(byte[] backup, Func<byte[], byte[]> change)
    {
        using var frames = new MemoryStream();
        using (var packed = new GZipStream(new MemoryStream(backup[FirstLine.Length..^LastLineLength]), CompressionMode.Decompress))
        {
            packed.CopyTo(frames);
        }

        using var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes(FirstLine));
        using (var packing = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(change(frames.ToArray()));
        }

        var hash = SHA256.HashData(file.ToArray());
        file.Write(Encoding.ASCII.GetBytes($"\nSHA-256 {Convert.ToHexStringLower(hash)}\n"));
        return file.ToArray();
    }
}
