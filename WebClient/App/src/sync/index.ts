// The seam between the screens and everything that keeps them true. Screens import from here (and from './react') only.

export type { Entered, InviteLink, LookAnswer as Entrance, MadeBoard, MeAnswer } from '../wire';
export * from './api';
export * from './ballots';
export { openBoard } from './browser';
export { freshness } from './bundle';
export type { ShownChange } from './drafts';
export { newId } from './ids';
export { openPast } from './past';
export type { Relation } from './records';
export type {
  BoardSession,
  BodyText,
  Decision,
  Link,
  Peer,
  Presence,
  Refused,
  RemoteCaret,
  SentCommand,
  SyncStatus,
} from './session';
export type { Feed, Listener, Source, Unsubscribe } from './source';
export type { RecordReader } from './store';
export { insertedText } from './textChange';
