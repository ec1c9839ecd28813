using System.Security.Cryptography;
using CoCreate.Journals;
using CoCreate.Tests.Journals;
using Microsoft.Data.Sqlite;

namespace CoCreate.Tests.Upkeep;

/// <summary>verify, backup and restore as an operator gives them, on real folders.</summary>
public sealed class OrderTests : IDisposable
{
    private readonly SqliteFolder _data = new();
    private readonly SqliteFolder _other = new();

    private string Backup => Path.Combine(_other.Path, "night.backup");

    public void Dispose()
    {
        _data.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task Verify_says_0_for_sound_1_for_damaged_and_2_for_not_known()
    {
        Assert.Equal(2, (await OrderProcess.Run("verify", "--data", Path.Combine(_data.Path, "nowhere"))).Code);
        await Fill();
        var sound = await OrderProcess.Run("verify", "--data", _data.Path);
        Assert.True(sound.Code == 0, sound.Errors);
        Assert.Contains("Sound", sound.Output, StringComparison.Ordinal);

        var stream = new SqliteParameter("$stream", "board/board-000001-0000");
        Assert.Equal(1, _data.Execute("UPDATE batches SET payload = CAST('X' || substr(payload, 2) AS BLOB) WHERE first = 1 AND stream = (SELECT id FROM streams WHERE name = $stream)", stream));
        var damaged = await OrderProcess.Run("verify", "--data", _data.Path);
        Assert.Equal(1, damaged.Code);
        Assert.Contains("PROBLEM board/board-000001-0000 at version 1", damaged.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(_data.File, "no journal");
        Assert.Equal(2, (await OrderProcess.Run("verify", "--data", _data.Path)).Code);
    }

    [Fact]
    public async Task A_wrong_snapshot_is_found_and_deleting_snapshots_helps()
    {
        await Fill();
        await using (var journal = SqliteJournal.Open(_data.Path, TimeProvider.System))
        {
            var foreign = await journal.ReadSnapshot("board/board-000001-0001", CancellationToken.None);
            await journal.WriteSnapshot("board/board-000001-0000", foreign!, CancellationToken.None);
        }

        Assert.Equal(1, (await OrderProcess.Run("verify", "--data", _data.Path)).Code);
        Assert.Equal(0, (await OrderProcess.Run("verify", "--delete-snapshots", "--data", _data.Path)).Code);
    }

    [Fact]
    public async Task A_backup_is_restored_beside_and_in_the_place_of_what_is_there()
    {
        await Fill();
        Directory.CreateDirectory(Path.Combine(_data.Path, "keys"));
        await File.WriteAllTextAsync(Path.Combine(_data.Path, "keys", "key-0001.xml"), "<key/>");
        var hash = Convert.ToHexStringLower(SHA256.HashData("picture"u8));
        var attached = Path.Combine("attachments", "board-000001-0000", hash[..2], hash);
        Directory.CreateDirectory(Path.Combine(_data.Path, Path.GetDirectoryName(attached)!));
        await File.WriteAllTextAsync(Path.Combine(_data.Path, attached), "picture");
        Assert.Equal(0, (await OrderProcess.Run("backup", Backup, "--data", _data.Path)).Code);
        Assert.Equal(1, (await OrderProcess.Run("backup", Backup, "--data", _data.Path)).Code);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        }

        var target = Path.Combine(_other.Path, "data");
        var restored = await OrderProcess.Run("restore", Backup, "--data", target);
        Assert.True(restored.Code == 0, restored.Errors);
        Assert.Equal("<key/>", await File.ReadAllTextAsync(Path.Combine(target, "keys", "key-0001.xml")));
        Assert.Equal("picture", await File.ReadAllTextAsync(Path.Combine(target, attached)));
        Assert.Equal(0, (await OrderProcess.Run("verify", "--data", target)).Code);

        var refused = await OrderProcess.Run("restore", Backup, "--data", target);
        Assert.Equal(1, refused.Code);
        Assert.Contains("--replace", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await OrderProcess.Run("restore", Backup, "--replace", "--data", target)).Code);
        Assert.Single(Directory.GetDirectories(target, "replaced-*"));
        Assert.Equal(0, (await OrderProcess.Run("verify", "--data", target)).Code);
    }

    [Fact]
    public async Task Replacing_with_a_bad_file_leaves_what_is_there()
    {
        await Fill();
        await File.WriteAllTextAsync(Backup, "no backup");
        Assert.Equal(1, (await OrderProcess.Run("restore", Backup, "--replace", "--data", _data.Path)).Code);
        Assert.Equal(0, (await OrderProcess.Run("verify", "--data", _data.Path)).Code);
        Assert.Empty(Directory.GetDirectories(_data.Path, "replaced-*"));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "one", "two")]
    [InlineData("verify", "file")]
    [InlineData("restore", "file", "--force")]
    public async Task An_order_that_is_not_understood_is_answered_with_how_it_is_given(params string[] arguments)
    {
        var (code, output, errors) = await OrderProcess.Run(arguments);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("backup FILE", errors, StringComparison.Ordinal);
    }

    private async Task Fill()
    {
        await using var journal = SqliteJournal.Open(_data.Path, TimeProvider.System);
        await StoreFiller.Fill(journal, 1, boards: 2, orders: 40);
    }
}
