using System.Text.Json;
using CoCreate.Texts;

namespace CoCreate.Tests.Texts;

/// <summary>One case as the real CodeMirror calculated it (WebClient/App/scripts/text-cases.mjs).</summary>
internal sealed record CodeMirrorCase(
    string Text,
    TextChange A,
    TextChange B,
    TextChange AfterA,
    string TextAfterA,
    TextChange BOverA,
    TextChange ABeforeB,
    TextChange AOverB,
    TextChange Composed,
    TextChange Inverse,
    int[] Places)
{
    public static CodeMirrorCase Read(string line)
    {
        var parts = JsonSerializer.Deserialize<JsonElement[]>(line)!;
        TextChange Change(int at) => parts[at].Deserialize<TextChange>()!;
        return new CodeMirrorCase(
            parts[0].GetString()!, Change(1), Change(2), Change(3), parts[4].GetString()!, Change(5), Change(6), Change(7), Change(8), Change(9),
            parts[10].Deserialize<int[]>()!);
    }

    /// <summary>What the server makes differently; null for nothing.</summary>
    public string? Difference() =>
        A.Apply(Text) != TextAfterA ? "apply"
        : !B.Map(A).Equals(BOverA) ? "map"
        : !A.Map(B, before: true).Equals(ABeforeB) ? "map, before"
        : !A.Map(B).Equals(AOverB) ? "map the other way"
        : !A.Compose(AfterA).Equals(Composed) ? "compose"
        : !A.Invert(Text).Equals(Inverse) ? "invert"
        : A.MapPosition(Places[0]) != Places[1] ? "place before"
        : A.MapPosition(Places[0], behind: true) != Places[2] ? "place behind"
        : null;

    /// <summary>Which law does not hold here; null for none.</summary>
    public string? BrokenLaw()
    {
        var (overA, overB) = (B.Map(A), A.Map(B, before: true));
        var together = A.Compose(overA);
        var inverse = A.Invert(Text);
        return together.Apply(Text) != B.Compose(overB).Apply(Text) ? "diamond: a, then b mapped = b, then a mapped"
            : overA.Apply(A.Apply(Text)) != together.Apply(Text) ? "composed = one after the other"
            : A.Compose(AfterA).Compose(inverseOfAfter()).Apply(Text) != A.Compose(AfterA.Compose(inverseOfAfter())).Apply(Text) ? "composing is associative"
            : inverse.Apply(A.Apply(Text)) != Text ? "inverse takes back"
            : !inverse.Invert(A.Apply(Text)).Equals(A) ? "inverse of the inverse"
            : null;

        TextChange inverseOfAfter() => AfterA.Invert(A.Apply(Text));
    }
}
