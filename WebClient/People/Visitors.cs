using Microsoft.AspNetCore.Http;

namespace CoCreate.Web.People;

/// <summary>Who asks to see a board: a person with a cookie, or a page in a frame with its pass.</summary>
/// <param name="Participant">Their name on the board: a participant's id, or that of onlookers.</param>
/// <param name="Pass">The pass that they show; null for a person.</param>
internal sealed record Visitor(string Participant, EmbedPass? Pass)
{
    /// <summary>By what their requests, tabs and joins are counted: all of a person's together, those of each page in a frame by themselves.</summary>
    public string Counted => Pass?.Mark ?? Participant;
}

/// <summary>Finds out who asks. Where a pass is shown no cookie is looked at; only what looks at a board asks here, and everything else knows people alone.</summary>
internal sealed class Visitors(EmbedPasses passes)
{
    /// <summary>Who asks; null for somebody with neither a valid cookie nor a valid pass.</summary>
    public Visitor? Find(HttpContext context) =>
        EmbedPasses.IsShown(context.Request)
            ? passes.Find(context.Request) is { } pass ? new Visitor(pass.Onlooker, pass) : null
            : Guests.Find(context) is { } person ? new Visitor(person, null) : null;

    /// <summary>Who asks for this board: a pass for another one is none.</summary>
    public Visitor? Find(HttpContext context, string board) => Find(context) is { } visitor && (visitor.Pass is null || visitor.Pass.Board == board) ? visitor : null;
}
