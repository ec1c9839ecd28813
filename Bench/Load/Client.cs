using System.Buffers;
using CoCreate.Bench.Dialects;

namespace CoCreate.Bench.Load;

/// <summary>Where a connection is in its life.</summary>
internal enum ClientPhase
{
    /// <summary>In the handshake.</summary>
    Opening,
    /// <summary>Receiving edits.</summary>
    Live,
    /// <summary>Closed by the server or failed.</summary>
    Closed,
}

/// <summary>One connection of the load generator: a socket, a few counters, and nothing that costs time per message.</summary>
internal sealed class Client(int number, Seat seat, int socket, IReadOnlyList<HandshakeStep> steps)
{
    public readonly int Number = number;
    public readonly Seat Seat = seat;
    public readonly int Socket = socket;
    public readonly byte[] Carry = new byte[Mark.Length];
    public int CarryLength;
    public ClientPhase Phase;

    /// <summary>True for a reader that takes nothing from its socket.</summary>
    public bool IsStalled;

    /// <summary>Edits sent by this connection.</summary>
    public long EditsSent;

    /// <summary>Edits received in this wave, and the sum of their scattered numbers: both are right only if each came exactly once.</summary>
    public long Received;
    public ulong ReceivedSum;

    /// <summary>When the handshake ended, in ticks of the stopwatch.</summary>
    public long LiveAt;

    /// <summary>What the socket had no room for.</summary>
    public byte[] Unsent = [];

    private ArrayBufferWriter<byte> _answers = new();
    private int _step;

    /// <summary>What to send next in the handshake.</summary>
    public byte[] NextToSend => steps[_step].Send;

    /// <summary>The end of what the server has answered so far, for messages about failed handshakes.</summary>
    public ReadOnlySpan<byte> LastAnswer => _answers.WrittenSpan;

    /// <summary>Takes part of an answer and returns true when it completes a step; the next is to be sent, or the client is live.</summary>
    public bool TakeAnswer(ReadOnlySpan<byte> data)
    {
        _answers.Write(data);
        if (LastAnswer.IndexOf(steps[_step].Expect) < 0)
        {
            return false;
        }

        _step++;
        if (_step == steps.Count)
        {
            Phase = ClientPhase.Live;
        }
        else
        {
            _answers.Clear();
        }

        return true;
    }

    /// <summary>Lets go of what only the handshake needed.</summary>
    public void ForgetAnswers() => _answers = new();
}
