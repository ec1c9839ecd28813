using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CoCreate.Web.Transport;

/// <summary>What a <see cref="FrameReader"/> found.</summary>
internal enum FramePart
{
    /// <summary>The input is used up.</summary>
    Nothing,
    /// <summary>Some bytes of a text message; more of it follow.</summary>
    Text,
    /// <summary>The last bytes of a text message.</summary>
    TextEnd,
    /// <summary>A ping with its payload, to be answered with the same.</summary>
    Ping,
    /// <summary>A pong; only a sign of life.</summary>
    Pong,
    /// <summary>The peer closes.</summary>
    Close,
    /// <summary>The peer broke a rule; <see cref="FrameReader.Broken"/> says which. Nothing further can be read.</summary>
    Fault,
}

/// <summary>Reads the frames of a browser from whatever pieces they arrive in (RFC 6455, section 5). It keeps no payload of text:
/// what arrives is unmasked where it stands and handed on, so an idle connection holds no buffer.</summary>
/// <param name="limit">The most bytes that one message may have, over all its fragments.</param>
internal sealed class FrameReader(int limit)
{
    private const int MaxHeader = 14;
    private const int MaxControl = 125;

    private readonly byte[] _header = new byte[MaxHeader];
    private byte[]? _control;
    private int _headerLength;
    private Opcode _opcode;
    private bool _final;
    private bool _inPayload;
    private bool _inMessage;
    private uint _mask;
    private long _length;
    private long _taken;
    private long _messageLength;

    /// <summary>What was wrong after <see cref="FramePart.Fault"/>.</summary>
    public CloseCode Broken { get; private set; }

    /// <summary>Takes the next part from the front of <paramref name="input"/>. Call again until it answers <see cref="FramePart.Nothing"/>.</summary>
    public FramePart Next(ref Span<byte> input, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (Broken != 0 || (!_inPayload && !TakeHeader(ref input)))
        {
            return Broken != 0 ? FramePart.Fault : FramePart.Nothing;
        }

        if (_length > _taken && input.IsEmpty)
        {
            return FramePart.Nothing;
        }

        var piece = input[..(int)Math.Min(input.Length, _length - _taken)];
        input = input[piece.Length..];
        Unmask(piece, _mask, _taken);
        _taken += piece.Length;
        return _opcode >= Opcode.Close ? TakeControl(piece, out payload) : TakeText(piece, out payload);
    }

    private FramePart TakeText(Span<byte> piece, out ReadOnlySpan<byte> payload)
    {
        payload = piece;
        if (_taken < _length)
        {
            return FramePart.Text;
        }

        _inPayload = false;
        _inMessage = !_final;
        return _final ? FramePart.TextEnd : FramePart.Text;
    }

    private FramePart TakeControl(Span<byte> piece, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        _control ??= new byte[MaxControl];
        piece.CopyTo(_control.AsSpan((int)_taken - piece.Length));
        if (_taken < _length)
        {
            return FramePart.Nothing;
        }

        _inPayload = false;
        payload = _control.AsSpan(0, (int)_length);
        return _opcode switch
        {
            Opcode.Ping => FramePart.Ping,
            Opcode.Pong => FramePart.Pong,
            _ => FramePart.Close,
        };
    }

    private bool TakeHeader(ref Span<byte> input)
    {
        while (!input.IsEmpty)
        {
            _header[_headerLength++] = input[0];
            input = input[1..];
            if (_headerLength == 2 && !IsMasked)
            {
                // There is no mask to wait for.
                Broken = CloseCode.Protocol;
                return false;
            }

            if (_headerLength >= 2 && _headerLength == HeaderLength(_header[1]))
            {
                _headerLength = 0;
                return ReadHeader();
            }
        }

        return false;
    }

    private bool IsMasked => (_header[1] & 0x80) != 0;

    private static int HeaderLength(byte second) => (second & 0x7F) switch
    {
        126 => 8,
        127 => 14,
        _ => 6,
    };

    private bool ReadHeader()
    {
        _opcode = (Opcode)(_header[0] & 0x0F);
        _final = (_header[0] & 0x80) != 0;
        _length = (_header[1] & 0x7F) switch
        {
            126 => BinaryPrimitives.ReadUInt16BigEndian(_header.AsSpan(2)),
            127 => (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(2)), long.MaxValue),
            var small => small,
        };
        Broken = Judge();
        if (Broken != 0)
        {
            return false;
        }

        _mask = BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(HeaderLength(_header[1]) - 4));
        _taken = 0;
        _inPayload = true;
        return true;
    }

    /// <summary>Whether the header keeps the rules: no extension was negotiated, control frames are short and whole, fragments follow one another.</summary>
    private CloseCode Judge()
    {
        if ((_header[0] & 0x70) != 0)
        {
            return CloseCode.Protocol;
        }

        return _opcode switch
        {
            Opcode.Text when !_inMessage => JudgeLength(0),
            Opcode.Continuation when _inMessage => JudgeLength(_messageLength),
            Opcode.Binary when !_inMessage => CloseCode.Unsupported,
            Opcode.Close or Opcode.Ping or Opcode.Pong when _final && _length <= MaxControl => 0,
            _ => CloseCode.Protocol,
        };
    }

    private CloseCode JudgeLength(long before)
    {
        if (_length > limit - before)
        {
            return CloseCode.TooBig;
        }

        _messageLength = before + _length;
        return 0;
    }

    /// <summary>Takes the mask off, where <paramref name="at"/> bytes of the payload came before.</summary>
    private static void Unmask(Span<byte> piece, uint mask, long at)
    {
        var turned = uint.RotateRight(mask, 8 * (int)(at & 3));
        var words = MemoryMarshal.Cast<byte, ulong>(piece);
        var wide = ((ulong)turned << 32) | turned;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] ^= wide;
        }

        for (var i = words.Length * sizeof(ulong); i < piece.Length; i++)
        {
            piece[i] ^= (byte)(turned >> (8 * (i & 3)));
        }
    }
}
