namespace CoCreate;

/// <summary>Every limit of the product, with its unit and reason. What passes a limit is refused with
/// <see cref="RefusalCode.TooLong"/>, <see cref="RefusalCode.TooMany"/> or <see cref="RefusalCode.TooFast"/>; nothing is cut silently.</summary>
/// <remarks>Lengths are UTF-16 code units, as <c>string.Length</c> counts them in C# and in JavaScript.</remarks>
public static class Limits
{
    /// <summary>Length of a board, idea or group title. A heading, not a text; it is read at 50 % zoom.</summary>
    public const int TitleLength = 300;

    /// <summary>Length of a step's name, in UTF-16 code units; it has to fit the bar above the board.</summary>
    public const int StepNameLength = 60;

    /// <summary>Length of what a step asks for, in UTF-16 code units: a paragraph that is read in a minute.</summary>
    public const int StepTextLength = 1_000;

    /// <summary>Steps of one agenda: a long day's.</summary>
    public const int StepsPerAgenda = 60;

    /// <summary>The longest timer of a step, in seconds: 30 days.</summary>
    public const int StepSeconds = 30 * 24 * 60 * 60;

    /// <summary>Changes of a running step's rules; each is shown to everybody.</summary>
    public const int RulesChanges = 20;

    /// <summary>Bytes of one playbook's file; the longest shipped one has 10 KB.</summary>
    public const int PlaybookBytes = 128 * 1024;

    /// <summary>Length of a playbook's id, in characters; it stands in addresses.</summary>
    public const int PlaybookIdLength = 60;

    /// <summary>Length of a playbook's title, in UTF-16 code units; it has to fit a card of the picker.</summary>
    public const int PlaybookTitleLength = 100;

    /// <summary>Length of what says when to use a playbook, in UTF-16 code units.</summary>
    public const int PlaybookTextLength = 2_000;

    /// <summary>Minutes of a playbook's session at most: 60 days, for a contest.</summary>
    public const int PlaybookMinutes = 60 * 24 * 60;

    /// <summary>Questions for afterwards of one playbook.</summary>
    public const int PlaybookQuestions = 20;

    /// <summary>Length of one such question, in UTF-16 code units.</summary>
    public const int PlaybookQuestionLength = 300;

    /// <summary>Playbooks that one person keeps.</summary>
    public const int PlaybooksPerParticipant = 50;

    /// <summary>After the end of a strict timer, seconds in which what somebody was in the middle of is still taken.</summary>
    public const int GraceSeconds = 15;

    /// <summary>The shortest passcode of a board's door, in UTF-16 code units; guesses are limited as well.</summary>
    public const int PasscodeMinLength = 6;

    /// <summary>The longest passcode of a board's door, in UTF-16 code units: a sentence.</summary>
    public const int PasscodeLength = 100;

    /// <summary>Wrong passcodes that one address may try at one board in <see cref="PasscodeMinutes"/>: what a room behind one address mistypes.</summary>
    public const int WrongPasscodesPerAddress = 30;

    /// <summary>Wrong passcodes that all addresses together may try at one board in <see cref="PasscodeMinutes"/>.</summary>
    public const int WrongPasscodesPerBoard = 200;

    /// <summary>Minutes over which wrong passcodes are counted.</summary>
    public const int PasscodeMinutes = 10;

    /// <summary>The latest time that may be named, Unix milliseconds: the end of the year 9999.</summary>
    public const long LatestTime = 253_402_300_799_999;

    /// <summary>Length of what is expected of people on a board, in UTF-16 code units: a page that is still read at the door.</summary>
    public const int PolicyLength = 2_000;

    /// <summary>Length of the reason that somebody is given, in UTF-16 code units: a few sentences.</summary>
    public const int ReasonLength = 500;

    /// <summary>People who wait at the door of one board at once; a host lets them in by the hundred.</summary>
    public const int KnocksPerBoard = 1_000;

    /// <summary>People whom a board remembers to have turned away, so that they read why.</summary>
    public const int TurnedAwayPerBoard = 1_000;

    /// <summary>People whom one board does not let in again.</summary>
    public const int BannedPerBoard = 10_000;

    /// <summary>Length of a board's brief, in UTF-16 code units: one page.</summary>
    public const int BriefLength = 4_000;

    /// <summary>Length of an idea's body, in UTF-16 code units: about three pages; a command still fits one message with every character escaped.</summary>
    public const int BodyLength = 8_000;

    /// <summary>Pieces of one change of a body, as a browser sends it: replacing a word everywhere fits, and a command still fits one message.</summary>
    public const int PiecesPerChange = 500;

    /// <summary>Latest changes of bodies that a board remembers, so that it can map a change over those its author did not know. Three minutes of ten people typing.</summary>
    public const int RecentTextChanges = 2_000;

    /// <summary>Characters and pieces in those changes, in all: they stay in memory, and are looked through for one change.</summary>
    public const int RecentTextWeight = 200_000;

    /// <summary>Length of one comment, in UTF-16 code units.</summary>
    public const int CommentLength = 2_000;

    /// <summary>Length of a connector's label, in UTF-16 code units.</summary>
    public const int LabelLength = 100;

    /// <summary>Length of a person's name, in UTF-16 code units; it has to fit a cursor's flag.</summary>
    public const int NameLength = 60;

    /// <summary>Length of a segment's name (customer, employee, …), in UTF-16 code units.</summary>
    public const int SegmentLength = 60;

    /// <summary>Length of a language tag (BCP 47), in characters.</summary>
    public const int LanguageLength = 35;

    /// <summary>Ids are made by browsers; this is the shortest accepted (60 random bits in base 64).</summary>
    public const int IdMinLength = 10;

    /// <summary>The longest accepted id, in characters.</summary>
    public const int IdMaxLength = 32;

    /// <summary>Ideas on one board. A canvas stays smooth and a snapshot stays a few megabytes.</summary>
    public const int IdeasPerBoard = 20_000;

    /// <summary>Groups on one board.</summary>
    public const int GroupsPerBoard = 2_000;

    /// <summary>Ideas in no group that a board must have for groups to be proposed: one group's.</summary>
    public const int IdeasToGroup = 3;

    /// <summary>Connectors on one board.</summary>
    public const int ConnectorsPerBoard = 20_000;

    /// <summary>Comments on one idea.</summary>
    public const int CommentsPerIdea = 1_000;

    /// <summary>Comments on one board.</summary>
    public const int CommentsPerBoard = 50_000;

    /// <summary>People who ever entered one board and were not removed.</summary>
    public const int ParticipantsPerBoard = 10_000;

    /// <summary>Invites on one board that are not revoked.</summary>
    public const int InvitesPerBoard = 200;

    /// <summary>Things that one command may name (a move, a lock, a removal, a tag): a whole selection goes as one command.</summary>
    public const int ThingsPerCommand = 500;

    /// <summary>Parts of one <c>TakeBack</c>; what one did with more than that is taken back with several.</summary>
    public const int PartsPerTakeBack = 200;

    /// <summary>Commands that say how one part of a <c>TakeBack</c> was left: one for each way in which a record can be changed.</summary>
    public const int LeftPerPart = 16;

    /// <summary>Removed things that the bin keeps: as many as there can be ideas, so that clearing a whole board can be taken back. At the limit the oldest goes for good.</summary>
    public const int BinItems = 20_000;

    /// <summary>Records that the bin keeps, an idea's comments and connectors counted with it; at the limit the oldest items go for good, never the latest one.</summary>
    public const int BinRecords = 60_000;

    /// <summary>Things on one page of the bin.</summary>
    public const int BinPage = 50;

    /// <summary>Lines on one page of a board's history.</summary>
    public const int HistoryPage = 50;

    /// <summary>Ids that one line of the history names; it says how many there are in all.</summary>
    public const int HistorySubjects = 20;

    /// <summary>Restore points of one board. One that was made by itself makes room for the next such one; those with names stay until a host removes them.</summary>
    public const int RestorePoints = 100;

    /// <summary>Things that are brought back in one go before other edits have their turn, when a board is brought back to what it was.</summary>
    public const int RestorationSlice = 200;

    /// <summary>Dots that each person may be given; budgets are 0 to this number.</summary>
    public const int VoteBudget = 1_000;

    /// <summary>Votes of one board, open and closed ones.</summary>
    public const int VotesPerBoard = 200;

    /// <summary>Options of one vote. Whoever has more to choose from groups them first, or takes the best of an earlier vote.</summary>
    public const int OptionsPerVote = 500;

    /// <summary>Options of a vote by ranking or by pairs: each is compared with each, and counting must not hold the board up.</summary>
    public const int ComparedOptions = 100;

    /// <summary>Options of a person's own order. Nobody reads further from the top.</summary>
    public const int OrderedOptions = 100;

    /// <summary>First places of a person's own order, over which options are spread evenly: what fits a phone's screen. At most half of the options.</summary>
    public const int FirstPlaces = 7;

    /// <summary>Options of a list that one person is asked to judge before the ballot says that it is enough.</summary>
    public const int OptionsBeforeRest = 40;

    /// <summary>Comparisons that a plan may ask of one person: about twenty minutes.</summary>
    public const int ComparisonsPerPerson = 200;

    /// <summary>Comparisons that are asked of one person where the plan does not say: about three minutes.</summary>
    public const int ComparisonsUnlessSaid = 30;

    /// <summary>The highest score that a plan may have.</summary>
    public const int HighestScore = 100;

    /// <summary>Points that each person may be given to spend.</summary>
    public const int PointsPerPerson = 1_000_000;

    /// <summary>The highest price of an option, in points.</summary>
    public const int Price = 1_000_000_000;

    /// <summary>Pairs of similar options that a vote warns of.</summary>
    public const int SplitsPerVote = 50;

    /// <summary>People that a part of a result is of, at least: what fewer said is not told apart from what others said, or one could tell who said it.</summary>
    public const int LeastInCell = 5;

    /// <summary>Segments that a result is divided by, the largest ones; the others stand together. More can hardly be compared at a glance.</summary>
    public const int SegmentsInResults = 8;

    /// <summary>Segments that a vote may be for.</summary>
    public const int SegmentsPerVote = 50;

    /// <summary>Distance of any coordinate from the board's origin, in board units (CSS pixels at 100 % zoom).</summary>
    public const double Coordinate = 1_000_000;

    /// <summary>Smallest side of a group, frame, note or image, in board units: still a target for a finger.</summary>
    public const double MinSide = 24;

    /// <summary>Largest side of a group, frame, note or image, in board units.</summary>
    public const double MaxSide = 100_000;

    /// <summary>Width of every card, in board units. Servers and browsers agree on it, so that both find the same things in a frame.</summary>
    public const double CardWidth = 208;

    /// <summary>Height of every card, in board units.</summary>
    public const double CardHeight = 144;

    /// <summary>Frames, notes, images and stamps on one board, each.</summary>
    public const int EachPerBoard = 5_000;

    /// <summary>Length of a note, in UTF-16 code units.</summary>
    public const int NoteLength = 4_000;

    /// <summary>Length of a picture's description, in UTF-16 code units: a few sentences.</summary>
    public const int AltLength = 500;

    /// <summary>Length of a tag, in UTF-16 code units; it has to fit a card.</summary>
    public const int TagLength = 40;

    /// <summary>Tags on one idea.</summary>
    public const int TagsPerIdea = 12;

    /// <summary>Different tags on one board; a list that a person can still choose from.</summary>
    public const int TagsPerBoard = 500;

    /// <summary>Bytes of one uploaded file. A photograph of a phone, or a model for a printer.</summary>
    public const int FileBytes = 20 * 1024 * 1024;

    /// <summary>Bytes of all files that one person uploaded to one board.</summary>
    public const long FileBytesPerPerson = 200L * 1024 * 1024;

    /// <summary>Bytes of all files of one board.</summary>
    public const long FileBytesPerBoard = 1024L * 1024 * 1024;

    /// <summary>Files on one board.</summary>
    public const int FilesPerBoard = 2_000;

    /// <summary>Length of a file's name, in UTF-16 code units, as file systems have it.</summary>
    public const int FileNameLength = 255;

    /// <summary>Largest width and height of a picture, in pixels: what browsers can still draw.</summary>
    public const int PicturePixels = 32_767;

    /// <summary>Commands in one <c>Submit</c> message.</summary>
    public const int CommandsPerMessage = 64;

    /// <summary>Commands of one board that wait for their commit; past it a submission is answered with <see cref="SubmitStatus.Busy"/>.</summary>
    public const int PendingCommandsPerBoard = 20_000;

    /// <summary>Commands per second that one participant may send to one board, on average, over all their tabs.</summary>
    public const int CommandsPerSecond = 60;

    /// <summary>Commands that one participant may send at once after a quiet time (an offline queue being flushed, a paste of many lines).</summary>
    public const int CommandBurst = 1_000;

    /// <summary>Browser sessions (client ids) that a board remembers for duplicate detection; the one unused for longest is forgotten first.</summary>
    public const int ClientsPerBoard = 50_000;

    /// <summary>Commands of one browser session that may be sent and unsettled at once: a board remembers the outcomes of this many latest
    /// numbers, so that every command that can be sent again is told its true outcome.</summary>
    public const int UnsettledPerClient = 256;

    /// <summary>People whom a web process asks a board about in one call, when many come at once.</summary>
    public const int NewcomersPerCall = 256;

    /// <summary>Bytes of one message from a browser. The longest legal command with every character escaped is about 50 KB.</summary>
    public const int MessageBytes = 65_536;

    /// <summary>Messages per second that one connection is read at, on average; a browser that drags and types sends about 30.</summary>
    public const int MessagesPerSecond = 100;

    /// <summary>Messages that one connection may send at once after a quiet time: as many as commands, each in a message of its own.</summary>
    public const int MessageBurst = 1_000;

    /// <summary>Bytes per second that one connection is read at, on average; somebody who types sends about 2 KB.</summary>
    public const int BytesPerSecond = 128 * 1024;

    /// <summary>Bytes that one connection may send at once after a quiet time: an offline queue of 256 commands of 4 KB.</summary>
    public const int ByteBurst = 1024 * 1024;

    /// <summary>Seconds that one message may take to arrive. Who drips longer than this is not slow but holds a place.</summary>
    public const int MessageSeconds = 30;

    /// <summary>Times per second that one connection may say where its person is (R31), on average.</summary>
    public const int PresencePerSecond = 20;

    /// <summary>The same at once: what a network held up arrives together.</summary>
    public const int PresenceBurst = 40;

    /// <summary>Joins per second of one connection, on average. A browser joins again when it lost its place, which is rare.</summary>
    public const double JoinsPerSecond = 0.5;

    /// <summary>Joins of one connection at once.</summary>
    public const int JoinBurst = 30;

    /// <summary>Connections of one person to one web process: tabs and devices.</summary>
    public const int ConnectionsPerParticipant = 50;

    /// <summary>Connections per second that one person may open to one web process (R93), on average. Who reloads all day opens fewer.</summary>
    public const int ConnectionsPerSecond = 2;

    /// <summary>The same at once: all tabs of one person, and all of them once more.</summary>
    public const int ConnectionBurst = 100;

    /// <summary>Joins per second of one person, over all connections, on average; a connection that begins with a snapshot joins twice.</summary>
    public const int PersonJoinsPerSecond = 4;

    /// <summary>The same at once.</summary>
    public const int PersonJoinBurst = 200;

    /// <summary>Longest time, in milliseconds, that a browser is told to wait which sends again and again too fast or with gaps (R94).</summary>
    public const int LongestRetryMs = 8_000;

    /// <summary>Connections that one web process shows one board to; a pass over them takes a tenth of a second.</summary>
    public const int ViewersPerBoard = 5_000;

    /// <summary>Nesting depth of JSON from a browser; the deepest legal message needs 7.</summary>
    public const int MessageDepth = 16;

    /// <summary>Pages of other sites that one web process shows one board in, beside <see cref="ViewersPerBoard"/>: they never keep out those who work on it.</summary>
    public const int OnlookersPerBoard = 1_000;

    /// <summary>Boards that one participant's record lists; the one joined longest ago is forgotten first.</summary>
    public const int BoardsPerParticipant = 1_000;

    /// <summary>Characters of a board's join code.</summary>
    public const int JoinCodeLength = 6;

    /// <summary>Events between two snapshots of a board's state in the journal.</summary>
    public const int EventsPerSnapshot = 1_000;

    /// <summary>Committed events that an activation keeps in memory, so that a relay can fetch what it missed.</summary>
    public const int RecentEvents = 4_096;
}
