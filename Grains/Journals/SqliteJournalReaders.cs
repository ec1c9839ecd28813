using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CoCreate.Journals;

/// <summary>The connections that read: a few, opened when first needed and used again. None is held longer than one piece of a stream takes.</summary>
internal sealed class SqliteJournalReaders(string path, SqliteJournalSettings settings) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(settings.Readers);
    private readonly ConcurrentBag<SqliteJournalReader> _idle = [];
    private volatile bool _isClosed;

    /// <summary>Runs a read on a thread of the pool: it may have to wait for the disk, and a grain's turn should not.</summary>
    public async Task<T> Use<T>(Func<SqliteJournalReader, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_isClosed)
        {
            throw SqliteJournalFailures.Closed(path);
        }

        await _free.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => Read(read), CancellationToken.None);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for the reads under way, which are short, and closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        for (var taken = 0; taken < settings.Readers; taken++)
        {
            await _free.WaitAsync();
        }

        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        // Whoever still waits is let in one by one and told that the journal is closed.
        _free.Release(settings.Readers);
    }

    private T Read<T>(Func<SqliteJournalReader, T> read)
    {
        if (_isClosed)
        {
            throw SqliteJournalFailures.Closed(path);
        }

        SqliteJournalReader? reader = null;
        try
        {
            if (!_idle.TryTake(out reader))
            {
                reader = new SqliteJournalReader(path, settings);
            }

            var result = read(reader);
            _idle.Add(reader);
            return result;
        }
        catch (SqliteException error)
        {
            reader?.Dispose();
            throw SqliteJournalFailures.Translate(error, path);
        }
    }
}
