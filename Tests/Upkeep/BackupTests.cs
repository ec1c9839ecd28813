using System.Text;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Invites;
using CoCreate.Journals;
using CoCreate.Tests.Journals;
using CoCreate.Upkeep;
using Restore = CoCreate.Upkeep.Restore;

namespace CoCreate.Tests.Upkeep;

/// <summary>A backup is whole or it is none, and so is what is restored from it.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly (string, byte[])[] _keys = [("keys/key-1.xml", "<key/>"u8.ToArray())];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cocreate-backup-");
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly ManualClock _clock = new();

    private string Path => System.IO.Path.Combine(_folder.FullName, "a.backup");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up_and_every_board_has_a_new_epoch()
    {
        foreach (var seed in LongRun.Seeds(6))
        {
            await using var source = new MemoryJournal();
            await using var target = new MemoryJournal();
            var boards = await StoreFiller.Fill(source, seed);
            var written = await Write(source);
            var (_, restored) = await Restore(target);
            File.Delete(Path);

            Assert.Equal(written, restored);
            Assert.Equal(_keys[0].Item2, _files["keys/key-1.xml"]);
            foreach (var (id, board) in boards)
            {
                var now = await new BoardStore(target, id).Load(_ => { }, (_, _, _, _) => { }, CancellationToken.None);
                Assert.Equal(board.Seq + 1, now.Seq);
                Assert.True(now.Epoch > board.Epoch, $"Seed {seed}");
                Assert.Equal(SnapshotCheck.Canonical(board), SnapshotCheck.Canonical(now with { Seq = board.Seq, Epoch = board.Epoch }));
            }

            Assert.Empty((await new StoreCheck(target, new Unwatched()).Run(CancellationToken.None)).Findings);
            Assert.Equal(await Contents(source, "participant/", "code/"), await Contents(target, "participant/", "code/"));
        }
    }

    [Fact]
    public async Task Restoring_twice_gives_two_epochs_so_that_no_browser_mixes_them()
    {
        await using var source = new MemoryJournal();
        var (id, board) = (await StoreFiller.Fill(source, 1, boards: 1)).Single();
        await Write(source);
        var epochs = new HashSet<long> { board.Epoch };
        for (var time = 1; time <= 3; time++)
        {
            await using var target = new MemoryJournal();
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Restore(target);
            epochs.Add((await new BoardStore(target, id).Load(_ => { }, (_, _, _, _) => { }, CancellationToken.None)).Epoch);
        }

        Assert.Equal(4, epochs.Count);
    }

    [Fact]
    public async Task A_file_cut_off_or_changed_anywhere_is_refused_and_nothing_is_restored()
    {
        await using var source = new MemoryJournal();
        await StoreFiller.Fill(source, 7, boards: 1, orders: 40);
        await Write(source);
        var sound = await File.ReadAllBytesAsync(Path);
        var random = new Random(7);
        for (var at = 0; at < sound.Length; at += random.Next(1, LongRun.IsOn ? 3 : 97))
        {
            await RefusesBytes(sound[..at], $"cut off at {at}");
            var changed = (byte[])sound.Clone();
            changed[at] ^= (byte)(1 << random.Next(8));
            await RefusesBytes(changed, $"a bit of byte {at} changed");
        }

        await RefusesBytes([.. sound, 0], "a byte more");
        await RefusesBytes([.. sound, .. sound], "twice");
        await RefusesBytes([], "nothing");
    }

    /// <summary>Even where somebody made the last line fit again.</summary>
    [Fact]
    public async Task What_is_inside_is_checked_as_well_as_the_file()
    {
        await using var source = new MemoryJournal();
        await StoreFiller.Fill(source, 8, boards: 1, orders: 40);
        await Write(source);
        await using var target = new MemoryJournal();
        var sound = await File.ReadAllBytesAsync(Path);
        await File.WriteAllBytesAsync(Path, BackupForge.Rewrite(sound, frames => frames));
        await Restore(target);
        foreach (var (what, change) in Forgeries())
        {
            await RefusesBytes(BackupForge.Rewrite(sound, change), what);
        }
    }

    [Theory]
    [InlineData("SQLite format 3\0 and so on, for a hundred bytes or more, as long as it takes to look like a file of some kind.", "not a backup")]
    [InlineData("COCREATE-BACKUP 2\nwritten by somebody who knows more than we do, and therefore not for us to read at this time.", "format 2")]
    [InlineData("COCREATE-BACKUP 11111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111", "not a backup")]
    public async Task Another_programs_file_or_a_newer_one_is_refused_with_a_reason(string content, string reason)
    {
        var refusal = await RefusesBytes(Encoding.ASCII.GetBytes(content), reason);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_never_takes_the_place_of_a_file_and_leaves_none_behind_when_it_fails()
    {
        await using var source = new MemoryJournal();
        await StoreFiller.Fill(source, 1, boards: 1, orders: 30);
        await File.WriteAllTextAsync(Path, "mine");
        await Assert.ThrowsAsync<BackupException>(() => Write(source));
        Assert.Equal("mine", await File.ReadAllTextAsync(Path));
        File.Delete(Path);

        source.Store.DamageBatch(source.Store.Streams.Keys.First(name => name.StartsWith("board/", StringComparison.Ordinal)), 1);
        Assert.Equal(JournalFailure.Damaged, (await Assert.ThrowsAsync<JournalException>(() => Write(source))).Failure);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task A_store_with_anything_in_it_is_not_restored_into()
    {
        await using var source = new MemoryJournal();
        await StoreFiller.Fill(source, 1, boards: 1, orders: 30);
        await Write(source);
        var before = await Contents(source, "");
        await Assert.ThrowsAsync<BackupException>(() => Restore(source));
        Assert.Equal(before, await Contents(source, ""));
    }

    /// <summary>Wherever the store fails, it says afterwards that a restore is unfinished, or nothing was written, or everything was.</summary>
    [Fact]
    public async Task A_restore_that_dies_on_its_way_is_known_as_unfinished()
    {
        await using var source = new MemoryJournal();
        await StoreFiller.Fill(source, 3, boards: 1, orders: 20);
        await Write(source);
        var appends = 0;
        for (var died = true; died; appends++)
        {
            await using var disk = new MemoryJournal();
            using var target = new FaultyJournal(disk, 1, FaultRates.Quiet, TimeProvider.System);
            target.Next([.. Enumerable.Repeat(JournalFault.None, appends), JournalFault.CrashLost]);
            died = await Record.ExceptionAsync(() => Restore(target)) is not null;
            var streams = (await Contents(disk, "")).Count(line => !line.StartsWith("server/", StringComparison.Ordinal));
            Assert.Equal(died && appends > 0, await RestoreMark.IsUnfinished(disk, CancellationToken.None));
            Assert.True(!died || appends > 0 || streams == 0);
        }

        Assert.True(appends > 5);
    }

    [Fact]
    public async Task A_restore_of_which_one_append_is_refused_fails_and_is_known_as_unfinished_whichever_it_is()
    {
        await using var source = new MemoryJournal();
        await StoreFiller.Fill(source, 3, boards: 1, orders: 20);
        await Write(source);
        var refused = 0;
        for (var appends = 1; ; appends++)
        {
            await using var disk = new MemoryJournal();
            using var target = new FaultyJournal(disk, 1, FaultRates.Quiet, TimeProvider.System);
            target.Next([.. Enumerable.Repeat(JournalFault.None, appends), JournalFault.Full]);
            if (await Record.ExceptionAsync(() => Restore(target)) is null)
            {
                break;
            }

            refused++;
            Assert.True(await RestoreMark.IsUnfinished(disk, CancellationToken.None), $"Refused: append {appends}.");
        }

        Assert.True(refused > 5);
    }

    [Fact]
    public async Task A_code_whose_board_was_not_there_yet_is_left_out()
    {
        await using var source = new MemoryJournal();
        await using var target = new MemoryJournal();
        await StoreFiller.Fill(source, 2, boards: 1, orders: 10);
        var claim = JsonSerializer.SerializeToUtf8Bytes<JoinCodeEvent>(new CodeClaimed("board-that-comes-later"), JoinCodeJson.Default.JoinCodeEvent);
        await source.Append("code/LATER1", 0, new JournalBatch(1, claim), CancellationToken.None);

        await Write(source);
        await Restore(target);

        Assert.Single(await Contents(target, "code/"));
    }

    /// <summary>Boards are made, and people join them, at every step that the backup takes: what is in it fits together all the same.</summary>
    [Fact]
    public async Task Nothing_in_a_backup_points_at_something_that_is_not_however_much_is_written_meanwhile()
    {
        await using var disk = new MemoryJournal();
        var before = await StoreFiller.Fill(disk, 5, boards: 2, orders: 30);
        await using var target = new MemoryJournal();
        var busy = new BusyJournal(disk);
        await new Backup(busy, _clock, new Unwatched()).Write(Path, [], [], CancellationToken.None);
        await Restore(target);

        var report = await new StoreCheck(target, new Unwatched()).Run(CancellationToken.None);
        Assert.Empty(report.Findings);
        Assert.True(busy.Made > 10);
        Assert.All(before.Keys, id => Assert.Contains($"board/{id}", target.Store.Streams.Keys));
    }

    private static IEnumerable<(string What, Func<byte[], byte[]> Change)> Forgeries() =>
    [
        ("no end", frames => frames[..^17]),
        ("something after the end", frames => [.. frames, 1]),
        ("an end that says less", frames => [.. frames[..^16], .. BitConverter.GetBytes(1L), .. frames[^8..]]),
        ("an unknown frame", frames => [.. frames[..^17], (byte)'?', .. frames[^17..]]),
        ("a byte of a payload changed", frames => Changed(frames, "board-created"u8)),
        ("a key changed", frames => Changed(frames, "<key/>"u8)),
    ];

    private static byte[] Changed(byte[] frames, ReadOnlySpan<byte> word)
    {
        var changed = (byte[])frames.Clone();
        changed[changed.AsSpan().IndexOf(word)] ^= 1;
        return changed;
    }

    private async Task<BackupException> RefusesBytes(byte[] bytes, string what)
    {
        await File.WriteAllBytesAsync(Path, bytes);
        await using var target = new MemoryJournal();
        var failure = await Record.ExceptionAsync(() => Restore(target));
        Assert.True(failure is BackupException, $"{what}: {failure?.ToString() ?? "was restored"}");
        Assert.Empty(target.Store.Streams);
        return Assert.IsType<BackupException>(failure);
    }

    private Task<Tally> Write(MemoryJournal journal) => new Backup(journal, _clock, new Unwatched()).Write(Path, _keys, [], CancellationToken.None);

    private Task<(BackupManifest Manifest, Tally Content)> Restore(IJournal journal) =>
        new Restore(journal, _clock, new Unwatched()).Read(Path, (name, content) => _files[name] = content, CancellationToken.None);

    private static async Task<List<string>> Contents(MemoryJournal journal, params string[] kinds)
    {
        var lines = new List<string>();
        await foreach (var stream in journal.Streams(CancellationToken.None))
        {
            if (kinds.Any(kind => stream.StartsWith(kind, StringComparison.Ordinal)))
            {
                await foreach (var batch in journal.Read(stream, 0, CancellationToken.None))
                {
                    lines.Add($"{stream} {batch.First} {batch.Count} {Convert.ToHexString(batch.Payload.Span)}");
                }
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
