using CoCreate.Boards;
using CoCreate.Invites;
using CoCreate.Participants;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>Entering boards, and who one is.</summary>
internal static class PeopleEndpoints
{
    private static readonly Profile _nobody = new("", Colour.Sun, "", "");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/look", Look)
            .RequireRateLimiting(Limiting.Entries)
            .WithSummary("What a code or link leads to")
            .WithDescription("The board's title and the role that the asking person would have. Nothing changes.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("/enter", Enter)
            .RequireRateLimiting(Limiting.Entries)
            .WithSummary("Enters a board")
            .WithDescription("Exchanges a join code, or an invite's secret, for membership. Somebody without a cookie becomes a guest and gets one.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/me", Read)
            .WithSummary("Who the asking person is")
            .WithDescription("Their profile and the boards they joined; empty for somebody who has done nothing here yet.");
        api.MapPut("/me", Change)
            .WithSummary("Changes the asking person's profile")
            .WithDescription("It is what new boards start from; names on boards they are on already do not change. Somebody without a cookie becomes a guest and gets one.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<LookAnswer>, ProblemHttpResult>> Look(LookRequest request, HttpContext context, IGrainFactory grains)
    {
        if (await FindDoor(grains, request) is not { } door)
        {
            return Problems.Refused(RefusalCode.InviteInvalid);
        }

        var grain = grains.GetGrain<IBoardGrain>(door.Board);
        if (await grain.Look(door.SecretHash) is not { } look)
        {
            return Problems.Refused(RefusalCode.InviteInvalid);
        }

        var member = Guests.Find(context) is { } participant ? await grain.FindMember(participant) : null;
        return TypedResults.Ok(new LookAnswer(door.Board, look.Title, look.Role, member is not null));
    }

    private static async Task<Results<Ok<Entered>, ProblemHttpResult>> Enter(EnterRequest request, HttpContext context, IGrainFactory grains)
    {
        if (await FindDoor(grains, new LookRequest(request.Code, request.Board, request.Secret)) is not { } door)
        {
            return Problems.Refused(RefusalCode.InviteInvalid);
        }

        var participant = await Guests.FindOrMake(context);
        var colour = request.Colour ?? Colours.Of(participant);
        var reply = await grains.GetGrain<IBoardGrain>(door.Board).Order(participant, new EnterBoard(door.SecretHash, request.Name, colour, request.Segment));
        if (reply.Refusal is { } refusal)
        {
            // Whether a board exists is nobody's business who cannot enter it.
            return Problems.Refused(refusal == RefusalCode.NotFound ? RefusalCode.InviteInvalid : refusal);
        }

        await BoardEndpoints.Remember(grains, participant, new Profile(request.Name, colour, "", request.Segment), door.Board, reply);
        return TypedResults.Ok(new Entered(door.Board, reply.Title, reply.Member!.Role, participant));
    }

    private static async Task<Ok<MeAnswer>> Read(HttpContext context, IGrainFactory grains)
    {
        var me = Guests.Find(context) is { } participant
            ? await Describe(grains.GetGrain<IParticipantGrain>(participant), participant)
            : new MeAnswer("", _nobody, []);
        return TypedResults.Ok(me);
    }

    private static async Task<Results<Ok<MeAnswer>, ProblemHttpResult>> Change(Profile profile, HttpContext context, IGrainFactory grains)
    {
        var participant = await Guests.FindOrMake(context);
        var grain = grains.GetGrain<IParticipantGrain>(participant);
        return await grain.ChangeProfile(profile) is { } refusal ? Problems.Refused(refusal) : TypedResults.Ok(await Describe(grain, participant));
    }

    private static async Task<MeAnswer> Describe(IParticipantGrain grain, string participant)
    {
        var view = await grain.Read();
        return new MeAnswer(participant, view.Profile, view.Boards);
    }

    /// <summary>Which board somebody stands before, and with which secret; an empty hash for the join code. Null when there is no such code or the request names neither.</summary>
    private static async Task<(string Board, string SecretHash)?> FindDoor(IGrainFactory grains, LookRequest request)
    {
        if (request.Code.Length > 0)
        {
            var code = request.Code.Trim().ToUpperInvariant();
            var isCode = code.Length == Limits.JoinCodeLength && code.All(Ids.JoinCodeAlphabet.Contains);
            return isCode && await grains.GetGrain<IJoinCodeGrain>(code).Find() is { } board ? (board, "") : null;
        }

        return Ids.IsValid(request.Board) && request.Secret.Length is > 0 and <= Secrets.MaxLength
            ? (request.Board, Secrets.Hash(request.Secret))
            : null;
    }
}
