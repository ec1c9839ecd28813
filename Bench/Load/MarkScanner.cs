namespace CoCreate.Bench.Load;

/// <summary>What is done with the marks that are found.</summary>
internal interface IMarkSink
{
    /// <summary>The mark of <paramref name="edit"/> was received.</summary>
    void Found(uint edit);
}

/// <summary>Finds marks in a stream of bytes that arrives in pieces.</summary>
internal static class MarkScanner
{
    /// <summary>Reports every whole mark in <paramref name="data"/> and returns how many bytes at its end may be the start of a mark
    /// that the next piece completes (0 to <see cref="Mark.Length"/> − 1): the caller puts those before the next piece.</summary>
    public static int Scan<TSink>(ReadOnlySpan<byte> data, ref TSink sink)
        where TSink : struct, IMarkSink, allows ref struct
    {
        while (true)
        {
            var start = data.IndexOf(Mark.First);
            if (start < 0)
            {
                return 0;
            }

            data = data[start..];
            if (data.Length < Mark.Length)
            {
                return data.Length;
            }

            if (Mark.TryRead(data, out var edit))
            {
                sink.Found(edit);
                data = data[Mark.Length..];
            }
            else
            {
                data = data[1..];
            }
        }
    }
}
