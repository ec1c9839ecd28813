namespace Orleans;

/// <summary>Why an activation ends. The numbers are Orleans'; the embedded engine gives only some of them.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason was given.</summary>
    None = 0,
    /// <summary>The process stops.</summary>
    ShuttingDown = 1,
    /// <summary>Constructing the grain, or its OnActivateAsync, failed.</summary>
    ActivationFailed = 2,
    /// <summary>Nobody called it for a while.</summary>
    ActivationIdle = 4,
    /// <summary>The grain failed in its own code and asked to be deactivated.</summary>
    ApplicationError = 8,
    /// <summary>The grain asked to be deactivated.</summary>
    ApplicationRequested = 9,
}

/// <summary>Why an activation ends, for logs.</summary>
public readonly struct DeactivationReason
{
    /// <summary>A reason without an exception.</summary>
    public DeactivationReason(DeactivationReasonCode code, string text) : this(code, null, text)
    {
    }

    /// <summary>A reason with the exception behind it.</summary>
    public DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
    {
        ReasonCode = code;
        Exception = exception;
        Description = text;
    }

    /// <summary>A sentence for people.</summary>
    public string Description { get; }

    /// <summary>The kind of reason.</summary>
    public DeactivationReasonCode ReasonCode { get; }

    /// <summary>The exception behind it, if any.</summary>
    public Exception? Exception { get; }

    /// <inheritdoc/>
    public override string ToString() => Exception is null ? $"{ReasonCode}: {Description}" : $"{ReasonCode}: {Description} ({Exception.Message})";
}
