namespace CoCreate.Web.Transport;

/// <summary>Counts how deep the JSON of a connection is nested while its bytes pass by (R3), so that no parser ever meets deeper JSON.</summary>
/// <param name="limit">The deepest nesting that is let through.</param>
internal struct DepthGuard(int limit)
{
    private const byte RecordSeparator = 0x1E;

    private int _depth;
    private bool _inText;
    private bool _escaped;

    /// <summary>False when these bytes nest deeper than the limit.</summary>
    public bool Pass(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b == RecordSeparator)
            {
                // It ends a message even inside an unfinished text; the parser will refuse that message.
                (_depth, _inText, _escaped) = (0, false, false);
            }
            else if (_inText)
            {
                StepInText(b);
            }
            else if (!Step(b))
            {
                return false;
            }
        }

        return true;
    }

    private bool Step(byte b)
    {
        switch (b)
        {
            case (byte)'"':
                _inText = true;
                return true;
            case (byte)'{' or (byte)'[':
                return ++_depth <= limit;
            case (byte)'}' or (byte)']':
                _depth--;
                return true;
            default:
                return true;
        }
    }

    private void StepInText(byte b)
    {
        if (_escaped)
        {
            _escaped = false;
        }
        else if (b == (byte)'\\')
        {
            _escaped = true;
        }
        else if (b == (byte)'"')
        {
            _inText = false;
        }
    }
}
