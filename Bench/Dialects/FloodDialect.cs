namespace CoCreate.Bench.Dialects;

/// <summary>The product as people talk to it who want to be a burden: they join, again and again, with a version of a moment ago, from where the server can go on.</summary>
/// <param name="inner">Who they are.</param>
/// <param name="version">A version that the board has passed not long ago.</param>
internal sealed class FloodDialect(ProductDialect inner, Func<long> version) : IDialect
{
    public IReadOnlyList<HandshakeStep> Handshake(Seat seat) => ProductDialect.Handshake(seat, TicketOf(seat));

    /// <summary>The call that shows the board.</summary>
    public string JoinMessage(Seat seat) => ProductDialect.JoinMessage(seat, TicketOf(seat));

    public int WriteEdit(Span<byte> frame, Seat seat, long count, uint edit) => inner.WriteEdit(frame, seat, count, edit);

    public byte[] SignOfLife(Seat seat) => inner.SignOfLife(seat);

    private Ticket TicketOf(Seat seat) => inner.TicketOf(seat) with { Seq = version() };
}
