// Generated from the C# contract by Tests/Wire/WireTypes.cs; a test fails when it is stale and names the command that renews it.

/** An order to a board; the closed set of those that a browser may send. */
export type ClientCommand =
  | RenameBoard
  | WriteBrief
  | SetVoteBudget
  | OpenSession
  | CloseSession
  | AddIdea
  | RetitleIdea
  | WriteIdeaBody
  | RecolourIdea
  | MoveIdeas
  | ReorderIdea
  | RemoveIdea
  | AddGroup
  | RetitleGroup
  | MoveGroup
  | ResizeGroup
  | RemoveGroup
  | GroupIdeas
  | UngroupIdeas
  | AddConnector
  | RelabelConnector
  | RemoveConnector
  | AddComment
  | EditComment
  | RemoveComment
  | AddReaction
  | WithdrawReaction
  | CastVote
  | WithdrawVote
  | ChangeProfile
  | AssignRole
  | RemoveParticipant
  | TakeBack
  | Restore
  | EmptyBin
  | MarkPoint
  | RemovePoint;

/** The names of commands on the wire. */
export type CommandType = ClientCommand['type'];

/** One command with its number in its browser session. */
export interface CommandMessage {
  readonly number: number;
  readonly command: ClientCommand;
}

/** The record of each kind. */
export interface Records {
  readonly board: BoardSettingsRecord;
  readonly person: PersonRecord;
  readonly idea: IdeaRecord;
  readonly group: GroupRecord;
  readonly connector: ConnectorRecord;
  readonly comment: CommentRecord;
  readonly mine: MineRecord;
  readonly invite: InviteRecord;
}

/** The whole record. */
export interface PutPatch<K extends RecordKind = RecordKind> {
  readonly op: 'put';
  readonly kind: K;
  readonly id: string;
  readonly value: Records[K];
}

/** Only the fields that changed. */
export interface FieldsPatch<K extends RecordKind = RecordKind> {
  readonly op: 'patch';
  readonly kind: K;
  readonly id: string;
  readonly value: Partial<Records[K]>;
}

/** The record is there no more. */
export interface RemovePatch<K extends RecordKind = RecordKind> {
  readonly op: 'remove';
  readonly kind: K;
  readonly id: string;
}

/** A change of one record. */
export type Patch = { [K in RecordKind]: PutPatch<K> | FieldsPatch<K> | RemovePatch<K> }[RecordKind];

/** A board at one version, as records. */
export interface Snapshot {
  readonly epoch: number;
  readonly seq: number;
  readonly patches: readonly Patch[];
}

export const recordKindValues = ['board', 'person', 'idea', 'group', 'connector', 'comment', 'mine', 'invite'] as const;
export type RecordKind = (typeof recordKindValues)[number];

export interface RenameBoard {
  readonly type: 'renameBoard';
  readonly title: string;
}

export interface WriteBrief {
  readonly type: 'writeBrief';
  readonly brief: string;
}

export interface SetVoteBudget {
  readonly type: 'setVoteBudget';
  readonly dots: number;
}

export interface OpenSession {
  readonly type: 'openSession';
}

export interface CloseSession {
  readonly type: 'closeSession';
}

export interface AddIdea {
  readonly type: 'addIdea';
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly colour: Colour;
  readonly x: number;
  readonly y: number;
  readonly group: string;
}

export const colourValues = ['sun', 'peach', 'rose', 'lilac', 'sky', 'mint', 'lime', 'paper'] as const;
export type Colour = (typeof colourValues)[number];

export interface RetitleIdea {
  readonly type: 'retitleIdea';
  readonly id: string;
  readonly title: string;
}

export interface WriteIdeaBody {
  readonly type: 'writeIdeaBody';
  readonly id: string;
  readonly body: string;
}

export interface RecolourIdea {
  readonly type: 'recolourIdea';
  readonly id: string;
  readonly colour: Colour;
}

export interface MoveIdeas {
  readonly type: 'moveIdeas';
  readonly moves: readonly Move[];
}

export interface Move {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface ReorderIdea {
  readonly type: 'reorderIdea';
  readonly id: string;
  readonly order: number;
}

export interface RemoveIdea {
  readonly type: 'removeIdea';
  readonly id: string;
}

export interface AddGroup {
  readonly type: 'addGroup';
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RetitleGroup {
  readonly type: 'retitleGroup';
  readonly id: string;
  readonly title: string;
}

export interface MoveGroup {
  readonly type: 'moveGroup';
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface ResizeGroup {
  readonly type: 'resizeGroup';
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RemoveGroup {
  readonly type: 'removeGroup';
  readonly id: string;
}

export interface GroupIdeas {
  readonly type: 'groupIdeas';
  readonly group: string;
  readonly ideas: readonly string[];
}

export interface UngroupIdeas {
  readonly type: 'ungroupIdeas';
  readonly ideas: readonly string[];
}

export interface AddConnector {
  readonly type: 'addConnector';
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface RelabelConnector {
  readonly type: 'relabelConnector';
  readonly id: string;
  readonly label: string;
}

export interface RemoveConnector {
  readonly type: 'removeConnector';
  readonly id: string;
}

export interface AddComment {
  readonly type: 'addComment';
  readonly id: string;
  readonly idea: string;
  readonly text: string;
}

export interface EditComment {
  readonly type: 'editComment';
  readonly id: string;
  readonly text: string;
}

export interface RemoveComment {
  readonly type: 'removeComment';
  readonly id: string;
}

export interface AddReaction {
  readonly type: 'addReaction';
  readonly idea: string;
  readonly reaction: Reaction;
}

export const reactionValues = ['heart', 'thumb', 'bulb', 'party', 'think', 'question'] as const;
export type Reaction = (typeof reactionValues)[number];

export interface WithdrawReaction {
  readonly type: 'withdrawReaction';
  readonly idea: string;
  readonly reaction: Reaction;
}

export interface CastVote {
  readonly type: 'castVote';
  readonly idea: string;
  readonly dots: number;
}

export interface WithdrawVote {
  readonly type: 'withdrawVote';
  readonly idea: string;
  readonly dots: number;
}

export interface ChangeProfile {
  readonly type: 'changeProfile';
  readonly name: string;
  readonly colour: Colour;
}

export interface AssignRole {
  readonly type: 'assignRole';
  readonly participant: string;
  readonly role: Role;
}

export const roleValues = ['owner', 'host', 'contributor', 'observer'] as const;
export type Role = (typeof roleValues)[number];

export interface RemoveParticipant {
  readonly type: 'removeParticipant';
  readonly participant: string;
}

export interface TakeBack {
  readonly type: 'takeBack';
  readonly parts: readonly TakeBackPart[];
}

export interface TakeBackPart {
  readonly command: ClientCommand;
  readonly left: readonly ClientCommand[];
  readonly hanging: number;
}

export interface Restore {
  readonly type: 'restore';
  readonly kind: RecordKind;
  readonly id: string;
}

export interface EmptyBin {
  readonly type: 'emptyBin';
  readonly through: number;
}

export interface BoardSettingsRecord {
  readonly id: string;
  readonly title: string;
  readonly brief: string;
  readonly status: SessionStatus;
  readonly voteBudget: number;
  readonly joinCode: string;
  readonly createdAt: number;
}

export const sessionStatusValues = ['open', 'closed'] as const;
export type SessionStatus = (typeof sessionStatusValues)[number];

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly colour: Colour;
  readonly role: Role;
  readonly segment: string;
}

export interface IdeaRecord {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly colour: Colour;
  readonly x: number;
  readonly y: number;
  readonly order: number;
  readonly group: string;
  readonly author: string;
  readonly createdAt: number;
  readonly votes: number;
  readonly reactions: Readonly<Partial<Record<Reaction, number>>>;
}

export interface GroupRecord {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ConnectorRecord {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface CommentRecord {
  readonly id: string;
  readonly idea: string;
  readonly author: string;
  readonly text: string;
  readonly createdAt: number;
  readonly edited: boolean;
}

export interface MineRecord {
  readonly id: string;
  readonly votes: number;
  readonly reactions: readonly Reaction[];
}

export interface InviteRecord {
  readonly id: string;
  readonly role: Role;
  readonly expiresAt: number;
  readonly maxUses: number;
  readonly uses: number;
}

export interface JoinRequest {
  readonly board: string;
  readonly client: string;
  readonly epoch: number;
  readonly seq: number;
}

export interface JoinAnswer {
  readonly status: JoinStatus;
  readonly epoch: number;
  readonly seq: number;
  readonly me: Membership | null;
  readonly connection: string;
  readonly last: number;
  readonly refusals: readonly OutcomeMessage[];
  readonly here: readonly PresenceEntry[];
}

export const joinStatusValues = ['live', 'snapshot', 'notMember', 'notFound', 'clientTaken', 'unavailable'] as const;
export type JoinStatus = (typeof joinStatusValues)[number];

export interface Membership {
  readonly participant: string;
  readonly name: string;
  readonly colour: Colour;
  readonly role: Role;
  readonly segment: string;
  readonly isHost: boolean;
}

export interface OutcomeMessage {
  readonly number: number;
  readonly seq: number;
  readonly refusal?: RefusalCode;
}

export const refusalCodeValues = ['malformed', 'tooLong', 'empty', 'tooMany', 'outOfRange', 'notFound', 'exists', 'notAllowed', 'closed', 'overBudget', 'notMember', 'inviteInvalid', 'tooFast', 'changed'] as const;
export type RefusalCode = (typeof refusalCodeValues)[number];

export interface PresenceEntry {
  readonly connection: string;
  readonly participant: string;
  readonly cursor: readonly number[] | null;
  readonly selection: readonly string[];
  readonly typing: string;
  readonly drag: DragUpdate | null;
}

export interface DragUpdate {
  readonly ids: readonly string[];
  readonly dx: number;
  readonly dy: number;
}

export interface Changes {
  readonly epoch: number;
  readonly first: number;
  readonly count: number;
  readonly patches: readonly Patch[];
}

export interface RetryMessage {
  readonly reason: RetryReason;
  readonly last: number;
  readonly afterMs: number;
}

export const retryReasonValues = ['unknown', 'busy', 'tooFast', 'gap', 'storageFull'] as const;
export type RetryReason = (typeof retryReasonValues)[number];

export interface PresenceUpdate {
  readonly cursor: readonly number[] | null;
  readonly selection: readonly string[];
  readonly typing: string;
  readonly drag: DragUpdate | null;
}

export interface PresenceFrame {
  readonly here: readonly PresenceEntry[];
  readonly gone: readonly string[];
  readonly quiet: boolean;
}

export interface ResyncMessage {
  readonly reason: string;
}

export interface ByeMessage {
  readonly reason: ByeReason;
  readonly afterMs: number;
}

export const byeReasonValues = ['removed', 'restart'] as const;
export type ByeReason = (typeof byeReasonValues)[number];

export interface MadeBoard {
  readonly board: string;
  readonly title: string;
  readonly joinCode: string;
  readonly hostLink: string;
  readonly participant: string;
}

export interface LookAnswer {
  readonly board: string;
  readonly title: string;
  readonly role: Role;
  readonly isMember: boolean;
}

export interface Entered {
  readonly board: string;
  readonly title: string;
  readonly role: Role;
  readonly participant: string;
}

export interface MeAnswer {
  readonly participant: string;
  readonly profile: Profile;
  readonly boards: readonly JoinedBoard[];
}

export interface Profile {
  readonly name: string;
  readonly colour: Colour;
  readonly language: string;
  readonly segment: string;
}

export interface JoinedBoard {
  readonly board: string;
  readonly title: string;
  readonly role: Role;
  readonly joinedAt: number;
  readonly contributions: Contributions;
}

export interface Contributions {
  readonly ideas: number;
  readonly comments: number;
  readonly votes: number;
  readonly reactions: number;
}

export interface AddressAnswer {
  readonly origin: string;
}

export interface InviteLink {
  readonly id: string;
  readonly link: string;
}

/** Every limit of the product; units and reasons stand in Grains.Interfaces/Limits.cs. */
export const limits = {
  titleLength: 300,
  briefLength: 4000,
  bodyLength: 8000,
  commentLength: 2000,
  labelLength: 100,
  nameLength: 60,
  segmentLength: 60,
  languageLength: 35,
  idMinLength: 10,
  idMaxLength: 32,
  ideasPerBoard: 20000,
  groupsPerBoard: 2000,
  connectorsPerBoard: 20000,
  commentsPerIdea: 1000,
  commentsPerBoard: 50000,
  participantsPerBoard: 10000,
  invitesPerBoard: 200,
  ideasPerCommand: 500,
  partsPerTakeBack: 200,
  leftPerPart: 16,
  binItems: 20000,
  binRecords: 60000,
  voteBudget: 1000,
  coordinate: 1000000,
  groupMinSide: 40,
  groupMaxSide: 100000,
  commandsPerMessage: 64,
  pendingCommandsPerBoard: 20000,
  commandsPerSecond: 60,
  commandBurst: 1000,
  clientsPerBoard: 50000,
  unsettledPerClient: 256,
  messageBytes: 65536,
  messageDepth: 16,
  boardsPerParticipant: 1000,
  joinCodeLength: 6,
  eventsPerSnapshot: 1000,
  recentEvents: 4096,
} as const;

export interface MarkPoint {
  readonly type: 'markPoint';
  readonly id: string;
  readonly name: string;
}
export interface RemovePoint {
  readonly type: 'removePoint';
  readonly id: string;
}
export interface BinPage { readonly items: readonly BinLine[]; readonly next: number; readonly count: number; readonly latest: number }
export interface BinLine { readonly number: number; readonly at: number; readonly by: string; readonly kind: RecordKind; readonly id: string; readonly title: string; readonly text: string; readonly colour: Colour; readonly author: string; readonly about: readonly string[]; readonly along: number }
export interface HistoryPage { readonly seq: number; readonly lines: readonly HistoryLine[]; readonly next: number; readonly points: readonly RestorePoint[]; readonly names: readonly FormerName[] }
export interface HistoryLine { readonly number: number; readonly seq: number; readonly at: number; readonly actor: string; readonly act: string; readonly count: number; readonly about: readonly string[] }
export interface RestorePoint { readonly id: string; readonly name: string; readonly seq: number; readonly at: number; readonly by: string }
export interface FormerName { readonly participant: string; readonly name: string }
export interface HistoryQuestion { readonly before: number; readonly person: string; readonly about: string }
export interface RestoreRequest { readonly seq: number }
