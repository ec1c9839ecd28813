namespace CoCreate.Web.Transport;

/// <summary>Where the bytes of frames go. One send at a time; <see cref="FrameWriter"/> sees to that.</summary>
internal interface IFrameSink
{
    /// <summary>Sends all of the bytes. Completes at once when the connection takes them at once.</summary>
    /// <exception cref="IOException">The connection is broken.</exception>
    ValueTask Send(ReadOnlyMemory<byte> frame);

    /// <summary>When the connection last took some bytes, as a timestamp of the <see cref="TimeProvider"/>.</summary>
    long LastProgress { get; }
}
