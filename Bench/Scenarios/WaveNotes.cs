using System.Globalization;
using CoCreate.Bench.Load;

namespace CoCreate.Bench.Scenarios;

/// <summary>What a reader has to know about a row beside its figures.</summary>
internal static class WaveNotes
{
    /// <summary>Says what went wrong in any of the waves; empty when nothing did.</summary>
    public static string Of(IReadOnlyCollection<WaveResult> results)
    {
        var notes = new List<string>();
        if (results.Any(result => result.Sent < result.Wave.Edits))
        {
            notes.Add("fell more than 2 s behind");
        }

        var missing = results.Sum(result => result.Expected - result.Received);
        if (missing != 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{missing} deliveries {(missing > 0 ? "missing" : "too many")}"));
        }
        else if (results.Any(result => result.WrongReceivers > 0))
        {
            notes.Add("some edits came twice and others not");
        }

        var closed = results.Sum(result => result.Closed);
        if (closed > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{closed} connections closed by the server"));
        }

        notes.AddRange(results.Select(result => result.Alarms).Where(alarms => alarms.Length > 0).Distinct().Take(2));
        if (results.Any(result => result.IsGeneratorBound))
        {
            notes.Add("bound by the generator");
        }

        return string.Join("; ", notes);
    }
}
