using System.Buffers.Binary;
using System.Text.Json;
using CoCreate.Boards;

namespace CoCreate.Web.Attachments;

/// <summary>Says what content is by looking at it: names and what a browser claims are not asked. SVG, HTML and everything else that can hold scripts is nothing here.</summary>
public static class FileTypes
{
    private const int HeadBytes = 1024;
    private const int StlHeaderBytes = 84;
    private const int StlTriangleBytes = 50;

    /// <summary>What the content is, or null when it is nothing that boards take. Reads as much of it as it needs.</summary>
    public static async Task<FileType?> Find(Stream content, CancellationToken cancellation)
    {
        var head = new byte[HeadBytes];
        var read = await content.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellation);
        var found = FindBySignature(head.AsSpan(0, read), content.Length);
        if (found is not null || read == 0 || head[0] != '{')
        {
            return found;
        }

        content.Position = 0;
        return await IsGltf(content, cancellation) ? FileType.Gltf : null;
    }

    /// <summary>What the first bytes of so long a content say; null for nothing known, and for glTF in JSON, which needs reading.</summary>
    public static FileType? FindBySignature(ReadOnlySpan<byte> head, long length) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileType.Png,
        [0xFF, 0xD8, 0xFF, ..] => FileType.Jpeg,
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => FileType.Gif,
        _ when head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8) => FileType.Webp,
        _ when head.StartsWith("%PDF-"u8) => FileType.Pdf,
        _ when IsGlb(head, length) => FileType.Glb,
        _ when IsStl(head, length) => FileType.Stl,
        _ => null,
    };

    /// <summary>The media type that content is sent as. What browsers need not show themselves is sent as bytes.</summary>
    public static string MediaTypeOf(FileType? type) => type switch
    {
        FileType.Png => "image/png",
        FileType.Jpeg => "image/jpeg",
        FileType.Webp => "image/webp",
        FileType.Gif => "image/gif",
        FileType.Pdf => "application/pdf",
        FileType.Glb => "model/gltf-binary",
        _ => "application/octet-stream",
    };

    /// <summary>Whether browsers show content of this type as a picture.</summary>
    public static bool IsPicture(FileType? type) => type is FileType.Png or FileType.Jpeg or FileType.Webp or FileType.Gif;

    /// <summary>glTF 2.0, section 4: magic, version 2, and the whole length.</summary>
    private static bool IsGlb(ReadOnlySpan<byte> head, long length) =>
        head.Length >= 12 && head.StartsWith("glTF"u8)
        && BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) == 2
        && BinaryPrimitives.ReadUInt32LittleEndian(head[8..]) == length;

    /// <summary>A binary STL is as long as its number of triangles says; one in text begins with "solid" and comes to a facet soon.</summary>
    private static bool IsStl(ReadOnlySpan<byte> head, long length)
    {
        if (head.Length >= StlHeaderBytes)
        {
            var triangles = BinaryPrimitives.ReadUInt32LittleEndian(head[80..]);
            if (triangles > 0 && length == StlHeaderBytes + (StlTriangleBytes * (long)triangles))
            {
                return true;
            }
        }

        return head.StartsWith("solid"u8) && head.IndexOf("facet normal"u8) > 0 && head.IndexOf((byte)'<') < 0;
    }

    private static async Task<bool> IsGltf(Stream content, CancellationToken cancellation)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(content, cancellationToken: cancellation);
            return json.RootElement.TryGetProperty("asset", out var asset)
                && asset.ValueKind == JsonValueKind.Object
                && asset.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.String;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
