using System.Text.Json.Serialization;
using CoCreate.Journals;

namespace CoCreate.Invites;

/// <summary>A join code was taken for a board. The name is stored for ever.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CodeClaimed), "code-claimed/1")]
public abstract record JoinCodeEvent;

/// <summary>The code leads to this board.</summary>
public sealed record CodeClaimed(string Board) : JoinCodeEvent;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JoinCodeEvent))]
internal sealed partial class JoinCodeJson : JsonSerializerContext;

/// <summary>One join code: the first board to claim it has it for ever.</summary>
public sealed class JoinCodeGrain(IJournal journal) : Grain, IJoinCodeGrain
{
    private JournaledState<string, JoinCodeEvent> _state = null!;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _state = new(journal, $"code/{this.GetPrimaryKeyString()}", "", Apply, JoinCodeJson.Default.JoinCodeEvent);
        return _state.Load(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> Claim(string board)
    {
        if (_state.Version > 0)
        {
            return _state.Value == board;
        }

        try
        {
            await _state.Append(new CodeClaimed(board));
            return true;
        }
        catch
        {
            // Whatever became of it, the next call reads the truth from the journal.
            DeactivateOnIdle();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<string?> Find() => Task.FromResult(_state.Version > 0 ? _state.Value : null);

    private static string Apply(string board, JoinCodeEvent fact) => fact switch
    {
        CodeClaimed e => e.Board,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This event cannot be applied; say what it changes."),
    };
}
