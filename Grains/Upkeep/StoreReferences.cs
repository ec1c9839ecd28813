using CoCreate.Boards;

namespace CoCreate.Upkeep;

/// <summary>Gathers what streams say of one another, and tells at the end what points at something that is not there.</summary>
/// <remarks>It keeps two short texts for each board and each code, and nothing else grows.</remarks>
internal sealed class StoreReferences
{
    private const string LostBoard = "A board is lost: restore the newest backup that has it. The person's other boards are not concerned.";
    private const string LostCode = "The board opens by its links; its code does not. Restore the newest backup in which it does, or hand out links.";
    private readonly Dictionary<string, string> _listedBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _codeOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _boardOf = new(StringComparer.Ordinal);

    /// <summary>Whether a board was seen.</summary>
    public bool HasBoard(string board) => _codeOf.ContainsKey(board);

    /// <summary>Notes what a stream that was read to its end says.</summary>
    public void Take(StreamFold fold)
    {
        switch (fold)
        {
            case BoardFold board:
                _codeOf[board.Key] = board.Board.Settings.JoinCode;
                break;
            case CodeFold code:
                _boardOf[code.Key] = code.Board;
                break;
            case ParticipantFold person:
                foreach (var board in person.Participant.Boards.Keys)
                {
                    _listedBy.TryAdd(board, person.Stream);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Notes a board that is there but could not be read: it is a problem of its own, and not that of those who point at it.</summary>
    public void TakeUnreadable(string stream)
    {
        if (StreamFold.Of(stream) is BoardFold board)
        {
            _codeOf.TryAdd(board.Key, "");
        }
    }

    /// <summary>What points at something that is not there.</summary>
    public IEnumerable<Finding> Dangling() => [.. DanglingPeople(), .. DanglingBoards(), .. DanglingCodes()];

    private IEnumerable<Finding> DanglingPeople() => _listedBy
        .Where(listed => !HasBoard(listed.Key))
        .Select(listed => new Finding(listed.Value, 0, $"it lists the board {listed.Key}, which is not there", LostBoard));

    private IEnumerable<Finding> DanglingBoards() => _codeOf
        .Where(board => board.Value.Length > 0 && _boardOf.GetValueOrDefault(board.Value) != board.Key)
        .Select(board => new Finding(
            StreamKind.Board + board.Key,
            0,
            _boardOf.ContainsKey(board.Value) ? "its join code leads to another board" : "its join code leads nowhere",
            LostCode));

    private IEnumerable<Finding> DanglingCodes() => _boardOf
        .Where(code => !HasBoard(code.Value))
        .Select(code => new Finding(
            StreamKind.Code + code.Key, 0, $"it was claimed for the board {code.Value}, which was never made", "Nothing: the server stopped in between, and nobody was told of it.", IsNote: true));
}
