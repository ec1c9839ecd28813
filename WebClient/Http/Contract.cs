using CoCreate.Boards;
using CoCreate.Participants;

namespace CoCreate.Web.Http;

/// <summary>What makes a board.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Name">The maker's name on it.</param>
/// <param name="Brief">What is asked; may be empty.</param>
/// <param name="Colour">The maker's colour; chosen for them when absent.</param>
/// <param name="Segment">Customer, employee, …; may be empty.</param>
/// <param name="Playbook">Id of a playbook whose steps become the board's agenda, and whose charter becomes its brief where that is empty; empty for none.</param>
public sealed record MakeBoardRequest(string Title, string Name, string Brief = "", Colour? Colour = null, string Segment = "", string Playbook = "");

/// <summary>A board that was made.</summary>
/// <param name="Board">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="JoinCode">The code that lets others in as contributors.</param>
/// <param name="HostLink">Path and fragment of a link that makes whoever opens it a host. It is shown this once.</param>
/// <param name="Participant">Who the maker is.</param>
public sealed record MadeBoard(string Board, string Title, string JoinCode, string HostLink, string Participant);

/// <summary>What opens a board: a join code, or a board's id with an invite's secret.</summary>
/// <param name="Code">A join code; capital letters or small ones.</param>
/// <param name="Board">A board's id.</param>
/// <param name="Secret">The secret from the fragment of an invite's link.</param>
public sealed record LookRequest(string Code = "", string Board = "", string Secret = "");

/// <summary>What somebody sees of a board before they enter it.</summary>
/// <param name="Board">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Role">The role that they would have.</param>
/// <param name="IsMember">Whether they are on it already and need not enter.</param>
/// <param name="Policy">What is expected of people there; may be empty.</param>
/// <param name="NeedsPasscode">Whether they must know a passcode.</param>
/// <param name="Approve">Whether they will wait until a host lets them in.</param>
/// <param name="Refusal">Why they do not come in now: doorClosed, boardFull or banned; null when they do.</param>
/// <param name="Standing">How they stand with the door so far.</param>
/// <param name="Brief">What is asked there; empty where nothing was written, or where they could not go in and read it at once: before a passcode, a host's leave or a refusal.</param>
/// <param name="Segment">The segment that this link puts newcomers into; empty for none.</param>
public sealed record LookAnswer(
    string Board, string Title, Role Role, bool IsMember, string Policy, bool NeedsPasscode, bool Approve, RefusalCode? Refusal, DoorStanding Standing,
    string Brief, string Segment);

/// <summary>Enters a board: by a join code, or by a board's id with an invite's secret.</summary>
/// <param name="Name">Their name on the board.</param>
/// <param name="Code">A join code; capital letters or small ones.</param>
/// <param name="Board">A board's id.</param>
/// <param name="Secret">The secret from the fragment of an invite's link.</param>
/// <param name="Colour">Their colour; chosen for them when absent.</param>
/// <param name="Segment">Customer, employee, …; may be empty. A link that names a segment, and a host, have more weight.</param>
/// <param name="Passcode">What newcomers must know, where the board has it so.</param>
public sealed record EnterRequest(
    string Name, string Code = "", string Board = "", string Secret = "", Colour? Colour = null, string Segment = "", string Passcode = "");

/// <summary>A board that somebody entered.</summary>
/// <param name="Board">The board's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Role">Their role on it.</param>
/// <param name="Participant">Who they are.</param>
public sealed record Entered(string Board, string Title, Role Role, string Participant);

/// <summary>The asking person as they may see themselves.</summary>
/// <param name="Participant">Their id; empty for somebody who has done nothing here yet.</param>
/// <param name="Profile">What they say of themselves.</param>
/// <param name="Boards">Boards they joined, the latest first.</param>
public sealed record MeAnswer(string Participant, Profile Profile, JoinedBoard[] Boards);

/// <summary>What makes an invite.</summary>
/// <param name="Role">The role it gives; not owner.</param>
/// <param name="ExpiresInHours">For how many hours it is good; 0 for ever.</param>
/// <param name="MaxUses">How many may enter by it; 0 for any number.</param>
/// <param name="Embed">Whether pages of other sites may show the board by it; for observers, any number of them.</param>
/// <param name="Segment">Customer, employee, …: who comes in by it is in this segment; may be empty.</param>
public sealed record InviteRequest(Role Role, int ExpiresInHours = 0, int MaxUses = 0, bool Embed = false, string Segment = "");

/// <summary>An invite that was made.</summary>
/// <param name="Id">Its id, by which it is revoked.</param>
/// <param name="Link">Path and fragment of its link. It is shown this once; the server keeps only a hash.</param>
public sealed record InviteLink(string Id, string Link);

/// <summary>Which version a board is brought back to.</summary>
/// <param name="Seq">The version.</param>
public sealed record RestoreRequest(long Seq);

/// <summary>A file that was uploaded.</summary>
/// <param name="File">Its id: the SHA-256 of its content, lower-case hex.</param>
/// <param name="Format">What it is, by its content.</param>
public sealed record UploadedFile(string File, FileType Format);

/// <summary>Where to send others.</summary>
/// <param name="Origin">Scheme, host and port that others can open, such as "http://192.168.1.20:5080".</param>
/// <param name="Framers">Sites whose pages may show boards, as in the CSP's frame-ancestors; empty for none.</param>
public sealed record AddressAnswer(string Origin, string[] Framers);

/// <summary>What a page in a frame shows to be let see a board.</summary>
/// <param name="Board">The board's id.</param>
/// <param name="Secret">The secret from the fragment of the frame's address.</param>
public sealed record EmbedRequest(string Board, string Secret);

/// <summary>A pass for a page in a frame.</summary>
/// <param name="Pass">What it sends with each request.</param>
/// <param name="Until">When it ends, Unix milliseconds by the server's clock; the next one is to be fetched before.</param>
public sealed record EmbedAnswer(string Pass, long Until);

/// <summary>Who is on a board now.</summary>
/// <param name="Participants">The ids of all persons who have it open, in no particular order.</param>
public sealed record HereAnswer(string[] Participants);
