using System.Globalization;
using System.Text;
using CoCreate.Boards;

namespace CoCreate.Web.Http;

/// <summary>The moderation log as a table (RFC 4180) that spreadsheets open as text: no cell of it is ever taken for a formula.</summary>
internal static class ModerationCsv
{
    /// <summary>What formulas begin with, full-width forms included, and what spreadsheets skip before one.</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private const string Head = "time,host,host id,what,whom,whom id,subject,reason";

    /// <summary>The whole table, in UTF-8 with a byte order mark, by which spreadsheets know it.</summary>
    public static byte[] Write(IEnumerable<ModerationLine> lines)
    {
        var text = new StringBuilder(Head).Append("\r\n");
        foreach (var line in lines)
        {
            var time = DateTimeOffset.FromUnixTimeMilliseconds(line.At).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            string[] cells = [time, line.Name, line.Actor, line.Act, line.WhomName, line.Whom, line.Subject, line.Reason];
            text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A cell in quotation marks; where it begins as formulas do, with an apostrophe before it, as OWASP's "CSV Injection" has it.</summary>
    public static string Cell(string text)
    {
        var isFormula = text.TrimStart(' ') is { Length: > 0 } trimmed && FormulaStarts.Contains(trimmed[0], StringComparison.Ordinal);
        return $"\"{(isFormula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
