using System.IO.Compression;
using System.Text;
using CoCreate.Web.Relay;

namespace CoCreate.Tests.Gateway;

/// <summary>R16: a shared beginning that was compressed once, with an end of each viewer's own.</summary>
public sealed class GzipPartsTests
{
    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 0)]
    [InlineData(10, 10)]
    [InlineData(500_000, 3)]
    [InlineData(500_000, 100_000)]
    public void The_parts_unpack_as_one_text(int beginning, int ending)
    {
        var (first, second) = (Words(beginning), Words(ending));
        var parts = new GzipParts(first);
        byte[] file = [.. parts.Beginning.Span, .. parts.End(second).Span];

        // The reader checks the length and CRC-32 that the file ends with.
        using var unpacked = new GZipStream(new MemoryStream(file), CompressionMode.Decompress);
        using var text = new MemoryStream();
        unpacked.CopyTo(text);

        Assert.Equal([.. first, .. second], text.ToArray());
    }

    [Fact]
    public void One_beginning_serves_many_endings()
    {
        var parts = new GzipParts("shared "u8);
        foreach (var ending in new[] { "one", "two", "" })
        {
            using var unpacked = new GZipStream(new MemoryStream([.. parts.Beginning.Span, .. parts.End(Encoding.UTF8.GetBytes(ending)).Span]), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked);

            Assert.Equal($"shared {ending}", reader.ReadToEnd());
        }
    }

    private static byte[] Words(int length)
    {
        var random = new Random(length);
        return [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next('a', 'k'))];
    }
}
