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
    private static readonly DoorStanding _outside = new(DoorPlace.Outside, "");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/look", Look)
            .RequireRateLimiting(Limiting.Entries)
            .WithSummary("What a code or link leads to")
            .WithDescription("The board's title, the role that the asking person would have, and, where they could come in at once, what is asked there. Nothing changes.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapPost("/enter", Enter)
            .RequireRateLimiting(Limiting.Entries)
            .WithSummary("Enters a board")
            .WithDescription("Exchanges a join code, or an invite's secret, for membership. Somebody without a cookie becomes a guest and gets one. "
                + "Where hosts let people in one by one the answer is the code waiting: ask /boards/{board}/door until it says inside.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/boards/{board}/door", AskDoor)
            .RequireRateLimiting(Limiting.Doors)
            .WithSummary("How the asking person stands with a board's door")
            .WithDescription("Outside, waiting, inside, turned away, removed or banned, with the reason that a host gave. For those who wait: ask again every few seconds.")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
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

        var standing = Guests.Find(context) is { } participant ? await grain.AskDoor(participant) : _outside;
        return TypedResults.Ok(new LookAnswer(
            door.Board,
            look.Title,
            look.Role,
            standing.Place == DoorPlace.Inside,
            look.Policy,
            look.Passcode.Length > 0,
            look.Approve,
            standing.Place == DoorPlace.Banned ? RefusalCode.Banned : look.Refusal,
            standing,
            standing.Place == DoorPlace.Banned ? "" : look.Brief,
            look.Segment));
    }

    private static async Task<Results<Ok<Entered>, ProblemHttpResult>> Enter(EnterRequest request, HttpContext context, IGrainFactory grains, Passcodes passcodes)
    {
        if (await FindDoor(grains, new LookRequest(request.Code, request.Board, request.Secret)) is not { } door)
        {
            return Problems.Refused(RefusalCode.InviteInvalid);
        }

        var grain = grains.GetGrain<IBoardGrain>(door.Board);
        var participant = await Guests.FindOrMake(context);
        var (known, problem) = await TryPasscode(grain, door, participant, request.Passcode, context, passcodes);
        if (problem is not null)
        {
            return problem;
        }

        var colour = request.Colour ?? Colours.Of(participant);
        var reply = await grain.Order(participant, new EnterBoard(door.SecretHash, request.Name, colour, request.Segment) { Passcode = known });
        if (reply.Refusal is { } refusal)
        {
            // Whether a board exists is nobody's business who cannot enter it.
            return Problems.Refused(refusal == RefusalCode.NotFound ? RefusalCode.InviteInvalid : refusal);
        }

        if (reply.Member is null)
        {
            return Problems.Refused(RefusalCode.Waiting);
        }

        await BoardEndpoints.Remember(grains, participant, new Profile(request.Name, colour, "", request.Segment), door.Board, reply);
        return TypedResults.Ok(new Entered(door.Board, reply.Title, reply.Member.Role, participant));
    }

    /// <summary>The sealed passcode that somebody was found to know, or why not. It is tried here, beside the board's turns, and only for who needs it.</summary>
    private static async Task<(string Known, ProblemHttpResult? Problem)> TryPasscode(
        IBoardGrain grain, (string Board, string SecretHash) door, string participant, string typed, HttpContext context, Passcodes passcodes)
    {
        if (await grain.Look(door.SecretHash) is not { Passcode.Length: > 0, Refusal: null } look || (await grain.AskDoor(participant)).Place is DoorPlace.Inside or DoorPlace.Banned)
        {
            return ("", null);
        }

        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return await passcodes.Try(door.Board, address, typed, look.Passcode) switch
        {
            PasscodeTry.Right => (look.Passcode, null),
            PasscodeTry.Wrong => ("", Problems.Refused(RefusalCode.WrongPasscode)),
            _ => ("", Problems.TooManyPasscodes(context.Response)),
        };
    }

    private static async Task<Results<Ok<DoorStanding>, ProblemHttpResult>> AskDoor(string board, HttpContext context, IGrainFactory grains)
    {
        if (Guests.Find(context) is not { } participant)
        {
            return Problems.Unknown();
        }

        if (!Ids.IsValid(board))
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        var grain = grains.GetGrain<IBoardGrain>(board);
        var standing = await grain.AskDoor(participant);
        if (standing.Place == DoorPlace.Inside && await grain.FindMember(participant) is { } me && await grain.Look("") is { } look)
        {
            // Whoever waited learns here that they are in: then it is one of their boards.
            await grains.GetGrain<IParticipantGrain>(participant).JoinedBoard(board, look.Title, me.Role);
        }

        return TypedResults.Ok(standing);
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
