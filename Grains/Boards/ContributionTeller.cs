using CoCreate.Participants;
using Microsoft.Extensions.Logging;

namespace CoCreate.Boards;

/// <summary>Tells participants' grains what they contributed: totals, gathered over a moment, told again until it worked.</summary>
/// <remarks>After a restart, whoever contributed lately is told again: totals of a version, so nothing is counted twice.</remarks>
internal sealed class ContributionTeller
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);
    private readonly string _board;
    private readonly IGrainFactory _grains;
    private readonly Func<Func<Task>, TimeSpan, IDisposable> _startTimer;
    private readonly ILogger _logger;
    private IDisposable? _timer;
    private long _toldUpTo;
    private Board _latest = Board.Empty;

    /// <summary>Makes a teller.</summary>
    /// <param name="board">The board's id.</param>
    /// <param name="grains">Where participants are.</param>
    /// <param name="startTimer">Starts a timer on the board's own turns.</param>
    /// <param name="loadedAt">The version the board was loaded at.</param>
    /// <param name="logger">Where failures are told.</param>
    public ContributionTeller(
        string board, IGrainFactory grains, Func<Func<Task>, TimeSpan, IDisposable> startTimer, long loadedAt, ILogger logger)
    {
        _board = board;
        _grains = grains;
        _startTimer = startTimer;
        _logger = logger;
        _toldUpTo = loadedAt - Limits.EventsPerSnapshot;
    }

    /// <summary>Told of each committed version.</summary>
    public void Committed(Board board)
    {
        if (!ReferenceEquals(board.Members, _latest.Members))
        {
            _timer ??= _startTimer(Tell, _pause);
        }

        _latest = board;
    }

    private async Task Tell()
    {
        var board = _latest;
        var members = board.Members.Values.Where(m => m.ActiveAt > _toldUpTo).ToList();
        try
        {
            foreach (var member in members)
            {
                await _grains.GetGrain<IParticipantGrain>(member.Record.Id).Contributed(_board, board.Epoch, board.Seq, Totals(member));
            }

            _toldUpTo = board.Seq;
        }
        catch (Exception e)
        {
            BoardLog.ContributionsNotTold(_logger, _board, members.Count, e);
        }

        if (_toldUpTo == board.Seq && ReferenceEquals(board.Members, _latest.Members))
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private static Contributions Totals(Member member) => new(member.Ideas, member.Comments, member.Dots, member.Reactions);
}
