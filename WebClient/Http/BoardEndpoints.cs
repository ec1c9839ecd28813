using CoCreate.Boards;
using CoCreate.Invites;
using CoCreate.Participants;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>Making boards, and the invites to them.</summary>
internal static class BoardEndpoints
{
    /// <summary>A code that somebody has already is met about once in a million boards; more often than this in a row means that something else is wrong.</summary>
    private const int CodeAttempts = 10;

    /// <summary>Ten years; what is to be good for longer is made without an end.</summary>
    private const int MaxInviteHours = 10 * 365 * 24;

    /// <summary>The largest file of a board, without pictures, in bytes: some twice the fullest board that <see cref="Limits"/> allows in practice.</summary>
    private const int MaxFileBytes = 64 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/boards", Make)
            .RequireRateLimiting(Limiting.Boards)
            .WithSummary("Makes a board")
            .WithDescription("Makes a board with the asking person as its owner. Somebody without a cookie becomes a guest and gets one.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.MapGet("/boards/{board}", Read)
            .WithSummary("Who the asking person is on a board")
            .WithDescription("Their name, colour and role there.")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/boards/{board}/invites", Invite)
            .WithSummary("Makes an invite")
            .WithDescription("For hosts. The answer holds the link, once: the server keeps only a hash of its secret.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapPost("/boards/{board}/import", Import)
            .WithMetadata(new RequestSizeLimitAttribute(MaxFileBytes))
            .WithSummary("Fills a new board from a board's file")
            .WithDescription("For the owner of a board that nobody has changed yet. Pictures that the file names have to be uploaded to the board before.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapDelete("/boards/{board}/invites/{invite}", Revoke)
            .WithSummary("Revokes an invite")
            .WithDescription("For hosts. Who came in by it, and has nothing else to be there by, is removed; their connections close.")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<MadeBoard>, ProblemHttpResult>> Make(MakeBoardRequest request, HttpContext context, IGrainFactory grains)
    {
        var participant = await Guests.FindOrMake(context);
        var playbook = request.Playbook.Length == 0 ? null : await PlaybookEndpoints.Find(grains, participant, request.Playbook);
        if (playbook is null && request.Playbook.Length > 0)
        {
            return PlaybookEndpoints.Missing();
        }

        var board = Ids.New();
        if (await ClaimCode(grains, board) is not { } code)
        {
            return Problems.Problem(StatusCodes.Status503ServiceUnavailable, "No join code was free. Try again in a moment.", "busy");
        }

        var grain = grains.GetGrain<IBoardGrain>(board);
        var colour = request.Colour ?? People.Colours.Of(participant);
        var brief = request.Brief.Length == 0 && playbook is not null ? playbook.Charter : request.Brief;
        var made = await grain.Order(participant, new CreateBoard(request.Title, brief, code, request.Name, colour, request.Segment));
        if (made.Refusal is { } refusal)
        {
            return Problems.Refused(refusal);
        }

        if (playbook is not null && (await grain.Order(participant, new SetAgenda(playbook.Title, playbook.Steps))).Refusal is { } unfit)
        {
            return Problems.Refused(unfit);
        }

        var host = await MakeInvite(grain, participant, board, new InviteRequest(Role.Host), 0);
        await Remember(grains, participant, new Profile(request.Name, colour, "", request.Segment), board, made);
        return TypedResults.Ok(new MadeBoard(board, made.Title, code, host.Link!.Link, participant));
    }

    private static async Task<Results<Ok<Membership>, ProblemHttpResult>> Read(string board, HttpContext context, IGrainFactory grains, Visitors visitors)
    {
        if (!Ids.IsValid(board))
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        var grain = grains.GetGrain<IBoardGrain>(board);
        if (await grain.Look("") is null)
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        return visitors.Find(context, board) is not { } visitor
            ? Problems.Unknown()
            : await grain.FindMember(visitor.Participant) is { } me ? TypedResults.Ok(me) : Problems.Refused(RefusalCode.NotMember);
    }

    private static async Task<Results<Ok<InviteLink>, ProblemHttpResult>> Invite(
        string board, InviteRequest request, HttpContext context, IGrainFactory grains, GatewayOptions options, TimeProvider clock)
    {
        if (Guests.Find(context) is not { } participant)
        {
            return Problems.Unknown();
        }

        if (!Ids.IsValid(board))
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        if (request.ExpiresInHours is < 0 or > MaxInviteHours)
        {
            return Problems.Refused(RefusalCode.OutOfRange);
        }

        if (request.Embed && options.FrameAncestors.Count == 0)
        {
            return Problems.EmbedOff();
        }

        var expiresAt = request.ExpiresInHours == 0 ? 0 : clock.GetUtcNow().AddHours(request.ExpiresInHours).ToUnixTimeMilliseconds();
        var (refusal, link) = await MakeInvite(grains.GetGrain<IBoardGrain>(board), participant, board, request, expiresAt);
        return refusal is { } code ? Problems.Refused(code) : TypedResults.Ok(link);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(string board, string invite, HttpContext context, IGrainFactory grains)
    {
        if (Guests.Find(context) is not { } participant)
        {
            return Problems.Unknown();
        }

        if (!Ids.IsValid(board) || !Ids.IsValid(invite))
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        var reply = await grains.GetGrain<IBoardGrain>(board).Order(participant, new RevokeInvite(invite));
        return reply.Refusal is { } code ? Problems.Refused(code) : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Import(string board, BoardFile file, HttpContext context, IGrainFactory grains)
    {
        if (Guests.Find(context) is not { } participant)
        {
            return Problems.Unknown();
        }

        if (!Ids.IsValid(board))
        {
            return Problems.Refused(RefusalCode.NotFound);
        }

        if (file.Format != BoardFile.FormatName || file.Version != BoardFile.FormatVersion)
        {
            return Problems.Problem(
                StatusCodes.Status400BadRequest, $"This is no board's file of version {BoardFile.FormatVersion}. Export the board again with this version of CoCreate.", "malformed");
        }

        foreach (var order in BoardFileReader.Orders(file, participant))
        {
            var reply = await grains.GetGrain<IBoardGrain>(board).Order(participant, order);
            if (reply.Refusal is { } refusal)
            {
                return Problems.Refused(refusal);
            }
        }

        return TypedResults.NoContent();
    }

    /// <summary>Notes at the participant what they entered, and what they called themselves last.</summary>
    internal static async Task Remember(IGrainFactory grains, string participant, Profile profile, string board, OrderReply reply)
    {
        var grain = grains.GetGrain<IParticipantGrain>(participant);
        var known = (await grain.Read()).Profile;
        await grain.ChangeProfile(profile with { Language = known.Language });
        await grain.JoinedBoard(board, reply.Title, reply.Member?.Role ?? Role.Contributor);
    }

    private static async Task<string?> ClaimCode(IGrainFactory grains, string board)
    {
        for (var attempt = 0; attempt < CodeAttempts; attempt++)
        {
            var code = Ids.NewJoinCode();
            if (await grains.GetGrain<IJoinCodeGrain>(code).Claim(board))
            {
                return code;
            }
        }

        return null;
    }

    private static async Task<(RefusalCode? Refusal, InviteLink? Link)> MakeInvite(
        IBoardGrain grain, string participant, string board, InviteRequest wanted, long expiresAt)
    {
        var (id, secret) = (Ids.New(), Secrets.New());
        var reply = await grain.Order(participant, new MakeInvite(id, Secrets.Hash(secret), wanted.Role, expiresAt, wanted.MaxUses, wanted.Embed, wanted.Segment.Trim()));
        return reply.Refusal is { } refusal ? (refusal, null) : (null, new InviteLink(id, $"/{(wanted.Embed ? 'e' : 'b')}/{board}#{secret}"));
    }
}
