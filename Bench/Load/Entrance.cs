using System.Text;
using CoCreate.Bench.Dialects;

namespace CoCreate.Bench.Load;

/// <summary>Brings many people into a crowd.</summary>
internal static class Entrance
{
    private const int HandshakesAtOnce = 64;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Connects <paramref name="seats"/>, some handshakes at a time, and returns when all are live.</summary>
    /// <exception cref="TimeoutException">Not all were live in time; the message shows an answer.</exception>
    public static void Connect(this Crowd crowd, IReadOnlyList<Seat> seats)
    {
        var wanted = crowd.Live + seats.Count;
        var next = 0;
        var deadline = Crowd.Now + (long)Limit.TotalNanoseconds;
        while (crowd.Live < wanted)
        {
            while (next < seats.Count && crowd.Clients.Count - crowd.Live - crowd.Closed < HandshakesAtOnce)
            {
                crowd.Open(seats[next++]);
            }

            crowd.Turn(deadline);
            if (Crowd.Now > deadline)
            {
                throw new TimeoutException($"{crowd.Live} of {wanted} connections are live after {Limit.TotalSeconds} s. {Describe(crowd)}");
            }
        }
    }

    private static string Describe(Crowd crowd)
    {
        var stuck = crowd.Clients.FirstOrDefault(client => client.Phase != ClientPhase.Live);
        var answer = stuck is null ? "" : Encoding.UTF8.GetString(stuck.LastAnswer[^Math.Min(stuck.LastAnswer.Length, 400)..]);
        return $"{crowd.Closed} were closed. One was last told: {answer}";
    }
}
