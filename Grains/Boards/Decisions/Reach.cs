namespace CoCreate.Boards;

/// <summary>How far a command reaches while an agenda runs: to what its sender sees; while the step hides what people add, only to what is hidden; and of those who are not hosts only to what the step's tools
/// are for. What is out of reach is left out of a command on many things, as R61 says; what the sender does not see is to them as if it were not there.</summary>
internal static class Reach
{
    /// <summary>The command as far as it reaches, or why it reaches nothing.</summary>
    public static (BoardCommand Command, RefusalCode? Refusal) Of(Board board, Member actor, BoardCommand command)
    {
        var reach = new Hand(board, actor);
        return command switch
        {
            AddIdea c => (reach.Sees(c.Group) && reach.IsHiddenAlike(VeilChanges.VeilOf(board, actor.Record.Id), c.Group) ? c : c with { Group = "" }, reach.Tool(StepTool.Ideas)),
            RetitleIdea c => (c, reach.Change(c.Id)),
            WriteIdeaBody c => (c, reach.Change(c.Id)),
            ChangeIdeaBody c => (c, reach.Change(c.Id)),
            RecolourIdea c => (c, reach.Change(c.Id)),
            AttachToIdea c => (c, reach.Change(c.Id)),
            TagIdeas c => Rest(c, c.Ideas, reach.Change, rest => c with { Ideas = rest }),
            UntagIdeas c => Rest(c, c.Ideas, reach.Change, rest => c with { Ideas = rest }),

            AddGroup c => (c, reach.Tool(StepTool.Group)),
            GroupIdeas c when reach.Use(c.Group, StepTool.Group) is { } refusal => (c, refusal),
            GroupIdeas c => Rest(c, c.Ideas, id => reach.Use(id, StepTool.Group) ?? reach.Fits(id, c.Group), rest => c with { Ideas = rest }),
            UngroupIdeas c => Rest(c, c.Ideas, id => reach.Use(id, StepTool.Group), rest => c with { Ideas = rest }),

            ProposeGroups or TakeCluster or LeaveCluster or DropProposal => (command, board.Agenda.IsHidden ? RefusalCode.NotInPhase : reach.Tool(StepTool.Group)),

            AddConnector c => (c, reach.Use(c.From, StepTool.Draw) ?? reach.Use(c.To, StepTool.Draw)),
            AttachConnector c => (c, reach.Change(c.Id) ?? reach.Use(c.From, StepTool.Draw) ?? reach.Use(c.To, StepTool.Draw)),
            AddFrame or AddNote or AddImage => (command, reach.Tool(StepTool.Draw)),
            SizeNote c => (c, reach.Change(c.Id)),
            AddStamp c => (c, c.On is { Length: > 0 } ? reach.Use(c.On, StepTool.Draw) : reach.Tool(StepTool.Draw)),
            AttachFile c => (c, reach.Tool(StepTool.Ideas, StepTool.Draw)),

            MoveThings c => Rest(c, c.Moves, move => reach.Move(move.Id), rest => c with { Moves = rest }),
            ResizeThing c => (c, reach.Move(c.Id)),
            ReorderThings c => Rest(c, c.Ranks, rank => reach.Use(rank.Id, StepTool.Move), rest => c with { Ranks = rest }),

            // Who locked something stands in its record.
            LockThings c when board.Agenda.IsMuted => (c, RefusalCode.NotInPhase),
            LockThings c => Rest(c, c.Ids, id => reach.Use(id, StepTool.Move), rest => c with { Ids = rest }),
            WriteThing c => (c, reach.Change(c.Id)),
            RemoveThings c => Rest(c, c.Ids, reach.Change, rest => c with { Ids = rest }),

            AddComment c => (c, reach.Use(c.Idea, StepTool.Comment)),
            EditComment c => (c, reach.Comment(c.Id)),
            RemoveComment c => (c, reach.Comment(c.Id)),
            AddReaction c => (c, reach.Use(c.Idea, StepTool.React)),
            WithdrawReaction c => (c, reach.Use(c.Idea, StepTool.React)),
            CastVote c => (c, reach.Use(c.Idea, StepTool.Dots)),
            WithdrawVote c => (c, reach.Use(c.Idea, StepTool.Dots)),

            // A vote has its own rules.
            TakeBallot or DealBallot or MarkOption or RankOptions or ComparePair or FinishBallot => (command, null),

            Restore c => (c, reach.Bin(c)),
            EmptyBin when board.Agenda.IsMuted => (command, RefusalCode.NotInPhase),
            BringBack when board.Agenda.IsMuted => (command, RefusalCode.NotInPhase),
            AssignSegment when board.Agenda.IsHidden => (command, RefusalCode.NotInPhase),
            KeepConcepts when board.Agenda.IsHidden => (command, RefusalCode.NotInPhase),

            _ when BoardRights.CircleOf(command) is BoardRights.Circle.Self or BoardRights.Circle.Host || command is TakeBack => (command, null),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "Nobody knows how far this command reaches; say it."),
        };
    }

    /// <summary>Whether something that is carried along by a move may come: all that lies there, but in a hidden step only what is hidden and seen by who moves it.</summary>
    public static bool Carries(Board board, Member actor, ThingRecord thing) =>
        !board.Agenda.IsHidden || (board.Veil.Things.ContainsKey(Root(thing)) && Sight.Of(board, thing).Sees(board, actor.Record.Id));

    private static (BoardCommand Command, RefusalCode? Refusal) Rest<T>(BoardCommand whole, T[]? items, Func<T, RefusalCode?> judge, Func<T[], BoardCommand> with)
    {
        if (items is null or { Length: 0 })
        {
            return (whole, null);
        }

        RefusalCode? why = null;
        var rest = new List<T>(items.Length);
        foreach (var item in items)
        {
            if (judge(item) is { } refusal)
            {
                why = why is null or RefusalCode.NotFound ? refusal : why;
            }
            else
            {
                rest.Add(item);
            }
        }

        return rest.Count == items.Length ? (whole, null) : rest.Count == 0 ? (whole, why) : (with([.. rest]), null);
    }

    /// <summary>What a thing is hidden by: itself, or what it hangs on.</summary>
    private static string Root(ThingRecord thing) => thing switch
    {
        ConnectorRecord connector => connector.From,
        StampRecord { On.Length: > 0 } stamp => stamp.On,
        _ => thing.Id,
    };

    /// <summary>What one person reaches. Of what is not on the board nothing is said here: the decision itself does.</summary>
    private sealed class Hand(Board board, Member actor)
    {
        public bool Sees(string? id) => id is null || Sight.OfThing(board, id).Sees(board, actor.Record.Id);

        /// <summary>An idea says which group it is in: where both are hidden, whoever sees the one has to see the other.</summary>
        public bool IsHiddenAlike(Veiled? idea, string? group) =>
            !board.Agenda.IsHidden || group is null || !board.Veil.Things.TryGetValue(group, out var veiled) || veiled == idea;

        public RefusalCode? Fits(string? idea, string group) =>
            Check.Unless(IsHiddenAlike(idea is null ? null : board.Veil.Things.GetValueOrDefault(idea), group), RefusalCode.NotInPhase);

        /// <summary>Null when the step has one of these tools for this person; hosts need none.</summary>
        public RefusalCode? Tool(params ReadOnlySpan<StepTool> tools)
        {
            if (actor.IsHost || board.Agenda.Step is not { } step)
            {
                return null;
            }

            foreach (var tool in tools)
            {
                if (Array.IndexOf(step.Tools, tool) >= 0)
                {
                    return null;
                }
            }

            return RefusalCode.NotInPhase;
        }

        /// <summary>To do something at a thing.</summary>
        public RefusalCode? Use(string? id, params ReadOnlySpan<StepTool> tools) =>
            Things.Find(board, id) is { } thing ? Touch(thing) ?? Tool(tools) : Tool(tools);

        /// <summary>To change or remove a thing: one's own by the tool that adds it, another's as an editor.</summary>
        public RefusalCode? Change(string? id) => Things.Find(board, id) is { } thing
            ? Touch(thing) ?? (thing is GroupRecord || Authorship.Owns(board, actor, thing) ? Tool(ToolFor(thing), StepTool.Edit) : Tool(StepTool.Edit))
            : null;

        /// <summary>To put a thing somewhere else.</summary>
        public RefusalCode? Move(string? id) => Things.Find(board, id) is { } thing
            ? Touch(thing) ?? (thing is GroupRecord || Authorship.Owns(board, actor, thing) ? Tool(ToolFor(thing), StepTool.Move) : Tool(StepTool.Move))
            : null;

        public RefusalCode? Comment(string? id) =>
            id is not null && board.Comments.TryGetValue(id, out var comment)
                ? (Sight.Of(board, comment).Sees(board, actor.Record.Id) ? Use(comment.Idea, StepTool.Comment) : RefusalCode.NotFound)
                : Tool(StepTool.Comment);

        /// <summary>To bring something back: what one is shown in the bin and, in a hidden step, what was hidden when it went.</summary>
        public RefusalCode? Bin(Restore command)
        {
            if (board.Bin.Find(command.Kind, command.Id) is not { } item)
            {
                return null;
            }

            return item.IsPrivate && !BinReader.MaySee(actor, item) ? RefusalCode.NotFound
                : board.Agenda.IsHidden && item.Veiled is null ? RefusalCode.NotInPhase
                : item.What.Thing is { } thing ? Tool(ToolFor(thing), StepTool.Edit)
                : Use(item.What.Comment!.Idea, StepTool.Comment);
        }

        /// <summary>What is not seen is not there; while the step hides what is added, what is shared is only to be looked at.</summary>
        private RefusalCode? Touch(ThingRecord thing) =>
            !Sight.Of(board, thing).Sees(board, actor.Record.Id) ? RefusalCode.NotFound
            : board.Agenda.IsHidden && !board.Veil.Things.ContainsKey(Root(thing)) ? RefusalCode.NotInPhase
            : null;

        private static StepTool ToolFor(ThingRecord thing) => thing switch
        {
            IdeaRecord => StepTool.Ideas,
            GroupRecord => StepTool.Group,
            _ => StepTool.Draw,
        };
    }
}
