namespace CoCreate.Invites;

/// <summary>One join code: which board it leads to. The grain's key is the code in upper case.</summary>
[Alias("IJoinCodeGrain")]
public interface IJoinCodeGrain : IGrainWithStringKey
{
    /// <summary>Takes the code for a board, for ever. False when another board has it: try another code.</summary>
    [Alias("Claim")]
    Task<bool> Claim(string board);

    /// <summary>The board's id, or null when no board has the code.</summary>
    [Alias("Find")]
    Task<string?> Find();
}
