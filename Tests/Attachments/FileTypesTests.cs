using System.Buffers.Binary;
using System.Text;
using CoCreate.Boards;
using CoCreate.Web.Attachments;

namespace CoCreate.Tests.Attachments;

/// <summary>R65: what a file is, is said by its content alone.</summary>
public sealed class FileTypesTests
{
    public static TheoryData<string, byte[], FileType?> Contents => new()
    {
        { "PNG", Samples.Png, FileType.Png },
        { "JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], FileType.Jpeg },
        { "GIF", Bytes("GIF89a\u0001\0\u0001\0"), FileType.Gif },
        { "WebP", Bytes("RIFF\u0010\0\0\0WEBPVP8 "), FileType.Webp },
        { "PDF", Bytes("%PDF-1.7\n"), FileType.Pdf },
        { "GLB", Samples.Glb(), FileType.Glb },
        { "GLB of another length", [.. Samples.Glb(), 0], null },
        { "GLB of version 1", Samples.Glb(version: 1), null },
        { "glTF", Bytes("{\"asset\":{\"version\":\"2.0\"},\"scenes\":[]}"), FileType.Gltf },
        { "JSON that is no glTF", Bytes("{\"asset\":\"2.0\"}"), null },
        { "JSON that does not end", Bytes("{\"asset\":{\"version\":\"2.0\""), null },
        { "binary STL", Samples.Stl(2), FileType.Stl },
        { "binary STL cut short", Samples.Stl(2)[..^1], null },
        { "STL in text", Bytes("solid clip\n facet normal 0 0 1\n  outer loop\n"), FileType.Stl },
        { "STL with markup in it", Bytes("solid <script>alert(1)</script> facet normal"), null },
        { "SVG", Bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"), null },
        { "SVG behind an XML head", Bytes("<?xml version=\"1.0\"?><svg/>"), null },
        { "HTML", Bytes("<!doctype html><script>alert(1)</script>"), null },
        { "ZIP", Bytes("PK\u0003\u0004"), null },
        { "RIFF that is no WebP", Bytes("RIFF\u0010\0\0\0WAVEfmt "), null },
        { "a PNG's name and nothing more", Bytes("PNG"), null },
        { "nothing", [], null },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task R65_the_content_alone_says_what_a_file_is(string what, byte[] content, FileType? expected)
    {
        using var stream = new MemoryStream(content);
        Assert.True(await FileTypes.Find(stream, CancellationToken.None) == expected, what);
    }

    [Fact]
    public async Task Whatever_bytes_come_are_a_type_or_none_and_never_an_error()
    {
        var random = new Random(1);
        byte[][] starts = [Samples.Png, Samples.Glb(), Samples.Stl(1), "{\"asset\":"u8.ToArray(), "solid "u8.ToArray(), []];
        for (var i = 0; i < 3000; i++)
        {
            var content = new byte[random.Next(200)];
            random.NextBytes(content);
            var start = starts[random.Next(starts.Length)];
            start.AsSpan(0, Math.Min(start.Length, content.Length)).CopyTo(content);
            using var stream = new MemoryStream(content);
            var found = await FileTypes.Find(stream, CancellationToken.None);
            Assert.True(found is null || Enum.IsDefined(found.Value));
        }
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}

/// <summary>Small files of several types.</summary>
internal static class Samples
{
    /// <summary>A picture of one pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>An empty model.</summary>
    public static byte[] Glb(uint version = 2)
    {
        var content = new byte[12];
        "glTF"u8.CopyTo(content);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(4), version);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(8), 12);
        return content;
    }

    /// <summary>A binary STL of so many triangles.</summary>
    public static byte[] Stl(uint triangles)
    {
        var content = new byte[84 + (50 * triangles)];
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(80), triangles);
        return content;
    }

    /// <summary>A binary STL of exactly so many bytes at most, whole triangles: different for each <paramref name="mark"/>.</summary>
    public static byte[] StlOf(int bytes, byte mark = 0)
    {
        var content = Stl((uint)((bytes - 84) / 50));
        content[0] = mark;
        return content;
    }
}
