import type {
  AddressAnswer,
  BinPage,
  Colour,
  DoorStanding,
  Entered,
  HereAnswer,
  HistoryPage,
  HistoryQuestion,
  InviteLink,
  LookAnswer,
  MadeBoard,
  MeAnswer,
  Membership,
  Profile,
  RefusalCode,
  RestoreRequest,
  Role,
  Snapshot,
} from '../wire';
import { serverClock } from './serverClock';

/** A link's parts, or a code, by which one enters a board. */
export type Key = { readonly code: string } | { readonly board: string; readonly secret: string };

/** How a person calls themselves when entering. Without a colour the server gives one. */
export interface Introduction {
  readonly name: string;
  readonly colour?: Colour;
  readonly segment?: string;
  /** What newcomers must know, where the board has it so. */
  readonly passcode?: string;
}

/** What an invite gives, and for how long and how many; without limits it is for any time and number. */
export interface InviteTerms {
  readonly role: Role;
  readonly expiresInHours?: number;
  readonly maxUses?: number;
  /** Whether pages of other sites may show the board by it. */
  readonly embed?: boolean;
  /** The segment that people are in who come by it. */
  readonly segment?: string;
}

/** Why a request was not done. */
export class ApiError extends Error {
  constructor(
    /** The HTTP status; 0 when no answer came. */
    readonly status: number,
    /** Why, where the server says it in its closed set. */
    readonly code: RefusalCode | null,
    /** When to try again, in seconds; 0 when not said. */
    readonly retryAfterSeconds: number,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Makes a board; whoever asks becomes its owner. The host link is given only now: the server keeps no more than a hash of its secret. */
export function createBoard(
  board: Introduction & { readonly title: string; readonly brief?: string; readonly playbook?: string },
): Promise<MadeBoard> {
  return ask('POST', '/api/boards', board);
}

/** Says where a link or code leads, without entering. Fails with 404 when it leads nowhere (any more). */
export function look(key: Key): Promise<LookAnswer> {
  return ask('POST', '/api/look', key);
}

/** Enters a board by a link or code. */
export function enter(key: Key, introduction: Introduction): Promise<Entered> {
  return ask('POST', '/api/enter', { ...key, ...introduction });
}

/** How I stand with a board's door: waiting, inside, turned away and why. */
export function readDoor(board: string): Promise<DoorStanding> {
  return ask('GET', `${pathOf(board)}/door`);
}

/** This browser's person: profile and boards. Somebody new has an empty profile. */
export function readMe(): Promise<MeAnswer> {
  return ask('GET', '/api/me');
}

/** Changes this browser's person. */
export function writeMe(profile: Profile): Promise<MeAnswer> {
  return ask('PUT', '/api/me', profile);
}

/** Who I am on a board. Fails with 403 when I am not on it and with 404 when there is none. */
export function readMembership(board: string, signal?: AbortSignal): Promise<Membership> {
  return ask('GET', `/api/boards/${encodeURIComponent(board)}`, undefined, signal);
}

/** Makes an invite. Hosts only. Its link is given only now. */
export function createInvite(board: string, terms: InviteTerms): Promise<InviteLink> {
  return ask('POST', `/api/boards/${encodeURIComponent(board)}/invites`, terms);
}

/** Revokes an invite; who is here by it alone is removed. Hosts only. */
export async function revokeInvite(board: string, invite: string): Promise<void> {
  await request('DELETE', `/api/boards/${encodeURIComponent(board)}/invites/${encodeURIComponent(invite)}`);
}

/** An uploaded file's content. Members only. */
export async function fetchFile(board: string, file: string): Promise<Blob> {
  return (await request('GET', `/api/boards/${encodeURIComponent(board)}/files/${file}`)).blob();
}

/** Fills a new board from a board's file (docs/BOARD-FILE.md). For its owner, before anybody has changed it. */
export async function fillBoard(board: string, lists: object): Promise<void> {
  await request('POST', `/api/boards/${encodeURIComponent(board)}/import`, lists);
}

/** PROTOCOL R16: the board as records at its latest version. The browser asks with the ETag of what it has, so that an unchanged one is not sent again. */
export function fetchSnapshot(board: string, signal: AbortSignal, asParticipant = false): Promise<Snapshot> {
  return ask('GET', `${pathOf(board)}/snapshot${asParticipant ? '?asParticipant=true' : ''}`, undefined, signal);
}

/** A page of the bin, the latest first; `before` is the last page's `next`. */
export function fetchBin(board: string, before: number, words: string): Promise<BinPage> {
  return ask('GET', `${pathOf(board)}/bin?${new URLSearchParams({ before: String(before), words })}`);
}

/** A page of what happened, the latest first. */
export function fetchHistory(board: string, { before, person, about }: HistoryQuestion): Promise<HistoryPage> {
  return ask('GET', `${pathOf(board)}/history?${new URLSearchParams({ before: String(before), person, about })}`);
}

/** A board as it was at a version, as far as the viewer may see it today. */
export interface PastBoard extends Snapshot {
  /** When it became so, Unix milliseconds. */
  readonly at: number;
}

/** The board as it was. */
export function fetchPast(board: string, seq: number): Promise<PastBoard> {
  return ask('GET', `${pathOf(board)}/history/${seq}`);
}

/** Brings the board back to what it was, for everybody. Hosts only. */
export async function bringBack(board: string, seq: number): Promise<void> {
  const body: RestoreRequest = { seq };
  await request('POST', `${pathOf(board)}/restore`, body);
}

/** All ballots of a closed vote, without names: by receipt, in no order that says anything. */
export function fetchBallots<T>(board: string, vote: string): Promise<T> {
  return ask('GET', `${pathOf(board)}/votes/${encodeURIComponent(vote)}/ballots.json`);
}

/** How a vote was taken part in. Hosts only. */
export function fetchVoteReport<T>(board: string, vote: string): Promise<T> {
  return ask('GET', `${pathOf(board)}/votes/${encodeURIComponent(vote)}/report`);
}

function pathOf(board: string): string {
  return `/api/boards/${encodeURIComponent(board)}`;
}

/** Who is on a board now: in a large room the connection itself names only some. */
export async function readHere(board: string): Promise<readonly string[]> {
  return (await ask<HereAnswer>('GET', `/api/boards/${encodeURIComponent(board)}/here`)).participants;
}

/**
 * Where to send others: an address of the server that other computers and phones can open, also when this page was opened as localhost. And which
 * sites' pages may show boards.
 */
export function findAddress(): Promise<AddressAnswer> {
  return ask('GET', '/api/address');
}

/** Where an uploaded file is, for members. */
export function fileAddress(board: string, file: string): string {
  return `${pathOf(board)}/files/${file}`;
}

export async function ask<T>(
  method: string,
  path: string,
  body?: object,
  signal?: AbortSignal,
  pass?: string,
): Promise<T> {
  const response = await request(method, path, body, signal, pass);
  return (await response.json()) as T;
}

/** With a pass (empty for one that is asked for) it is asked without cookies, as a page in a frame does. */
export async function request(
  method: string,
  path: string,
  body?: object,
  signal?: AbortSignal,
  pass?: string,
): Promise<Response> {
  const askedAt = Date.now();
  const headers = {
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...(pass && { 'CoCreate-Pass': pass }),
  };
  const response = await fetch(path, {
    method,
    credentials: pass === undefined ? 'same-origin' : 'omit',
    cache: 'no-cache',
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    throw new ApiError(0, null, 0, error instanceof Error ? error.message : 'No answer');
  });
  serverClock.hear(response.headers.get('Date'), askedAt, Date.now());
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

/** Reads problem details (RFC 9457). The server adds `code` where the reason is in its closed set. */
async function problemOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string; code?: RefusalCode };
  const seconds = Number(response.headers.get('Retry-After') ?? 0);
  const message = problem.detail ?? problem.title ?? `The server answered ${response.status}`;
  return new ApiError(response.status, problem.code ?? null, Number.isFinite(seconds) ? seconds : 0, message);
}
