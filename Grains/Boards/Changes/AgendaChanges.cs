using System.Collections.Immutable;

namespace CoCreate.Boards;

/// <summary>The agenda: its steps, timers, rules and sheets.</summary>
internal static class AgendaChanges
{
    public static Board Planned(Board board, AgendaSet e)
    {
        if (e.Steps.Length == 0)
        {
            return board with { Agenda = Agenda.None };
        }

        var plan = board.Agenda.Plan;
        var running = board.Agenda.Phase?.Step ?? "";
        var index = plan is null or { Index: < 0 } ? -1
            : running.Length > 0 ? Array.FindIndex(e.Steps, step => step.Id == running)
            : e.Steps.Length;
        return With(board, agenda => agenda with { Plan = new AgendaRecord { Id = "agenda", Playbook = e.Playbook, Steps = e.Steps, Index = index } });
    }

    public static Board Begun(Board board, BoardEntry entry, StepBegun e)
    {
        var plan = board.Agenda.Plan!;
        var index = Array.FindIndex(plan.Steps, step => step.Id == e.Id);
        var phase = new PhaseRecord
        {
            Id = "phase",
            Step = e.Id,
            BegunAt = entry.At,
            EndsAt = e.EndsAt,
            PausedLeft = 0,
            Hidden = 0,
            Revealed = false,
            Round = e.Round,
            RulesHash = e.RulesHash,
            Changes = [],
        };
        board = With(board, agenda => agenda with
        {
            Plan = plan with { Index = index },
            Phase = phase,
            Begun = agenda.Begun.Add(e.Id),
            Since = agenda.Since == 0 ? entry.Seq : agenda.Since,
            Consent = "",
            Ready = agenda.Ready.Clear(),
            Seats = agenda.Seats.Clear(),
            Rounds = e.Round > 0 ? e.Round : agenda.Rounds,
        });
        var exposure = plan.Steps[index].Exposure;
        board = exposure >= Exposure.All ? VeilChanges.Revealed(board) : VeilChanges.Counted(Dealt(board, e.Sheets));
        return exposure == Exposure.Concepts ? Shown(board) : board;
    }

    public static Board Ended(Board board)
    {
        board = VeilChanges.Revealed(board);
        return With(board, agenda => agenda with
        {
            Plan = agenda.Plan! with { Index = agenda.Plan.Steps.Length },
            Phase = null,
            Consent = "",
            Ready = agenda.Ready.Clear(),
            Seats = agenda.Seats.Clear(),
        });
    }

    public static Board Revealed(Board board) => VeilChanges.Revealed(Phase(board, phase => phase with { Revealed = true }));

    public static Board RulesChanged(Board board, BoardEntry entry, RulesChanged e)
    {
        var plan = board.Agenda.Plan!;
        var change = new RulesChange
        {
            At = entry.At,
            By = entry.Actor,
            Reason = e.Reason,
            Before = board.Agenda.Phase!.RulesHash,
            After = e.RulesHash,
            Consent = e.Consent,
            Was = board.Agenda.Step!,
            Now = e.Step,
        };
        board = VoteChanges.RulesChanged(board, e.Step.Id, change);
        board = Phase(board, phase => phase with { RulesHash = e.RulesHash, Changes = [.. phase.Changes, change] });
        return With(board, agenda => agenda with
        {
            Plan = plan with { Steps = [.. plan.Steps.Select(step => step.Id == e.Step.Id ? e.Step : step)] },
            Consent = e.Consent ? e.RulesHash : agenda.Consent,
        });
    }

    public static Board RulesAccepted(Board board, string actor, RulesAccepted e) => Seat(board, actor, seat => seat with { Accepted = e.Hash });

    /// <summary>Who is finished asks for no more time.</summary>
    public static Board ReadySaid(Board board, BoardEntry entry, ReadySaid e) => With(e.Ready ? TimeChanges.Withdrawn(board, entry.Actor) : board, agenda => agenda with
    {
        Ready = e.Ready ? agenda.Ready.SetItem(entry.Actor, new ReadyRecord { Id = entry.Actor, At = entry.At }) : agenda.Ready.Remove(entry.Actor),
    });

    public static Board ConceptsKept(Board board, ConceptsKept e) =>
        e.Ideas.Aggregate(board, (next, id) => IdeaChanges.Change(next, id, idea => idea with { Concept = e.Kept }));

    public static Board SheetTaken(Board board, SheetTaken e)
    {
        var sheet = board.Agenda.Sheets[e.Sheet];
        return With(board, agenda => agenda with
        {
            Sheets = agenda.Sheets.SetItem(e.Sheet, sheet with { Holder = e.Participant, Held = sheet.Held.Add(e.Participant) }),
        });
    }

    /// <summary>Somebody new knows the rules that they find; somebody who comes again stands as they stood.</summary>
    public static Board Entered(Board board, string participant) =>
        board.Agenda.Consent.Length == 0 ? board : Seat(board, participant, seat => seat with { Accepted = board.Agenda.Consent });

    /// <summary>Who is gone holds nothing and says nothing.</summary>
    public static Board Left(Board board, params IEnumerable<string> participants)
    {
        foreach (var participant in board.Agenda.Plan is null ? [] : participants)
        {
            var held = board.Agenda.SheetOf(participant);
            board = With(board, agenda => agenda with
            {
                Ready = agenda.Ready.Remove(participant),
                Seats = agenda.Seats.Remove(participant),
                Sheets = held.Length == 0 ? agenda.Sheets : agenda.Sheets.SetItem(held, agenda.Sheets[held] with { Holder = "" }),
            });
        }

        return board;
    }

    /// <summary>The hosts' concepts are seen by everybody.</summary>
    private static Board Shown(Board board) =>
        board.Ideas.Values.Where(idea => idea.Record.Concept).Aggregate(board, (next, idea) => IdeaChanges.Change(next, idea.Record.Id, record => record with { Concept = false }));

    /// <summary>The sheets as they are passed on. Who wrote alone before finds their ideas on a sheet of their own.</summary>
    private static Board Dealt(Board board, SheetPlace[] places)
    {
        var sheets = board.Agenda.Sheets.ToImmutableDictionary(sheet => sheet.Key, sheet => sheet.Value with { Holder = "" });
        foreach (var place in places)
        {
            var known = sheets.GetValueOrDefault(place.Id)?.Held ?? [];
            sheets = sheets.SetItem(place.Id, new Sheet(place.Owner, place.Holder, place.Holder.Length == 0 ? known : known.Add(place.Holder)));
        }

        board = With(board, agenda => agenda with { Sheets = sheets });
        var own = sheets.ToDictionary(sheet => sheet.Value.Owner, sheet => sheet.Key);
        foreach (var (id, veiled) in places.Length == 0 ? [] : board.Veil.Things)
        {
            if (veiled.Sheet.Length == 0 && own.TryGetValue(veiled.Author, out var sheet))
            {
                board = board with { Veil = board.Veil with { Things = board.Veil.Things.SetItem(id, veiled with { Sheet = sheet }) } };
                board = board.Ideas.ContainsKey(id) ? IdeaChanges.Change(board, id, idea => idea with { Sheet = sheet }) : board;
            }
        }

        return board;
    }

    private static Board With(Board board, Func<Agenda, Agenda> change) => board with { Agenda = change(board.Agenda) };

    private static Board Phase(Board board, Func<PhaseRecord, PhaseRecord> change) => With(board, agenda => agenda with { Phase = change(agenda.Phase!) });

    private static Board Seat(Board board, string participant, Func<Seat, Seat> change) =>
        With(board, agenda => agenda with { Seats = agenda.Seats.SetItem(participant, change(agenda.SeatOf(participant))) });
}
