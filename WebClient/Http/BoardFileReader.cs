using CoCreate.Boards;

namespace CoCreate.Web.Http;

/// <summary>Turns a board's file into what people did to make it: deeds that a new board takes over. Pure but for the ids it makes.</summary>
internal sealed class BoardFileReader
{
    /// <summary>Characters of text in one order: with every character escaped it stays far below what a journal takes in one batch.</summary>
    private const int TextPerOrder = 250_000;

    private readonly BoardFile _file;
    private readonly string _owner;
    private readonly Dictionary<string, string> _people;

    private BoardFileReader(BoardFile file, string owner)
    {
        _file = file;
        _owner = owner;

        // Nobody becomes a member of a board by being named in a file: all but the one who brings it get ids that are nobody's. So do
        // those who were removed before it was written, of whom it tells nothing but that they are not the others.
        _people = file.People.Select(person => person.Id).Concat(Authors(file)).Distinct().ToDictionary(id => id, id => id == owner ? owner : Ids.New());
    }

    /// <summary>The orders, in their order, by which a new board of <paramref name="owner"/>'s becomes the file's.</summary>
    public static IEnumerable<TakeOver> Orders(BoardFile file, string owner)
    {
        var deeds = new List<Deed>();
        var text = 0;
        foreach (var deed in new BoardFileReader(file, owner).Deeds())
        {
            deeds.Add(deed);
            text += TextOf(deed.Command);
            if (deeds.Count == Limits.ThingsPerCommand || text > TextPerOrder)
            {
                yield return new TakeOver([.. deeds]);
                deeds.Clear();
                text = 0;
            }
        }

        if (deeds.Count > 0)
        {
            yield return new TakeOver([.. deeds]);
        }
    }

    /// <summary>Whoever made something, as far as the file says so.</summary>
    private static IEnumerable<string> Authors(BoardFile file) =>
        Things(file).Select(thing => thing.Author).Concat(file.Comments.Select(comment => comment.Author)).Where(author => author.Length > 0);

    private IEnumerable<Deed> Deeds() =>
        [.. Budget(), .. People(), .. Boxes(), .. Ideas(), .. Notes(), .. Pictures(), .. Connectors(), .. Stamps(), .. Comments(), .. Order(), .. Locks()];

    private IEnumerable<Deed> Budget() => _file.VoteBudget is { } dots ? [new Deed(_owner, 0, new SetVoteBudget(dots))] : [];

    private IEnumerable<Deed> People() => _file.People
        .DistinctBy(person => person.Id)
        .Where(person => person.Id != _owner)
        .Select(p => new Deed(_people[p.Id], 0, new BeKnown(p.Name, p.Colour, p.Role == Role.Owner ? Role.Host : p.Role, p.Segment)));

    private IEnumerable<Deed> Boxes() => _file.Frames
        .Select(f => By(f.Author, 0, new AddFrame(f.Id, f.Title, f.X, f.Y, f.Width, f.Height)))
        .Concat(_file.Groups.Select(g => By(g.Author, 0, new AddGroup(g.Id, g.Title, g.X, g.Y, g.Width, g.Height))));

    private IEnumerable<Deed> Ideas() => _file.Ideas.SelectMany(i => new[]
        {
            By(i.Author, i.CreatedAt, new AddIdea(i.Id, i.Title, i.Body, i.Colour, i.X, i.Y, i.Group)),
        }
        .Concat(i.Tags.Select(tag => By(i.Author, i.CreatedAt, new TagIdeas([i.Id], tag))))
        .Concat(i.File.Length == 0 && i.Alt.Length == 0 ? [] : [By(i.Author, i.CreatedAt, new AttachToIdea(i.Id, i.File, i.Alt))]));

    private IEnumerable<Deed> Notes() => _file.Notes.Select(n => By(n.Author, 0, new AddNote(n.Id, n.Text, n.Size, n.X, n.Y, n.Width, n.Height)));

    private IEnumerable<Deed> Pictures() => _file.Images.Select(i => By(i.Author, 0, new AddImage(i.Id, i.File, i.Alt, i.X, i.Y, i.Width, i.Height)));

    private IEnumerable<Deed> Connectors() => _file.Connectors.Select(c => By(c.Author, 0, new AddConnector(c.Id, c.From, c.To, c.Label)));

    private IEnumerable<Deed> Stamps() => _file.Stamps.Select(s => By(s.Author, 0, new AddStamp(s.Id, s.Sign, s.X, s.Y, s.On)));

    /// <summary>An edited comment said something else before, which no file tells.</summary>
    private IEnumerable<Deed> Comments() => _file.Comments.OrderBy(c => c.CreatedAt).SelectMany(c => c.Edited
        ? [By(c.Author, c.CreatedAt, new AddComment(c.Id, c.Idea, c.Text == "…" ? "?" : "…")), By(c.Author, c.CreatedAt, new EditComment(c.Id, c.Text))]
        : new[] { By(c.Author, c.CreatedAt, new AddComment(c.Id, c.Idea, c.Text)) });

    /// <summary>Things lie above one another as they did.</summary>
    private IEnumerable<Deed> Order() => Things(_file)
        .Select(thing => new Rank(thing.Id, thing.Order))
        .Chunk(Limits.ThingsPerCommand)
        .Select(ranks => new Deed(_owner, 0, new ReorderThings(ranks)));

    /// <summary>Last, since a locked thing takes no more changes.</summary>
    private IEnumerable<Deed> Locks() => Things(_file)
        .Where(thing => thing.Lock != LockMode.None)
        .Select(thing => By(MayLock(thing) ? thing.LockedBy : _owner, 0, new LockThings([thing.Id], thing.Lock)));

    /// <summary>Whether who locked it may still do so: a host may be none any more.</summary>
    private bool MayLock(ThingRecord thing) =>
        _file.People.Any(p => p.Id == thing.LockedBy && (p.Role is Role.Owner or Role.Host)) || (thing.Lock == LockMode.Own && thing.LockedBy == thing.Author);

    private static IEnumerable<ThingRecord> Things(BoardFile file) =>
        [.. file.Frames, .. file.Groups, .. file.Ideas, .. file.Notes, .. file.Images, .. file.Connectors, .. file.Stamps];

    /// <summary>Somebody's deed; the owner's where the file does not say whose.</summary>
    private Deed By(string person, long at, ClientCommand command) => new(_people.GetValueOrDefault(person, _owner), at, command);

    private static int TextOf(BoardCommand command) => command switch
    {
        AddIdea c => c.Title.Length + c.Body.Length,
        AddNote c => c.Text.Length,
        AddComment c => c.Text.Length,
        EditComment c => c.Text.Length,
        _ => 0,
    };
}
