using System.Text;
using CoCreate.Boards;
using CoCreate.Participants;
using CoCreate.Playbooks;
using CoCreate.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CoCreate.Web.Http;

/// <summary>Playbooks: those that come with the server, one's own, and the pre-flight check (R160 to R164).</summary>
internal static class PlaybookEndpoints
{
    private const string Json = "application/json";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/playbooks", List)
            .WithSummary("The playbooks that come with the server")
            .WithDescription("What is needed to choose one; the whole of one is at /api/playbooks/{id}.");
        api.MapGet("/playbooks/{id}", Read)
            .WithSummary("A playbook")
            .WithDescription("In its file format (docs/PLAYBOOKS.md): one's own where there is one with this id, otherwise one that comes with the server.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/playbooks/check", Check)
            .Accepts<Playbook>(Json)
            .WithMetadata(new RequestSizeLimitAttribute(2 * Limits.PlaybookBytes))
            .WithSummary("The pre-flight check")
            .WithDescription("What is wrong with a playbook, missing, or worth a thought, each with its path and what to do. Nothing is kept.");
        api.MapGet("/me/playbooks", ListMine)
            .WithSummary("The asking person's playbooks")
            .WithDescription("Those that they wrote or brought along.");
        api.MapGet("/me/playbooks/{id}", FindMine)
            .WithSummary("One of the asking person's playbooks")
            .WithDescription("In its file format.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/me/playbooks/{id}", Keep)
            .Accepts<Playbook>(Json)
            .WithMetadata(new RequestSizeLimitAttribute(2 * Limits.PlaybookBytes))
            .WithSummary("Keeps a playbook")
            .WithDescription("The body is a playbook's file, whose id is the one in the address. One with this id is replaced. Somebody without a cookie becomes a guest and gets one. The answer is what the pre-flight check says.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapDelete("/me/playbooks/{id}", Drop)
            .WithSummary("Removes one of the asking person's playbooks")
            .WithDescription("Boards that were made of it keep their agenda.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>One's own playbook with this id, or one that comes with the server, or null.</summary>
    internal static async Task<Playbook?> Find(IGrainFactory grains, string? participant, string id) =>
        (participant is null ? null : await grains.GetGrain<IParticipantGrain>(participant).FindPlaybook(id)) ?? await Shelf(grains).Find(id);

    private static IPlaybookGrain Shelf(IGrainFactory grains) => grains.GetGrain<IPlaybookGrain>(IPlaybookGrain.Shelf);

    private static async Task<Ok<PlaybookSummary[]>> List(IGrainFactory grains) => TypedResults.Ok(await Shelf(grains).List());

    private static async Task<Results<Ok<Playbook>, ProblemHttpResult>> Read(string id, HttpContext context, IGrainFactory grains) =>
        await Find(grains, Guests.Find(context), id) is { } playbook ? TypedResults.Ok(playbook) : Missing();

    private static async Task<Ok<PlaybookFinding[]>> Check(HttpContext context, IGrainFactory grains) => TypedResults.Ok(await Shelf(grains).Check(await Body(context)));

    private static async Task<Ok<PlaybookSummary[]>> ListMine(HttpContext context, IGrainFactory grains) =>
        TypedResults.Ok(Guests.Find(context) is { } participant ? await grains.GetGrain<IParticipantGrain>(participant).ListPlaybooks() : []);

    private static async Task<Results<Ok<Playbook>, ProblemHttpResult>> FindMine(string id, HttpContext context, IGrainFactory grains) =>
        Guests.Find(context) is { } participant && await grains.GetGrain<IParticipantGrain>(participant).FindPlaybook(id) is { } playbook ? TypedResults.Ok(playbook) : Missing();

    private static async Task<Results<Ok<PlaybookFinding[]>, ProblemHttpResult>> Keep(string id, HttpContext context, IGrainFactory grains)
    {
        var participant = await Guests.FindOrMake(context);
        var reply = await grains.GetGrain<IParticipantGrain>(participant).KeepPlaybook(id, await Body(context));
        return reply.Refusal switch
        {
            null => TypedResults.Ok(reply.Findings),
            RefusalCode.TooMany => Problems.Problem(StatusCodes.Status409Conflict, $"You keep {Limits.PlaybooksPerParticipant} playbooks already. Remove one first.", "tooMany"),
            _ => TypedResults.Problem(
                reply.Findings is [var first, ..] ? $"{first.Path}: {first.Text}".TrimStart(':', ' ') : null,
                statusCode: StatusCodes.Status400BadRequest,
                extensions: new Dictionary<string, object?> { ["code"] = "malformed", ["findings"] = reply.Findings }),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Drop(string id, HttpContext context, IGrainFactory grains) =>
        Guests.Find(context) is { } participant && await grains.GetGrain<IParticipantGrain>(participant).DropPlaybook(id) is null ? TypedResults.NoContent() : Missing();

    /// <summary>As text, so that what is wrong with it can be told with its line; the server's limit on the request's size holds.</summary>
    private static async Task<string> Body(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    /// <summary>There is no such playbook.</summary>
    internal static ProblemHttpResult Missing() =>
        Problems.Problem(StatusCodes.Status404NotFound, "There is no playbook with this id. /api/playbooks and /api/me/playbooks list those that there are.", "notFound");
}
