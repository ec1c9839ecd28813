using System.Security.Cryptography;
using CoCreate.Web.Attachments;

namespace CoCreate.Tests.Attachments;

/// <summary>Files in a folder: nothing half, nothing outside, nothing left behind.</summary>
public sealed class FolderAttachmentsTests : IDisposable
{
    private const string Board = "board-0000001";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cocreate-attachments-");
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_received_is_kept_under_its_hash_and_read_back()
    {
        var attachments = new FolderAttachments(_folder.FullName, _clock);
        var received = await Receive(attachments, Samples.Png);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Samples.Png)), received.Hash);
        Assert.Null(attachments.Open(Board, received.Hash));
        Assert.True(attachments.Keep(Board, received));
        received.Dispose();

        using var content = attachments.Open(Board, received.Hash);
        var copy = new MemoryStream();
        await content!.CopyToAsync(copy);
        Assert.Equal(Samples.Png, copy.ToArray());
        Assert.Null(attachments.Open("board-0000002", received.Hash));
        Assert.Empty(Incoming);
    }

    [Fact]
    public async Task The_same_content_is_kept_once_and_forgotten_when_asked()
    {
        var attachments = new FolderAttachments(_folder.FullName, _clock);
        using (var first = await Receive(attachments, Samples.Png))
        {
            Assert.True(attachments.Keep(Board, first));
        }

        using var second = await Receive(attachments, Samples.Png);
        Assert.False(attachments.Keep(Board, second));
        attachments.Remove(Board, second.Hash);
        Assert.Null(attachments.Open(Board, second.Hash));
    }

    [Fact]
    public async Task As_many_bytes_are_taken_as_allowed_and_one_more_leaves_nothing()
    {
        var attachments = new FolderAttachments(_folder.FullName, _clock);
        using var whole = await attachments.Receive(new MemoryStream(new byte[200_000]), 200_000, CancellationToken.None);
        Assert.Equal(200_000, whole!.Bytes);
        whole.Dispose();
        Assert.Null(await attachments.Receive(new MemoryStream(new byte[200_001]), 200_000, CancellationToken.None));
        Assert.Empty(Incoming);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        var attachments = new FolderAttachments(_folder.FullName, _clock);
        await Assert.ThrowsAsync<IOException>(() => attachments.Receive(new BreakingStream(100_000), 1_000_000, CancellationToken.None));
        Assert.Empty(Incoming);
        Assert.Single(_folder.EnumerateDirectories());
    }

    [Fact]
    public void What_a_dead_server_left_is_swept_and_what_is_still_arriving_is_not()
    {
        _ = new FolderAttachments(_folder.FullName, _clock);
        var now = _clock.GetUtcNow().UtcDateTime;
        foreach (var (name, age) in new[] { ("old", TimeSpan.FromHours(7)), ("new", TimeSpan.FromMinutes(5)) })
        {
            var path = Path.Combine(_folder.FullName, "incoming", name);
            File.WriteAllText(path, "half");
            File.SetLastWriteTimeUtc(path, now - age);
        }

        _ = new FolderAttachments(_folder.FullName, _clock);
        Assert.Equal(["new"], Incoming);
    }

    [Fact]
    public void No_name_leads_out_of_the_folder()
    {
        var attachments = new FolderAttachments(_folder.FullName, _clock);
        var hash = new string('a', 64);
        var random = new Random(7);
        string[] parts = ["..", "/", "\\", "%2e", "\0", ".", "a", hash, "~", "C:", "incoming", "\u2024"];
        for (var i = 0; i < 2000; i++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => parts[random.Next(parts.Length)]));
            if (name != hash)
            {
                Assert.Throws<ArgumentException>(() => attachments.Open(Board, name));
                Assert.Throws<ArgumentException>(() => attachments.Remove(Board, name));
            }

            if (!Ids.IsValid(name))
            {
                Assert.Throws<ArgumentException>(() => attachments.Open(name, hash));
            }
        }
    }

    private IEnumerable<string> Incoming => Directory.EnumerateFiles(Path.Combine(_folder.FullName, "incoming")).Select(path => Path.GetFileName(path)!);

    private static async Task<IReceived> Receive(FolderAttachments attachments, byte[] content) =>
        (await attachments.Receive(new MemoryStream(content), 1_000_000, CancellationToken.None))!;

    /// <summary>Ends with an error after some bytes, as a connection that is cut.</summary>
    private sealed class BreakingStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new IOException("The connection was cut.");
    }
}
