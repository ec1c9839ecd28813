using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;

namespace CoCreate.Journals;

/// <summary>Opens the journal in Azure Tables, Azurite, or Cosmos DB's table API. Only in builds with Azure's packages.</summary>
public static partial class AzureTables
{
    /// <summary>The longest a single request may take; an append is told as unknown after a few of them.</summary>
    private static readonly TimeSpan _requestTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Opens it, and makes its two tables when they are missing.</summary>
    /// <param name="connectionString">Of the storage account. Never part of a message.</param>
    /// <param name="name">What the tables' names begin with: 1 to 40 letters and digits, a letter first.</param>
    /// <param name="clock">What pauses between tries wait by.</param>
    /// <exception cref="JournalException"><see cref="JournalFailure.Unavailable"/>: the connection string or the name cannot be used, or the service cannot be reached.</exception>
    public static AzureTableJournal Open(string connectionString, string name, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Name().IsMatch(name))
        {
            throw Unavailable($"\"{name}\" cannot begin the name of a table. Set Journal:Table to 1 to 40 letters and digits, a letter first.");
        }

        var reader = Connect(connectionString, retries: 5);
        var writer = Connect(connectionString, retries: 0);
        var place = $"Azure Tables ({reader.AccountName}, {name})";
        return new AzureTableJournal(Make($"{name}Streams"), Make($"{name}Snapshots"), place, clock, TableRetries.Usual());

        AzureTable Make(string table)
        {
            try
            {
                reader.GetTableClient(table).CreateIfNotExists();
                return new AzureTable(reader.GetTableClient(table), writer.GetTableClient(table));
            }
            catch (Exception failure) when (Translate(failure, CancellationToken.None) is { } translated)
            {
                throw Unavailable($"{place} cannot be used ({translated.Code}). Check that the service is there and that Journal:ConnectionString is right.", translated);
            }
        }
    }

    /// <summary>A failure of the client library as one of the service; null for what is none, such as a cancelled call.</summary>
    internal static TableException? Translate(Exception failure, CancellationToken cancellation) => failure switch
    {
        RequestFailedException refused => new TableException(refused.Status, refused.ErrorCode ?? "", refused.Message, refused),
        OperationCanceledException when !cancellation.IsCancellationRequested => new TableException(0, "", "The request took too long.", failure),
        AggregateException many => many.InnerExceptions.Select(inner => Translate(inner, cancellation)).LastOrDefault(translated => translated is not null),
        IOException or HttpRequestException => new TableException(0, "", failure.Message, failure),
        _ => null,
    };

    private static TableServiceClient Connect(string connectionString, int retries)
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = retries;
        options.Retry.NetworkTimeout = _requestTimeout;
        options.Diagnostics.IsLoggingContentEnabled = false;
        try
        {
            return new TableServiceClient(connectionString, options);
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidOperationException)
        {
            // The library's own message may quote the connection string, which holds the account's key.
            throw Unavailable("Journal:ConnectionString is not the connection string of a storage account. Copy it from the account's \"Access keys\".");
        }
    }

    private static JournalException Unavailable(string message, Exception? inner = null) => new(JournalFailure.Unavailable, message, inner);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,39}\z")]
    private static partial Regex Name();
}
