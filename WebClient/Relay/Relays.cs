using System.Collections.Concurrent;

namespace CoCreate.Web.Relay;

/// <summary>The relays of this process, one for each board that it shows.</summary>
internal sealed class Relays(RelayServices services) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<BoardRelay>> _byBoard = new();

    /// <summary>The relay of a board; made when there is none yet. One that finds no board, or nobody to show it to, ends by itself.</summary>
    public BoardRelay Get(string board) =>
        _byBoard.GetOrAdd(board, key => new Lazy<BoardRelay>(() => new BoardRelay(key, services, Forget))).Value;

    public void Dispose()
    {
        foreach (var relay in _byBoard.Values)
        {
            relay.Value.Dispose();
        }

        _byBoard.Clear();
    }

    private void Forget(BoardRelay relay)
    {
        if (_byBoard.TryGetValue(relay.Board, out var held) && held.IsValueCreated && held.Value == relay)
        {
            _byBoard.TryRemove(KeyValuePair.Create(relay.Board, held));
        }
    }
}
