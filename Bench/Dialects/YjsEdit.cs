using System.Text;

namespace CoCreate.Bench.Dialects;

/// <summary>
/// A Yjs update (format 1, <c>yjs/src/utils/encoding.js</c>) as the library makes it when a client sets its idea's title in the
/// shared map "ideas": one new item, and the deletion of the title before it.
/// </summary>
internal static class YjsEdit
{
    private const byte AnyContent = 8;
    private const byte HasOrigin = 0x80;
    private const byte HasMapKey = 0x20;
    private const byte AnyString = 119;

    /// <summary>Writes the update at the start of <paramref name="place"/> so that it has exactly <paramref name="length"/> bytes, and the edit's text in it.</summary>
    /// <param name="place">Where to write.</param>
    /// <param name="length">Bytes of the update: 150 or so.</param>
    /// <param name="client">The Yjs client id.</param>
    /// <param name="clock">How many items this client has made before.</param>
    /// <param name="edit">The edit's number.</param>
    public static void Write(Span<byte> place, int length, uint client, uint clock, uint edit)
    {
        Span<byte> deletions = stackalloc byte[16];
        var deletionsLength = WriteDeletions(deletions, client, clock);
        var at = WriteItemHead(place, client, clock);
        // The text's length always takes two bytes: a leading zero group is allowed, and the update keeps its length.
        var textLength = length - at - 2 - deletionsLength;
        place[at++] = (byte)(0x80 | textLength & 0x7F);
        place[at++] = (byte)(textLength >> 7);
        EditText.Fill(place.Slice(at, textLength), edit);
        deletions[..deletionsLength].CopyTo(place[(at + textLength)..]);
    }

    /// <summary>Writes a number in 7-bit groups, lowest first, and returns how many bytes it took.</summary>
    public static int WriteNumber(Span<byte> place, uint number)
    {
        var at = 0;
        for (; number > 127; number >>= 7)
        {
            place[at++] = (byte)(0x80 | number & 0x7F);
        }

        place[at++] = (byte)number;
        return at;
    }

    private static int WriteItemHead(Span<byte> place, uint client, uint clock)
    {
        var at = WriteNumber(place, 1);
        at += WriteNumber(place[at..], 1);
        at += WriteNumber(place[at..], client);
        at += WriteNumber(place[at..], clock);
        at += clock == 0 ? WriteParent(place[at..], client) : WriteOrigin(place[at..], client, clock - 1);
        at += WriteNumber(place[at..], 1);
        place[at++] = AnyString;
        return at;
    }

    // The first title says where it belongs; later ones follow the one before.
    private static int WriteParent(Span<byte> place, uint client)
    {
        place[0] = AnyContent | HasMapKey;
        place[1] = 1;
        var at = 2 + WriteText(place[2..], "ideas");
        return at + WriteText(place[at..], $"idea-{client}");
    }

    private static int WriteOrigin(Span<byte> place, uint client, uint clock)
    {
        place[0] = AnyContent | HasMapKey | HasOrigin;
        var at = 1 + WriteNumber(place[1..], client);
        return at + WriteNumber(place[at..], clock);
    }

    private static int WriteDeletions(Span<byte> place, uint client, uint clock)
    {
        if (clock == 0)
        {
            place[0] = 0;
            return 1;
        }

        var at = WriteNumber(place, 1);
        at += WriteNumber(place[at..], client);
        at += WriteNumber(place[at..], 1);
        at += WriteNumber(place[at..], clock - 1);
        return at + WriteNumber(place[at..], 1);
    }

    private static int WriteText(Span<byte> place, string text)
    {
        var at = WriteNumber(place, (uint)text.Length);
        return at + Encoding.ASCII.GetBytes(text, place[at..]);
    }
}
