using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using CoCreate.Boards;
using CoCreate.Web.Hub;
using CoCreate.Web.Transport;

namespace CoCreate.Web.Relay;

/// <summary>Makes the frames that the relay sends: each a WebSocket frame around a message of SignalR's JSON protocol, ready to be written as it is.</summary>
internal static class FrameEncoder
{
    /// <summary>Room for the numbers and the frame's head and tail.</summary>
    private const int Envelope = 192;

    /// <summary>The changes from seq <paramref name="from"/> to <paramref name="to"/>.</summary>
    /// <param name="ring">Where they are.</param>
    /// <param name="from">The first.</param>
    /// <param name="to">The last.</param>
    /// <param name="forHosts">Whether the patches for hosts belong in it.</param>
    /// <param name="participant">Whose own patches belong in it; null for nobody's.</param>
    public static ReadOnlyMemory<byte> Changes(Ring ring, long from, long to, bool forHosts, string? participant)
    {
        var text = new FrameText(Envelope + Measure(ring, from, to, forHosts, participant));
        Begin(ref text, ring.Epoch, from, to);
        for (var seq = from; seq <= to; seq++)
        {
            var committed = ring[seq];
            text.AddPart(committed.Everyone);
            if (forHosts)
            {
                text.AddPart(committed.Hosts);
            }

            text.AddPart(OwnPatches(committed, participant));
        }

        text.Add("]}]}\u001e"u8);
        return text.Finish();
    }

    /// <summary>The same changes as pages of other sites see them.</summary>
    public static ReadOnlyMemory<byte> OnlookersChanges(Ring ring, long from, long to)
    {
        var parts = new List<byte[]>();
        for (var seq = from; seq <= to; seq++)
        {
            parts.Add(OnlookersSight.Of(ring[seq].Everyone));
        }

        var text = new FrameText(Envelope + parts.Sum(part => part.Length + 1));
        Begin(ref text, ring.Epoch, from, to);
        foreach (var part in parts)
        {
            text.AddPart(part);
        }

        text.Add("]}]}\u001e"u8);
        return text.Finish();
    }

    /// <summary>Any other message to a browser.</summary>
    public static ReadOnlyMemory<byte> Message<T>(string target, T argument)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        buffer.Advance(Frames.MaxHeader);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = WireJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteNumber("type"u8, 1);
            json.WriteString("target"u8, target);
            json.WriteStartArray("arguments"u8);
            JsonSerializer.Serialize(json, argument, WireJson.Options);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.GetSpan(1)[0] = HubText.RecordSeparator;
        buffer.Advance(1);
        var frame = buffer.WrittenMemory;
        var whole = System.Runtime.InteropServices.MemoryMarshal.AsMemory(frame);
        return frame[Frames.PutHeader(whole.Span, Opcode.Text, frame.Length - Frames.MaxHeader)..];
    }

    /// <summary>Two text frames as one WebSocket message in two fragments (RFC 6455, section 5.4), in one piece of memory.</summary>
    /// <remarks>A browser takes one message in at one go: its own edit is never on the screen twice, confirmed and still foretold.</remarks>
    public static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other)
    {
        var both = GC.AllocateUninitializedArray<byte>(one.Length + other.Length);
        one.CopyTo(both);
        other.CopyTo(both.AsMemory(one.Length));
        Frames.MakeFirstFragment(both);
        Frames.MakeLastFragment(both.AsSpan(one.Length));
        return both;
    }

    /// <summary>The patches of one event that are for this participant alone.</summary>
    public static byte[] OwnPatches(CommittedEvent committed, string? participant)
    {
        if (participant is not null)
        {
            foreach (var own in committed.Private)
            {
                if (own.Participant == participant)
                {
                    return own.Patches;
                }
            }
        }

        return [];
    }

    private static void Begin(ref FrameText text, long epoch, long from, long to)
    {
        text.Add("{\"type\":1,\"target\":\"changes\",\"arguments\":[{\"epoch\":"u8);
        text.Add(epoch);
        text.Add(",\"first\":"u8);
        text.Add(from);
        text.Add(",\"count\":"u8);
        text.Add(to - from + 1);
        text.Add(",\"patches\":["u8);
    }

    private static int Measure(Ring ring, long from, long to, bool forHosts, string? participant)
    {
        var bytes = 0;
        for (var seq = from; seq <= to; seq++)
        {
            var committed = ring[seq];
            bytes += committed.Everyone.Length + (forHosts ? committed.Hosts.Length : 0) + OwnPatches(committed, participant).Length + 3;
        }

        return bytes;
    }
}

/// <summary>The text of one frame while it is being put together, in memory that is exactly large enough.</summary>
internal ref struct FrameText(int capacity)
{
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(Frames.MaxHeader + capacity);
    private int _end = Frames.MaxHeader;
    private bool _hasParts;

    public void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer.AsSpan(_end));
        _end += text.Length;
    }

    public void Add(long number)
    {
        if (!Utf8Formatter.TryFormat(number, _buffer.AsSpan(_end), out var written))
        {
            throw new InvalidOperationException("The frame was measured too small.");
        }

        _end += written;
    }

    /// <summary>Adds an item of a list, with a comma before it where one is needed; nothing for an empty one.</summary>
    public void AddPart(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty)
        {
            return;
        }

        if (_hasParts)
        {
            _buffer[_end++] = (byte)',';
        }

        _hasParts = true;
        Add(part);
    }

    public readonly ReadOnlyMemory<byte> Finish() =>
        _buffer.AsMemory(Frames.PutHeader(_buffer, Opcode.Text, _end - Frames.MaxHeader).._end);
}
