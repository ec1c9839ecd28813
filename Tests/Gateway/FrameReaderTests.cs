using System.Buffers.Binary;
using CoCreate.Web.Transport;

namespace CoCreate.Tests.Gateway;

/// <summary>Frames of a browser, in whatever pieces they arrive (RFC 6455, section 5).</summary>
public sealed class FrameReaderTests
{
    private const int Limit = 1_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(1_000)]
    public void A_text_message_of_any_length_is_read(int length)
    {
        var text = Text(length);

        var (part, payload) = Single(ReadAll(Masked(0x81, text), pieceLength: int.MaxValue));

        Assert.Equal(FramePart.TextEnd, part);
        Assert.Equal(text, payload);
    }

    [Fact]
    public void A_message_reads_the_same_however_it_is_cut()
    {
        var text = Text(300);
        byte[] frames = [.. Masked(0x01, text[..100]), .. Masked(0x89, Text(7)), .. Masked(0x00, text[100..150]), .. Masked(0x80, text[150..])];
        for (var piece = 1; piece < 40; piece++)
        {
            var parts = ReadAll(frames, piece);

            Assert.Equal(text, parts.Where(p => p.Part is FramePart.Text or FramePart.TextEnd).SelectMany(p => p.Payload).ToArray());
            Assert.Equal(Text(7), parts.Single(p => p.Part == FramePart.Ping).Payload);
            Assert.Equal(FramePart.TextEnd, parts[^1].Part);
        }
    }

    [Fact]
    public void R3_a_message_at_the_limit_is_read_and_one_byte_more_is_not()
    {
        Assert.Equal(FramePart.TextEnd, Single(ReadAll(Masked(0x81, Text(Limit)), int.MaxValue)).Part);
        Assert.Equal(CloseCode.TooBig, Fault(Masked(0x81, Text(Limit + 1))));
        Assert.Equal(CloseCode.TooBig, Fault([.. Masked(0x01, Text(Limit)), .. Masked(0x80, Text(1))]));
    }

    [Fact]
    public void What_breaks_a_rule_is_told_by_its_code()
    {
        Assert.Equal(CloseCode.Protocol, Fault([0x81, 0x01, 0x41]));
        Assert.Equal(CloseCode.Protocol, Fault(Masked(0xC1, Text(1))));
        Assert.Equal(CloseCode.Protocol, Fault(Masked(0x83, Text(1))));
        Assert.Equal(CloseCode.Protocol, Fault(Masked(0x80, Text(1))));
        Assert.Equal(CloseCode.Protocol, Fault(Masked(0x09, Text(1))));
        Assert.Equal(CloseCode.Protocol, Fault(Masked(0x89, Text(126))));
        Assert.Equal(CloseCode.Protocol, Fault([.. Masked(0x01, Text(1)), .. Masked(0x81, Text(1))]));
        Assert.Equal(CloseCode.Unsupported, Fault(Masked(0x82, Text(1))));
    }

    [Fact]
    public void A_length_that_no_computer_can_hold_is_refused_before_anything_is_read()
    {
        byte[] header = [0x81, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4];

        Assert.Equal(CloseCode.TooBig, Fault(header));
    }

    [Fact]
    public void Random_bytes_end_in_a_fault_or_in_waiting_and_never_in_an_exception()
    {
        foreach (var seed in LongRun.Seeds(2_000, first: 0))
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(1, 400)];
            random.NextBytes(bytes);

            // Half of them begin as sound frames do, so that the bytes behind the header matter.
            bytes[0] = random.Next(2) == 0 ? (byte)0x81 : bytes[0];

            Assert.NotNull(ReadAll(bytes, random.Next(1, 50)));
        }
    }

    [Fact]
    public void The_servers_own_frames_have_headers_of_every_length()
    {
        foreach (var length in new[] { 0, 125, 126, 65_535, 65_536, 70_000 })
        {
            var frame = Frames.Make(Opcode.Text, Text(length)).Span;

            Assert.Equal(0x81, frame[0]);
            Assert.Equal(length, LengthIn(frame, out var header));
            Assert.Equal(length, frame.Length - header);
        }
    }

    private static int LengthIn(ReadOnlySpan<byte> frame, out int header)
    {
        header = frame[1] switch { 126 => 4, 127 => 10, _ => 2 };
        return frame[1] switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(frame[2..]),
            127 => (int)BinaryPrimitives.ReadUInt64BigEndian(frame[2..]),
            var small => small,
        };
    }

    private static (FramePart Part, byte[] Payload) Single(List<(FramePart Part, byte[] Payload)> parts) => Assert.Single(parts);

    private static CloseCode Fault(byte[] bytes)
    {
        var reader = new FrameReader(Limit);
        Span<byte> rest = bytes;
        while (true)
        {
            var part = reader.Next(ref rest, out _);
            if (part is FramePart.Fault or FramePart.Nothing)
            {
                return reader.Broken;
            }
        }
    }

    private static List<(FramePart Part, byte[] Payload)> ReadAll(byte[] bytes, int pieceLength)
    {
        // Payloads are unmasked where they stand.
        bytes = [.. bytes];
        var reader = new FrameReader(Limit);
        var parts = new List<(FramePart, byte[])>();
        for (var at = 0; at < bytes.Length; at += Math.Min(pieceLength, bytes.Length))
        {
            var piece = bytes.AsSpan(at, Math.Min(bytes.Length - at, Math.Min(pieceLength, bytes.Length)));
            while (reader.Next(ref piece, out var payload) is var part and not FramePart.Nothing)
            {
                parts.Add((part, payload.ToArray()));
                if (part == FramePart.Fault)
                {
                    return parts;
                }
            }
        }

        return parts;
    }

    private static byte[] Masked(byte first, byte[] payload)
    {
        byte[] mask = [0x37, 0xFA, 0x21, 0x3D];
        var masked = payload.Select((b, i) => (byte)(b ^ mask[i % 4])).ToArray();
        byte[] length = payload.Length < 126
            ? [(byte)(0x80 | payload.Length)]
            : [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [first, .. length, .. mask, .. masked];
    }

    private static byte[] Text(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26)))];
}
