import { createContext, useContext } from 'react';
import type { BoardSession } from '../../sync';
import { Cell } from '../../ui/cell';
import { toast } from '../../ui/toasts';
import type { ClientCommand, Role } from '../../wire';
import { t } from '../../words/t';
import { Guide } from '../presence/guidance';
import type { Holds } from '../presence/holds';
import { Places } from './places';
import { mayEdit, mayOrder, mayVote } from './rights';
import { BoardUi } from './ui';
import { glide } from './view';

/** Everything that a board's screen works with. */
export interface Model {
  readonly session: BoardSession;
  readonly ui: BoardUi;
  readonly places: Places;
  /** What others do with which idea or group. */
  readonly holds: Cell<Holds>;
  /** Looking along with others, and showing them something. */
  readonly guide: Guide;
}

export function makeModel(session: BoardSession): Model {
  const ui = new BoardUi();
  const guide = new Guide(session, ui, (to) => glide({ ui }, to));
  return { session, ui, places: new Places(session.records), holds: new Cell<Holds>(new Map()), guide };
}

const ModelContext = createContext<Model | null>(null);

export const ModelProvider = ModelContext.Provider;

/** The open board's screen. */
export function useModel(): Model {
  const model = useContext(ModelContext);
  if (model === null) {
    throw new Error('This component stands outside of a ModelProvider');
  }
  return model;
}

/** Whether the viewer may change things now. */
export function canEdit({ session }: Model): boolean {
  return mayEdit(session.me.get(), session.records.get('board', 'board')?.status);
}

/** Whether the viewer may put dots on ideas now. */
export function canVote({ session }: Model): boolean {
  return mayVote(session.me.get(), session.records.get('board', 'board')?.status);
}

/** Sends commands in order, or says why nothing can be changed. Answers whether they were sent. */
export function send(model: Model, ...commands: readonly ClientCommand[]): boolean {
  const me = model.session.me.get();
  const status = model.session.records.get('board', 'board')?.status;
  if (!commands.every(({ type }) => mayOrder(me, status, type))) {
    toast(t(status === 'closed' ? 'refusal.closed' : limitsOf(me?.role ?? 'observer')), 'bad');
    return false;
  }
  for (const command of commands) {
    model.session.send(command);
  }
  return true;
}

/** What somebody's role leaves them to do. */
function limitsOf(role: Role): 'board.commentingHint' | 'board.votingHint' | 'board.observingHint' {
  return role === 'commenter' ? 'board.commentingHint' : role === 'voter' ? 'board.votingHint' : 'board.observingHint';
}

/** Cuts a list into pieces that one command may name. */
export function pieces<T>(list: readonly T[], length: number): T[][] {
  const cut: T[][] = [];
  for (let at = 0; at < list.length; at += length) {
    cut.push(list.slice(at, at + length));
  }
  return cut;
}
