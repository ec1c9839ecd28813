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
  | ChangeIdeaBody
  | RecolourIdea
  | AttachToIdea
  | TagIdeas
  | UntagIdeas
  | AddGroup
  | GroupIdeas
  | UngroupIdeas
  | AddConnector
  | AttachConnector
  | AddFrame
  | AddNote
  | SizeNote
  | AddImage
  | AddStamp
  | MoveThings
  | ResizeThing
  | ReorderThings
  | LockThings
  | WriteThing
  | RemoveThings
  | AddComment
  | EditComment
  | RemoveComment
  | AddReaction
  | WithdrawReaction
  | CastVote
  | WithdrawVote
  | ChangeProfile
  | AssignRole
  | AssignSegment
  | RemoveParticipant
  | TakeBack
  | Restore
  | EmptyBin
  | MarkPoint
  | RemovePoint
  | SetAgenda
  | BeginStep
  | EndAgenda
  | Reveal
  | SetTimer
  | ExtendTimer
  | PauseTimer
  | ResumeTimer
  | ChangeRules
  | KeepConcepts
  | SayReady
  | AskForTime
  | DeclineTime
  | AcceptRules
  | OpenVote
  | CloseVote
  | RemoveVote
  | PriceOption
  | MergeOptions
  | TakeBallot
  | MarkOption
  | RankOptions
  | ComparePair
  | FinishBallot
  | ProposeGroups
  | TakeCluster
  | LeaveCluster
  | DropProposal
  | SetDoor
  | WritePolicy
  | AdmitParticipants
  | TurnAway
  | Ban
  | Unban
  | SetApproval
  | Approve
  | Hide
  | Show;

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
  readonly frame: FrameRecord;
  readonly note: NoteRecord;
  readonly image: ImageRecord;
  readonly stamp: StampRecord;
  readonly file: FileRecord;
  readonly agenda: AgendaRecord;
  readonly phase: PhaseRecord;
  readonly ready: ReadyRecord;
  readonly seat: SeatRecord;
  readonly timeRequest: TimeRequestRecord;
  readonly door: DoorRecord;
  readonly knock: KnockRecord;
  readonly banned: BannedRecord;
  readonly proposal: ProposalRecord;
  readonly vote: VoteRecord;
  readonly ballot: BallotRecord;
}

/** A change of a text, as CodeMirror writes a ChangeSet: so many characters stay, or are replaced by these lines. */
export type TextChange = readonly (number | readonly [number, ...string[]])[];

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

/** PROTOCOL R50: a text of the record changed, and nothing else. */
export interface TextPatch<K extends RecordKind = RecordKind> {
  readonly op: 'text';
  readonly kind: K;
  readonly id: string;
  readonly field: string;
  readonly seq: number;
  readonly changes: TextChange;
}

/** The record is there no more. */
export interface RemovePatch<K extends RecordKind = RecordKind> {
  readonly op: 'remove';
  readonly kind: K;
  readonly id: string;
}

/** A change of one record. */
export type Patch = { [K in RecordKind]: PutPatch<K> | FieldsPatch<K> | TextPatch<K> | RemovePatch<K> }[RecordKind];

/** A board at one version, as records. */
export interface Snapshot {
  readonly epoch: number;
  readonly seq: number;
  readonly patches: readonly Patch[];
}

export const recordKindValues = ['board', 'person', 'idea', 'group', 'connector', 'comment', 'mine', 'invite', 'frame', 'note', 'image', 'stamp', 'file', 'agenda', 'phase', 'ready', 'seat', 'timeRequest', 'door', 'knock', 'banned', 'proposal', 'vote', 'ballot'] as const;
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

export interface ChangeIdeaBody {
  readonly type: 'changeIdeaBody';
  readonly id: string;
  readonly base: number;
  readonly changes: TextChange;
}

export interface RecolourIdea {
  readonly type: 'recolourIdea';
  readonly id: string;
  readonly colour: Colour;
}

export interface AttachToIdea {
  readonly type: 'attachToIdea';
  readonly id: string;
  readonly file: string;
  readonly alt: string;
}

export interface TagIdeas {
  readonly type: 'tagIdeas';
  readonly ideas: readonly string[];
  readonly tag: string;
}

export interface UntagIdeas {
  readonly type: 'untagIdeas';
  readonly ideas: readonly string[];
  readonly tag: string;
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

export interface AttachConnector {
  readonly type: 'attachConnector';
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface AddFrame {
  readonly type: 'addFrame';
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface AddNote {
  readonly type: 'addNote';
  readonly id: string;
  readonly text: string;
  readonly size: TextSize;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const textSizeValues = ['small', 'medium', 'large', 'huge'] as const;
export type TextSize = (typeof textSizeValues)[number];

export interface SizeNote {
  readonly type: 'sizeNote';
  readonly id: string;
  readonly size: TextSize;
}

export interface AddImage {
  readonly type: 'addImage';
  readonly id: string;
  readonly file: string;
  readonly alt: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface AddStamp {
  readonly type: 'addStamp';
  readonly id: string;
  readonly sign: Sign;
  readonly x: number;
  readonly y: number;
  readonly on: string;
}

export const signValues = ['star', 'tick', 'cross', 'flame', 'flag', 'eye'] as const;
export type Sign = (typeof signValues)[number];

export interface MoveThings {
  readonly type: 'moveThings';
  readonly moves: readonly Move[];
}

export interface Move {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface ResizeThing {
  readonly type: 'resizeThing';
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ReorderThings {
  readonly type: 'reorderThings';
  readonly ranks: readonly Rank[];
}

export interface Rank {
  readonly id: string;
  readonly order: number;
}

export interface LockThings {
  readonly type: 'lockThings';
  readonly ids: readonly string[];
  readonly lock: LockMode;
}

export const lockModeValues = ['none', 'own', 'host'] as const;
export type LockMode = (typeof lockModeValues)[number];

export interface WriteThing {
  readonly type: 'writeThing';
  readonly id: string;
  readonly text: string;
}

export interface RemoveThings {
  readonly type: 'removeThings';
  readonly ids: readonly string[];
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

export const roleValues = ['owner', 'host', 'contributor', 'observer', 'commenter', 'voter'] as const;
export type Role = (typeof roleValues)[number];

export interface AssignSegment {
  readonly type: 'assignSegment';
  readonly people: readonly string[];
  readonly segment: string;
}

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

export interface MarkPoint {
  readonly type: 'markPoint';
  readonly id: string;
  readonly name: string;
}

export interface RemovePoint {
  readonly type: 'removePoint';
  readonly id: string;
}

export interface SetAgenda {
  readonly type: 'setAgenda';
  readonly playbook: string;
  readonly steps: readonly StepPlan[];
}

export interface StepPlan {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly seconds: number;
  readonly strict: boolean;
  readonly exposure: Exposure;
  readonly sealed: boolean;
  readonly tools: readonly StepTool[];
  readonly readyCheck: boolean;
  readonly vote: VotePlan;
}

export const exposureValues = ['own', 'sheet', 'segment', 'all', 'concepts'] as const;
export type Exposure = (typeof exposureValues)[number];

export const stepToolValues = ['ideas', 'edit', 'move', 'group', 'draw', 'comment', 'react', 'dots'] as const;
export type StepTool = (typeof stepToolValues)[number];

export interface VotePlan {
  readonly method: VoteMethod;
  readonly budget: number;
  readonly perOption: number;
  readonly options: VoteOptions;
  readonly top: number;
  readonly segments: readonly string[];
  readonly tieBreak: TieBreak;
  readonly live: boolean;
}

export const voteMethodValues = ['none', 'dots', 'approval', 'score', 'ranking', 'quadratic', 'pairwise', 'budget'] as const;
export type VoteMethod = (typeof voteMethodValues)[number];

export const voteOptionsValues = ['ideas', 'groups'] as const;
export type VoteOptions = (typeof voteOptionsValues)[number];

export const tieBreakValues = ['shared', 'voters', 'older', 'lot'] as const;
export type TieBreak = (typeof tieBreakValues)[number];

export interface BeginStep {
  readonly type: 'beginStep';
  readonly id: string;
}

export interface EndAgenda {
  readonly type: 'endAgenda';
}

export interface Reveal {
  readonly type: 'reveal';
}

export interface SetTimer {
  readonly type: 'setTimer';
  readonly seconds: number;
}

export interface ExtendTimer {
  readonly type: 'extendTimer';
  readonly seconds: number;
  readonly participant: string;
}

export interface PauseTimer {
  readonly type: 'pauseTimer';
}

export interface ResumeTimer {
  readonly type: 'resumeTimer';
}

export interface ChangeRules {
  readonly type: 'changeRules';
  readonly step: StepPlan;
  readonly reason: string;
  readonly terms: boolean;
}

export interface KeepConcepts {
  readonly type: 'keepConcepts';
  readonly ideas: readonly string[];
  readonly kept: boolean;
}

export interface SayReady {
  readonly type: 'sayReady';
  readonly ready: boolean;
}

export interface AskForTime {
  readonly type: 'askForTime';
  readonly asks: boolean;
}

export interface DeclineTime {
  readonly type: 'declineTime';
  readonly participant: string;
}

export interface AcceptRules {
  readonly type: 'acceptRules';
  readonly hash: string;
}

export interface OpenVote {
  readonly type: 'openVote';
  readonly id: string;
  readonly title: string;
  readonly plan: VotePlan;
}

export interface CloseVote {
  readonly type: 'closeVote';
  readonly id: string;
}

export interface RemoveVote {
  readonly type: 'removeVote';
  readonly id: string;
}

export interface PriceOption {
  readonly type: 'priceOption';
  readonly vote: string;
  readonly option: string;
  readonly price: number;
}

export interface MergeOptions {
  readonly type: 'mergeOptions';
  readonly vote: string;
  readonly into: string;
  readonly options: readonly string[];
}

export interface TakeBallot {
  readonly type: 'takeBallot';
  readonly vote: string;
}

export interface MarkOption {
  readonly type: 'markOption';
  readonly vote: string;
  readonly option: string;
  readonly value: number;
}

export interface RankOptions {
  readonly type: 'rankOptions';
  readonly vote: string;
  readonly options: readonly string[];
}

export interface ComparePair {
  readonly type: 'comparePair';
  readonly vote: string;
  readonly first: string;
  readonly second: string;
  readonly outcome: PairOutcome;
}

export const pairOutcomeValues = ['first', 'second', 'cannot'] as const;
export type PairOutcome = (typeof pairOutcomeValues)[number];

export interface FinishBallot {
  readonly type: 'finishBallot';
  readonly vote: string;
  readonly finished: boolean;
}

export interface ProposeGroups {
  readonly type: 'proposeGroups';
  readonly id: string;
}

export interface TakeCluster {
  readonly type: 'takeCluster';
  readonly proposal: string;
  readonly cluster: string;
  readonly group: string;
  readonly x: number;
  readonly y: number;
}

export interface LeaveCluster {
  readonly type: 'leaveCluster';
  readonly proposal: string;
  readonly cluster: string;
}

export interface DropProposal {
  readonly type: 'dropProposal';
  readonly id: string;
}

export interface SetDoor {
  readonly type: 'setDoor';
  readonly passcode: string | null;
  readonly closesAt: number;
  readonly most: number;
  readonly approve: boolean;
}

export interface WritePolicy {
  readonly type: 'writePolicy';
  readonly policy: string;
}

export interface AdmitParticipants {
  readonly type: 'admitParticipants';
  readonly ids: readonly string[];
}

export interface TurnAway {
  readonly type: 'turnAway';
  readonly id: string;
  readonly reason: string;
}

export interface Ban {
  readonly type: 'ban';
  readonly participant: string;
  readonly reason: string;
}

export interface Unban {
  readonly type: 'unban';
  readonly participant: string;
}

export interface SetApproval {
  readonly type: 'setApproval';
  readonly on: boolean;
}

export interface Approve {
  readonly type: 'approve';
  readonly ids: readonly string[];
}

export interface Hide {
  readonly type: 'hide';
  readonly ids: readonly string[];
  readonly reason: string;
}

export interface Show {
  readonly type: 'show';
  readonly ids: readonly string[];
}

export interface BoardSettingsRecord {
  readonly id: string;
  readonly title: string;
  readonly brief: string;
  readonly status: SessionStatus;
  readonly voteBudget: number;
  readonly joinCode: string;
  readonly createdAt: number;
  readonly policy: string;
  readonly approval: boolean;
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
  readonly author: string;
  readonly order: number;
  readonly lock: LockMode;
  readonly lockedBy: string;
  readonly held: Holding;
  readonly heldReason: string;
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly body: string;
  readonly colour: Colour;
  readonly group: string;
  readonly createdAt: number;
  readonly votes: number;
  readonly reactions: Readonly<Partial<Record<Reaction, number>>>;
  readonly tags: readonly string[];
  readonly file: string;
  readonly alt: string;
  readonly sheet: string;
  readonly concept: boolean;
}

export const holdingValues = ['none', 'waiting', 'hidden'] as const;
export type Holding = (typeof holdingValues)[number];

export interface GroupRecord {
  readonly id: string;
  readonly author: string;
  readonly order: number;
  readonly lock: LockMode;
  readonly lockedBy: string;
  readonly held: Holding;
  readonly heldReason: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

export interface ConnectorRecord {
  readonly id: string;
  readonly author: string;
  readonly order: number;
  readonly lock: LockMode;
  readonly lockedBy: string;
  readonly held: Holding;
  readonly heldReason: string;
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
  readonly held: Holding;
  readonly heldReason: string;
}

export interface MineRecord {
  readonly id: string;
  readonly votes: number;
  readonly reactions: readonly Reaction[];
  readonly author: boolean;
}

export interface InviteRecord {
  readonly id: string;
  readonly role: Role;
  readonly expiresAt: number;
  readonly maxUses: number;
  readonly uses: number;
  readonly embed: boolean;
  readonly segment: string;
}

export interface FrameRecord {
  readonly id: string;
  readonly author: string;
  readonly order: number;
  readonly lock: LockMode;
  readonly lockedBy: string;
  readonly held: Holding;
  readonly heldReason: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

export interface NoteRecord {
  readonly id: string;
  readonly author: string;
  readonly order: number;
  readonly lock: LockMode;
  readonly lockedBy: string;
  readonly held: Holding;
  readonly heldReason: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly size: TextSize;
}

export interface ImageRecord {
  readonly id: string;
  readonly author: string;
  readonly order: number;
  readonly lock: LockMode;
  readonly lockedBy: string;
  readonly held: Holding;
  readonly heldReason: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly file: string;
  readonly alt: string;
}

export interface StampRecord {
  readonly id: string;
  readonly author: string;
  readonly order: number;
  readonly lock: LockMode;
  readonly lockedBy: string;
  readonly held: Holding;
  readonly heldReason: string;
  readonly x: number;
  readonly y: number;
  readonly sign: Sign;
  readonly on: string;
}

export interface FileRecord {
  readonly id: string;
  readonly format: FileType;
  readonly name: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly author: string;
  readonly createdAt: number;
}

export const fileTypeValues = ['png', 'jpeg', 'webp', 'gif', 'pdf', 'stl', 'gltf', 'glb'] as const;
export type FileType = (typeof fileTypeValues)[number];

export interface AgendaRecord {
  readonly id: string;
  readonly playbook: string;
  readonly steps: readonly StepPlan[];
  readonly index: number;
}

export interface PhaseRecord {
  readonly id: string;
  readonly step: string;
  readonly begunAt: number;
  readonly endsAt: number;
  readonly pausedLeft: number;
  readonly hidden: number;
  readonly revealed: boolean;
  readonly round: number;
  readonly rulesHash: string;
  readonly changes: readonly RulesChange[];
}

export interface RulesChange {
  readonly at: number;
  readonly by: string;
  readonly reason: string;
  readonly before: string;
  readonly after: string;
  readonly consent: boolean;
  readonly was: StepPlan;
  readonly now: StepPlan;
}

export interface ReadyRecord {
  readonly id: string;
  readonly at: number;
}

export interface SeatRecord {
  readonly id: string;
  readonly extraSeconds: number;
  readonly sheet: string;
  readonly accepted: string;
  readonly asked: TimeAnswer;
}

export const timeAnswerValues = ['none', 'open', 'declined'] as const;
export type TimeAnswer = (typeof timeAnswerValues)[number];

export interface TimeRequestRecord {
  readonly id: string;
  readonly at: number;
}

export interface DoorRecord {
  readonly id: string;
  readonly hasPasscode: boolean;
  readonly closesAt: number;
  readonly most: number;
  readonly approve: boolean;
  readonly approval: boolean;
}

export interface KnockRecord {
  readonly id: string;
  readonly name: string;
  readonly colour: Colour;
  readonly role: Role;
  readonly segment: string;
  readonly at: number;
}

export interface BannedRecord {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly at: number;
  readonly by: string;
}

export interface ProposalRecord {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly status: ProposalStatus;
  readonly ideas: number;
  readonly clusters: readonly ProposedCluster[];
}

export const proposalStatusValues = ['computing', 'offered'] as const;
export type ProposalStatus = (typeof proposalStatusValues)[number];

export interface ProposedCluster {
  readonly id: string;
  readonly title: string;
  readonly ideas: readonly string[];
  readonly taken: string;
  readonly left: boolean;
}

export interface VoteRecord {
  readonly id: string;
  readonly title: string;
  readonly plan: VotePlan;
  readonly step: string;
  readonly status: VoteStatus;
  readonly openedAt: number;
  readonly closedAt: number;
  readonly options: readonly BallotOption[];
  readonly turnout: number;
  readonly eligible: number;
  readonly rulesHash: string;
  readonly results: VoteResults;
  readonly splits: readonly VoteSplit[];
  readonly segments: readonly SegmentResults[];
  readonly changes: readonly RulesChange[];
}

export const voteStatusValues = ['open', 'closed'] as const;
export type VoteStatus = (typeof voteStatusValues)[number];

export interface BallotOption {
  readonly id: string;
  readonly title: string;
  readonly price: number;
  readonly removed: boolean;
  readonly into: string;
}

export interface VoteResults {
  readonly voters: number;
  readonly rows: readonly VoteRow[];
  readonly ties: readonly VoteTie[];
  readonly matrix: readonly number[];
  readonly explanation: readonly VoteRemark[];
}

export interface VoteRow {
  readonly option: string;
  readonly place: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly voters: number;
  readonly merged: readonly string[];
  readonly fits: boolean;
}

export interface VoteTie {
  readonly options: readonly string[];
  readonly by: TieBreak;
}

export interface VoteRemark {
  readonly code: string;
  readonly arguments: readonly string[];
}

export interface VoteSplit {
  readonly first: string;
  readonly second: string;
}

export interface SegmentResults {
  readonly segment: string;
  readonly voters: number;
  readonly cells: readonly SegmentCell[];
}

export interface SegmentCell {
  readonly option: string;
  readonly people: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BallotRecord {
  readonly id: string;
  readonly marks: Readonly<Partial<Record<string, number>>>;
  readonly ranking: readonly string[];
  readonly pairs: number;
  readonly next: PairToCompare;
  readonly order: readonly string[];
  readonly left: number;
  readonly finished: boolean;
  readonly rested: boolean;
  readonly receipt: string;
}

export interface PairToCompare {
  readonly first: string;
  readonly second: string;
}

export interface JoinRequest {
  readonly board: string;
  readonly client: string;
  readonly epoch: number;
  readonly seq: number;
  readonly asParticipant: boolean;
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
  readonly people: number;
  readonly bundle: string;
  readonly now: number;
}

export const joinStatusValues = ['live', 'snapshot', 'notMember', 'notFound', 'clientTaken', 'unavailable', 'full', 'tooFast'] as const;
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

export const refusalCodeValues = ['malformed', 'tooLong', 'empty', 'tooMany', 'outOfRange', 'notFound', 'exists', 'notAllowed', 'closed', 'overBudget', 'notMember', 'inviteInvalid', 'tooFast', 'locked', 'stale', 'changed', 'notInPhase', 'timeUp', 'frozen', 'voteClosed', 'notEligible', 'wrongPasscode', 'boardFull', 'doorClosed', 'banned', 'waiting', 'rulesChanged', 'voteOpen', 'declined', 'nothingToVoteOn', 'alreadyVoting', 'tooManyOptions', 'needsHost'] as const;
export type RefusalCode = (typeof refusalCodeValues)[number];

export interface PresenceEntry {
  readonly connection: string;
  readonly participant: string;
  readonly cursor: readonly number[] | null;
  readonly selection: readonly string[];
  readonly typing: string;
  readonly drag: DragUpdate | null;
  readonly caret?: CaretUpdate;
  readonly guide?: Guidance;
}

export interface DragUpdate {
  readonly ids: readonly string[];
  readonly dx: number;
  readonly dy: number;
}

export interface CaretUpdate {
  readonly idea: string;
  readonly seq: number;
  readonly anchor: number;
  readonly head: number;
}

export interface Guidance {
  readonly view: readonly number[] | null;
  readonly follow: string;
  readonly laser: boolean;
  readonly lead: boolean;
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
  readonly caret: CaretUpdate | null;
  readonly guide: Guidance | null;
}

export interface PresenceFrame {
  readonly here: readonly PresenceEntry[];
  readonly gone: readonly string[];
  readonly quiet: boolean;
  readonly people: number;
}

export interface ResyncMessage {
  readonly reason: string;
}

export interface ByeMessage {
  readonly reason: ByeReason;
  readonly afterMs: number;
}

export const byeReasonValues = ['removed', 'restart', 'full', 'tooManyTabs'] as const;
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
  readonly policy: string;
  readonly needsPasscode: boolean;
  readonly approve: boolean;
  readonly refusal: RefusalCode | null;
  readonly standing: DoorStanding;
  readonly brief: string;
  readonly segment: string;
}

export interface DoorStanding {
  readonly place: DoorPlace;
  readonly reason: string;
}

export const doorPlaceValues = ['outside', 'waiting', 'inside', 'turnedAway', 'removed', 'banned'] as const;
export type DoorPlace = (typeof doorPlaceValues)[number];

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
  readonly framers: readonly string[];
}

export interface InviteLink {
  readonly id: string;
  readonly link: string;
}

export interface HereAnswer {
  readonly participants: readonly string[];
}

export interface BinPage {
  readonly items: readonly BinLine[];
  readonly next: number;
  readonly count: number;
  readonly latest: number;
}

export interface BinLine {
  readonly number: number;
  readonly at: number;
  readonly by: string;
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly colour: Colour;
  readonly author: string;
  readonly about: readonly string[];
  readonly along: number;
}

export interface HistoryPage {
  readonly seq: number;
  readonly lines: readonly HistoryLine[];
  readonly next: number;
  readonly points: readonly RestorePoint[];
  readonly names: readonly FormerName[];
}

export interface HistoryLine {
  readonly number: number;
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly act: string;
  readonly count: number;
  readonly about: readonly string[];
}

export interface RestorePoint {
  readonly id: string;
  readonly name: string;
  readonly seq: number;
  readonly at: number;
  readonly by: string;
}

export interface FormerName {
  readonly participant: string;
  readonly name: string;
}

export interface HistoryQuestion {
  readonly before: number;
  readonly person: string;
  readonly about: string;
}

export interface RestoreRequest {
  readonly seq: number;
}

export interface Playbook {
  readonly format: string;
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly people: PeopleRange;
  readonly minutes: number;
  readonly charter: string;
  readonly steps: readonly StepPlan[];
  readonly debrief: readonly string[];
  readonly tags: readonly string[];
}

export interface PeopleRange {
  readonly from: number;
  readonly to: number;
}

export interface PlaybookSummary {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly people: PeopleRange;
  readonly minutes: number;
  readonly steps: readonly string[];
  readonly tags: readonly string[];
}

export interface PlaybookFinding {
  readonly path: string;
  readonly severity: FindingSeverity;
  readonly code: string;
  readonly text: string;
}

export const findingSeverityValues = ['error', 'warning', 'advice'] as const;
export type FindingSeverity = (typeof findingSeverityValues)[number];

export interface EmbedAnswer {
  readonly pass: string;
  readonly until: number;
}

/** Every limit of the product; units and reasons stand in Grains.Interfaces/Limits.cs. */
export const limits = {
  titleLength: 300,
  stepNameLength: 60,
  stepTextLength: 1000,
  stepsPerAgenda: 60,
  stepSeconds: 2592000,
  rulesChanges: 20,
  playbookBytes: 131072,
  playbookIdLength: 60,
  playbookTitleLength: 100,
  playbookTextLength: 2000,
  playbookMinutes: 86400,
  playbookQuestions: 20,
  playbookQuestionLength: 300,
  playbooksPerParticipant: 50,
  graceSeconds: 15,
  passcodeMinLength: 6,
  passcodeLength: 100,
  wrongPasscodesPerAddress: 30,
  wrongPasscodesPerBoard: 200,
  passcodeMinutes: 10,
  latestTime: 253402300799999,
  policyLength: 2000,
  reasonLength: 500,
  knocksPerBoard: 1000,
  turnedAwayPerBoard: 1000,
  bannedPerBoard: 10000,
  briefLength: 4000,
  bodyLength: 8000,
  piecesPerChange: 500,
  recentTextChanges: 2000,
  recentTextWeight: 200000,
  commentLength: 2000,
  labelLength: 100,
  nameLength: 60,
  segmentLength: 60,
  languageLength: 35,
  idMinLength: 10,
  idMaxLength: 32,
  ideasPerBoard: 20000,
  groupsPerBoard: 2000,
  ideasToGroup: 3,
  connectorsPerBoard: 20000,
  commentsPerIdea: 1000,
  commentsPerBoard: 50000,
  participantsPerBoard: 10000,
  invitesPerBoard: 200,
  thingsPerCommand: 500,
  partsPerTakeBack: 200,
  leftPerPart: 16,
  binItems: 20000,
  binRecords: 60000,
  binPage: 50,
  historyPage: 50,
  historySubjects: 20,
  restorePoints: 100,
  restorationSlice: 200,
  voteBudget: 1000,
  votesPerBoard: 200,
  optionsPerVote: 500,
  comparedOptions: 100,
  orderedOptions: 100,
  firstPlaces: 7,
  optionsBeforeRest: 40,
  comparisonsPerPerson: 200,
  comparisonsUnlessSaid: 30,
  highestScore: 100,
  pointsPerPerson: 1000000,
  price: 1000000000,
  splitsPerVote: 50,
  leastInCell: 5,
  segmentsInResults: 8,
  segmentsPerVote: 50,
  coordinate: 1000000,
  minSide: 24,
  maxSide: 100000,
  cardWidth: 208,
  cardHeight: 144,
  eachPerBoard: 5000,
  noteLength: 4000,
  altLength: 500,
  tagLength: 40,
  tagsPerIdea: 12,
  tagsPerBoard: 500,
  fileBytes: 20971520,
  fileBytesPerPerson: 209715200,
  fileBytesPerBoard: 1073741824,
  filesPerBoard: 2000,
  fileNameLength: 255,
  picturePixels: 32767,
  commandsPerMessage: 64,
  pendingCommandsPerBoard: 20000,
  commandsPerSecond: 60,
  commandBurst: 1000,
  clientsPerBoard: 50000,
  unsettledPerClient: 256,
  newcomersPerCall: 256,
  messageBytes: 65536,
  messagesPerSecond: 100,
  messageBurst: 1000,
  bytesPerSecond: 131072,
  byteBurst: 1048576,
  messageSeconds: 30,
  presencePerSecond: 20,
  presenceBurst: 40,
  joinsPerSecond: 0.5,
  joinBurst: 30,
  connectionsPerParticipant: 50,
  connectionsPerSecond: 2,
  connectionBurst: 100,
  personJoinsPerSecond: 4,
  personJoinBurst: 200,
  longestRetryMs: 8000,
  viewersPerBoard: 5000,
  messageDepth: 16,
  onlookersPerBoard: 1000,
  boardsPerParticipant: 1000,
  joinCodeLength: 6,
  eventsPerSnapshot: 1000,
  recentEvents: 4096,
} as const;
