import type { RecordKind } from '../../wire';
import type { Remains } from '../predict';
import { parentsOf } from '../records';
import type { Change } from './trace';

/** Removed things that are remembered at most: as many as one step can hold without being cut. */
const most = 2_000;

/** The records of things that went to the bin, so that they are on the screen at once when they are taken back from there. */
export class RemovedRecords {
  private readonly found = new Map<string, readonly Remains[]>();

  get(kind: RecordKind, id: string): readonly Remains[] {
    return this.found.get(`${kind}/${id}`) ?? [];
  }

  /** Keeps each removed thing with what went along with it. */
  remember(removed: readonly Change[]): void {
    const along = childrenByThing(removed);
    for (const change of removed) {
      const key = `${change.kind}/${change.id}`;
      const children = change.kind === 'mine' ? [] : (along.get(change.id) ?? []);
      this.found.delete(key);
      this.found.set(key, [change, ...children].map(remainsOf));
    }
    for (const key of [...this.found.keys()].slice(0, Math.max(0, this.found.size - most))) {
      this.found.delete(key);
    }
  }
}

/** What went along with each thing: comments, connectors, stamps, the viewer's own dots and reactions. */
function childrenByThing(removed: readonly Change[]): Map<string, Change[]> {
  const children = new Map<string, Change[]>();
  for (const change of removed) {
    for (const thing of thingsOf(change)) {
      children.set(thing, [...(children.get(thing) ?? []), change]);
    }
  }
  return children;
}

function thingsOf({ kind, id, before }: Change): readonly string[] {
  if (kind === 'mine') {
    return [id];
  }
  return kind === 'idea' || before === undefined ? [] : parentsOf<RecordKind>(kind, before).map(([, parent]) => parent);
}

function remainsOf({ kind, before }: Change): Remains {
  return { kind, record: before } as Remains;
}
