using CoCreate.Journals;

namespace CoCreate.Tests.Journals;

/// <summary>What goes wrong with one transaction.</summary>
internal enum TableFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The service has too much to do, and does nothing.</summary>
    Throttled,

    /// <summary>No answer; it was not done.</summary>
    LostBefore,

    /// <summary>No answer; it was done.</summary>
    LostAfter,

    /// <summary>No answer; it is done after the next request that gets through.</summary>
    Late,

    /// <summary>The key is not accepted.</summary>
    Forbidden,

    /// <summary>There is no room.</summary>
    Full,
}

/// <summary>A table whose writes go wrong as planned, and whose reads fail while <see cref="ReadsFail"/> is set.</summary>
internal sealed class FaultyTable(ITable inner, Func<TableFault> next) : ITable
{
    private readonly Queue<IReadOnlyList<TableWrite>> _late = new();

    /// <summary>Whether reads find the service away.</summary>
    public bool ReadsFail { get; set; }

    public async Task<TableRow?> Find(string partition, string key, CancellationToken cancellation) =>
        ReadsFail ? throw new TableException(503, "", "No.") : await inner.Find(partition, key, cancellation);

    public IAsyncEnumerable<TableRow> Range(string partition, string above, string below, bool keysOnly, CancellationToken cancellation) =>
        ReadsFail ? throw new TableException(503, "", "No.") : inner.Range(partition, above, below, keysOnly, cancellation);

    public IAsyncEnumerable<TableRow> Keys(CancellationToken cancellation) => inner.Keys(cancellation);

    public IAsyncEnumerable<TableRow> WithKey(string key, CancellationToken cancellation) => inner.WithKey(key, cancellation);

    public async Task<IReadOnlyList<string>> Submit(IReadOnlyList<TableWrite> writes, CancellationToken cancellation)
    {
        switch (next())
        {
            case TableFault.Throttled:
                throw new TableException(503, "ServerBusy", "Too much to do.");
            case TableFault.LostBefore:
                throw new TableException(0, "", "The connection was lost.");
            case TableFault.LostAfter:
                await inner.Submit(writes, cancellation);
                throw new TableException(500, "OperationTimedOut", "It took too long.");
            case TableFault.Late:
                _late.Enqueue(writes);
                throw new TableException(0, "", "The connection was lost.");
            case TableFault.Forbidden:
                throw new TableException(403, "AuthorizationFailure", "No.");
            case TableFault.Full:
                throw new TableException(507, "", "No room.");
            default:
                var marks = await inner.Submit(writes, cancellation);
                await DoLate();
                return marks;
        }
    }

    /// <summary>Lets what is still on its way arrive.</summary>
    public async Task DoLate()
    {
        while (_late.TryDequeue(out var writes))
        {
            try
            {
                await inner.Submit(writes, CancellationToken.None);
            }
            catch (TableException)
            {
                // Nobody waits for its answer any more.
            }
        }
    }
}
