namespace CoCreate.Journals;

/// <summary>What a failed request to the table service says about what was done.</summary>
internal enum TableOutcome
{
    /// <summary>Nothing was done: a row was not, or was, as the request wanted it.</summary>
    Beaten,

    /// <summary>Nothing was done: the service has too much to do. Asking again later helps.</summary>
    Throttled,

    /// <summary>Nothing was done, and asking again does not help.</summary>
    Refused,

    /// <summary>Nothing was done: there is no room.</summary>
    Full,

    /// <summary>It may have been done, or may still be done: no answer came, or one that says nothing.</summary>
    Doubtful,
}

/// <summary>A failed request to the table service.</summary>
/// <param name="status">The HTTP status; 0 when no answer came.</param>
/// <param name="code">The service's own code, such as "EntityAlreadyExists"; empty when there is none.</param>
/// <param name="message">What the service or the network says.</param>
/// <param name="inner">The driver's exception.</param>
internal sealed class TableException(int status, string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The service's own code, or the status where it gave none.</summary>
    public string Code { get; } = code.Length > 0 ? code : status == 0 ? "no answer" : $"HTTP {status}";

    /// <summary>What it says about what was done.</summary>
    public TableOutcome Outcome { get; } = Judge(status, code);

    /// <summary>Whether a row that was to be there is not.</summary>
    public bool IsMissingRow => status == 404 && Outcome == TableOutcome.Beaten;

    /// <remarks>Codes: https://learn.microsoft.com/rest/api/storageservices/table-service-error-codes</remarks>
    private static TableOutcome Judge(int status, string code) => (status, code) switch
    {
        (412, _) or (409, "EntityAlreadyExists" or "") or (404, "ResourceNotFound" or "EntityNotFound" or "") => TableOutcome.Beaten,
        (429, _) or (503, "ServerBusy") => TableOutcome.Throttled,
        (507, _) => TableOutcome.Full,
        (408 or 0, _) => TableOutcome.Doubtful,
        _ when status >= 500 => TableOutcome.Doubtful,
        _ => TableOutcome.Refused,
    };
}
