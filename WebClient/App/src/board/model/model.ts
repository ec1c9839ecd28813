import { createContext, useContext } from 'react';
import { mayChange, mayMove, mayUse, type Obstacle, obstacleTo, type Situation, toolsOf } from '../../method/tools';
import type { BoardSession } from '../../sync';
import { findThing } from '../../sync/things';
import { Cell } from '../../ui/cell';
import { toast } from '../../ui/toasts';
import type { ClientCommand, Role, StepTool } from '../../wire';
import { t, type WordKey } from '../../words/t';
import { Guide } from '../presence/guidance';
import type { Holds } from '../presence/holds';
import { Places } from './places';
import { mayOrder } from './rights';
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

/** What decides what the viewer may use now. */
export function situationOf({ session: { me, records } }: Model): Situation {
  return { me: me.get(), status: records.get('board', 'board')?.status, agenda: records.get('agenda', 'agenda') };
}

/** Whether the viewer may use a tool now. */
export function may(model: Model, tool: StepTool): boolean {
  return mayUse(tool, situationOf(model));
}

/** Whether the viewer may change all of these things now. */
export function mayChangeAll(model: Model, ids: Iterable<string>): boolean {
  return mayChange(
    [...ids].every((id) => isOwn(model, id)),
    situationOf(model),
  );
}

/** Whether the viewer may move all of these things now. */
export function mayMoveAll(model: Model, ids: Iterable<string>): boolean {
  return mayMove(
    [...ids].every((id) => isOwn(model, id)),
    situationOf(model),
  );
}

/** Whether the viewer made a thing; of a sealed idea only they know. */
function isOwn({ session: { me, records } }: Model, id: string): boolean {
  return records.get('mine', id)?.author === true || findThing(records, id)?.record.author === me.get()?.participant;
}

const reasons = {
  closed: 'refusal.closed',
  lobby: 'phase.notBegun',
  notNow: 'refusal.notInPhase',
} as const satisfies Record<Exclude<Obstacle, 'role'>, WordKey>;

/** Why the viewer may not use a tool now, as a sentence; null when they may. */
export function whyNot(model: Model, ...tools: readonly StepTool[]): string | null {
  const [first = null, ...others] = tools.map((tool) => obstacleTo(tool, situationOf(model)));
  if (first === null || others.includes(null)) {
    return null;
  }
  return t(first === 'role' ? limitsOf(model.session.me.get()?.role ?? 'observer') : reasons[first]);
}

/** Sends commands in order, or says why that cannot be done now. Answers whether they were sent. */
export function send(model: Model, ...commands: readonly ClientCommand[]): boolean {
  const { me, status } = situationOf(model);
  for (const command of commands) {
    const reason = mayOrder(me, status, command.type)
      ? whyNot(model, ...toolsOf(command))
      : t(status === 'closed' ? 'refusal.closed' : limitsOf(me?.role ?? 'observer'));
    if (reason !== null) {
      toast(reason, 'bad');
      return false;
    }
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
