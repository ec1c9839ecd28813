using CoCreate.Boards;

namespace CoCreate.Web.People;

/// <summary>The colour of somebody who chose none.</summary>
internal static class Colours
{
    private static readonly Colour[] _forPeople = [Colour.Peach, Colour.Rose, Colour.Lilac, Colour.Sky, Colour.Mint, Colour.Lime];

    /// <summary>Always the same for the same person, and evenly spread.</summary>
    public static Colour Of(string participant) => _forPeople[participant.Sum(c => c) % _forPeople.Length];
}
