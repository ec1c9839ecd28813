import type { RecordKind, Records } from '../../wire';
import type { RecordView, Relation } from '../records';
import type { Change } from './trace';

/** What hangs on things, and is back with them. */
const hangingOn = [
  ['connectorsOf', 'connector'],
  ['stampsOn', 'stamp'],
  ['commentsOfIdea', 'comment'],
] as const satisfies readonly (readonly [Relation, RecordKind])[];

/** What a thing that has just come back from the bin changed on the board: it is there, with what hangs on it, and its ideas are in it again. */
export function cameWith(view: RecordView, kind: RecordKind, id: string): readonly Change[] {
  const record = view.get(kind, id);
  if (record === undefined) {
    return [];
  }
  const along = hangingOn.flatMap(([relation, each]) =>
    view.members(relation, id).flatMap((one) => came(each, one, view.get(each, one))),
  );
  const ideas = kind === 'group' ? view.members('ideasOfGroup', id) : [];
  const grouped = ideas.flatMap((one): Change[] => {
    const idea = view.get('idea', one);
    return idea ? [{ kind: 'idea', id: one, before: { ...idea, group: '' }, after: idea }] : [];
  });
  const mine = kind === 'idea' ? came('mine', id, view.get('mine', id)) : [];
  return [...came(kind, id, record), ...along, ...mine, ...grouped];
}

function came(kind: RecordKind, id: string, after: Records[RecordKind] | undefined): readonly Change[] {
  return after === undefined ? [] : [{ kind, id, before: undefined, after }];
}
