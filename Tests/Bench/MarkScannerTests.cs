using System.Text;
using CoCreate.Bench.Load;

namespace CoCreate.Tests.Bench;

public sealed class MarkScannerTests
{
    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(0xDEADBEEFu)]
    [InlineData(uint.MaxValue)]
    public void A_mark_names_its_edit(uint edit)
    {
        Span<byte> place = stackalloc byte[Mark.Length];
        Mark.Write(place, edit);

        Assert.True(Mark.TryRead(place, out var read));
        Assert.Equal(edit, read);
    }

    [Theory]
    [InlineData("~@@@@@@@@?")]
    [InlineData("!@@@@@@@@!")]
    [InlineData("~@@@@a@@@!")]
    public void What_only_resembles_a_mark_is_none(string text) => Assert.False(Mark.TryRead(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void A_mark_passes_json_unescaped()
    {
        var place = new byte[Mark.Length];
        Mark.Write(place, 0x12345678);
        var text = Encoding.ASCII.GetString(place);

        Assert.Equal($"\"{text}\"", System.Text.Json.JsonSerializer.Serialize(text));
    }

    [Fact]
    public void Marks_are_found_among_other_bytes()
    {
        var data = Text($"~~{Marked(5)}a~b{Marked(6)}{Marked(7)}~");

        var (edits, carry) = Scan(data);

        Assert.Equal([5u, 6u, 7u], edits);
        Assert.Equal(1, carry);
    }

    [Fact]
    public void A_mark_that_arrives_in_pieces_is_found_once_wherever_it_is_cut()
    {
        var data = Text($"some{Marked(1)}thing~{Marked(2)}more");
        for (var cut = 0; cut <= data.Length; cut++)
        {
            var (first, carry) = Scan(data[..cut]);
            var (second, _) = Scan(data[(cut - carry)..]);

            Assert.Equal([1u, 2u], [.. first, .. second]);
        }
    }

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    private static string Marked(uint edit)
    {
        var place = new byte[Mark.Length];
        Mark.Write(place, edit);
        return Encoding.ASCII.GetString(place);
    }

    private static (List<uint> Edits, int Carry) Scan(byte[] data)
    {
        var sink = new ListSink([]);
        var carry = MarkScanner.Scan(data, ref sink);
        return (sink.Edits, carry);
    }

    private readonly record struct ListSink(List<uint> Edits) : IMarkSink
    {
        public void Found(uint edit) => Edits.Add(edit);
    }
}
