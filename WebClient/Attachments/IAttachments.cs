namespace CoCreate.Web.Attachments;

/// <summary>Keeps what people upload: content by board and by its SHA-256 (lower-case hex). The same content is kept once on a board, and never changes.</summary>
/// <remarks>Board ids and hashes must have been checked by the caller. Where several web processes serve one cluster, they must share what is behind this.</remarks>
public interface IAttachments
{
    /// <summary>Takes content in, durably, without keeping it yet. Whoever took it disposes of it, which forgets it.</summary>
    /// <param name="content">The content.</param>
    /// <param name="mostBytes">How many bytes are taken.</param>
    /// <param name="cancellation">Ends the taking.</param>
    /// <returns>What was taken; null when there is more than <paramref name="mostBytes"/>.</returns>
    /// <exception cref="IOException">It could not be read to its end, or not be written.</exception>
    Task<IReceived?> Receive(Stream content, long mostBytes, CancellationToken cancellation);

    /// <summary>Keeps what was received for a board. False when the board had it already.</summary>
    bool Keep(string board, IReceived received);

    /// <summary>The content, or null when the board does not have it.</summary>
    Stream? Open(string board, string hash);

    /// <summary>Forgets content of a board.</summary>
    void Remove(string board, string hash);
}

/// <summary>Content that was received and is not kept yet.</summary>
public interface IReceived : IDisposable
{
    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    string Hash { get; }

    /// <summary>Its length.</summary>
    long Bytes { get; }

    /// <summary>Reads it.</summary>
    Stream Read();
}
