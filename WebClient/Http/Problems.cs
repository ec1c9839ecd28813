using System.Globalization;
using CoCreate.Boards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoCreate.Web.Http;

/// <summary>Refusals over HTTP (RFC 9457): what is wrong and what to do, in a sentence; the code for programs.</summary>
internal static class Problems
{
    /// <summary>A command was refused.</summary>
    public static ProblemHttpResult Refused(RefusalCode code) => Problem(StatusOf(code), SentenceOf(code), NameOf(code));

    /// <summary>Who asks has no cookie.</summary>
    public static ProblemHttpResult Unknown() =>
        Problem(StatusCodes.Status401Unauthorized, "You have not entered any board with this browser. Open a link, or type a code.", "notMember");

    /// <summary>Whoever runs the server has allowed no pages of other sites to show boards.</summary>
    public static ProblemHttpResult EmbedOff() => Problem(
        StatusCodes.Status403Forbidden, "No page of another site may show boards of this server. Whoever runs it can allow some by the setting Gateway:FrameAncestors.", "embedOff");

    /// <summary>Too many wrong passcodes were tried lately, from this address or at this board.</summary>
    public static ProblemHttpResult TooManyPasscodes(HttpResponse response)
    {
        response.Headers.RetryAfter = (Limits.PasscodeMinutes * 60).ToString(CultureInfo.InvariantCulture);
        return Problem(
            StatusCodes.Status429TooManyRequests,
            $"Too many wrong passcodes were tried. Wait {Limits.PasscodeMinutes} minutes, then try again.",
            NameOf(RefusalCode.TooFast));
    }

    /// <summary>A problem with a sentence.</summary>
    public static ProblemHttpResult Problem(int status, string sentence, string code) => TypedResults.Problem(
        sentence, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });

    /// <summary>The sentence for a status that nothing more is known of.</summary>
    public static void Complete(ProblemDetailsContext context) => context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read. Compare it with /openapi/v1.json.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method. Compare it with /openapi/v1.json.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status415UnsupportedMediaType => "Send the request with Content-Type: application/json.",
        StatusCodes.Status429TooManyRequests => "That was too often in a short time. Wait as long as Retry-After says, and try again.",
        StatusCodes.Status503ServiceUnavailable => "The server cannot do that now. Try again in a moment.",
        >= StatusCodes.Status500InternalServerError => "Something is wrong on the server. Try again in a moment; whoever runs it finds more in its log.",
        _ => null,
    };

    private static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.Malformed or RefusalCode.TooLong or RefusalCode.Empty or RefusalCode.OutOfRange => StatusCodes.Status400BadRequest,
        RefusalCode.NotAllowed or RefusalCode.NotMember or RefusalCode.WrongPasscode or RefusalCode.Banned or RefusalCode.NotEligible => StatusCodes.Status403Forbidden,
        RefusalCode.NotFound or RefusalCode.InviteInvalid => StatusCodes.Status404NotFound,
        RefusalCode.TooMany or RefusalCode.Exists or RefusalCode.Closed or RefusalCode.OverBudget or RefusalCode.Changed or RefusalCode.Locked
            or RefusalCode.BoardFull or RefusalCode.DoorClosed or RefusalCode.Waiting or RefusalCode.VoteClosed or RefusalCode.VoteOpen
            or RefusalCode.Stale or RefusalCode.NotInPhase or RefusalCode.TimeUp or RefusalCode.Frozen or RefusalCode.RulesChanged => StatusCodes.Status409Conflict,
        RefusalCode.TooFast => StatusCodes.Status429TooManyRequests,
        _ => throw new InvalidOperationException($"Unknown refusal {code}."),
    };

    private static string SentenceOf(RefusalCode code) => code switch
    {
        RefusalCode.Malformed => "A part of the request is not as it must be. Compare it with /openapi/v1.json.",
        RefusalCode.TooLong => "A text is too long. Shorten it and try again.",
        RefusalCode.Empty => "A name or title is missing. Fill it in and try again.",
        RefusalCode.OutOfRange => "A number or role is outside of what is allowed.",
        RefusalCode.NotAllowed => "Only hosts of this board may do that.",
        RefusalCode.NotMember => "You are not on this board. Open its link, or type its code.",
        RefusalCode.NotFound => "It is not there, or no longer.",
        RefusalCode.InviteInvalid => "This link or code does not work: it is unknown, expired, used up or was withdrawn. Ask whoever gave it to you for a new one.",
        RefusalCode.TooMany => "The board has as many of these as it can hold.",
        RefusalCode.Exists => "It is there already.",
        RefusalCode.Closed => "The session is closed.",
        RefusalCode.OverBudget => "There are not enough dots left.",
        RefusalCode.Locked => "It is locked. Ask a host to unlock it.",
        RefusalCode.WrongPasscode => "This is not the board's passcode. Ask whoever invited you.",
        RefusalCode.BoardFull => "As many people are on this board as its hosts let in. Ask a host to make room.",
        RefusalCode.DoorClosed => "This board takes no new people any more. Ask a host whether they open it again.",
        RefusalCode.Banned => "A host has banned you from this board. If you think that is a mistake, write to whoever invited you.",
        RefusalCode.Waiting => "A host has to let you in. Stay here: it happens by itself.",
        RefusalCode.Changed => "Somebody has changed this since. Their change stays.",
        RefusalCode.Stale => "The text has changed since. Make your change again.",
        RefusalCode.NotInPhase => "The step that runs on this board does not allow that now. A host can begin another one.",
        RefusalCode.TimeUp => "The time for this is up. A host can give you more.",
        RefusalCode.Frozen => "The rules of a step that has begun are frozen. Change them with a reason, or begin another step.",
        RefusalCode.RulesChanged => "The rules of this step have changed. Read and accept them first.",
        RefusalCode.VoteClosed => "The vote is closed.",
        RefusalCode.VoteOpen => "The vote is still open. Its ballots and its result are there when it is closed.",
        RefusalCode.NotEligible => "The vote is for others on this board.",
        RefusalCode.TooFast => "That was too often in a short time. Wait a moment and try again.",
        _ => throw new InvalidOperationException($"Unknown refusal {code}."),
    };

    private static string NameOf(RefusalCode code) => System.Text.Json.JsonSerializer.Serialize(code).Trim('"');
}
