import type { Unsubscribe } from '../../sync';
import { perFrame } from '../../ui/cell';
import { CARD_GAP, CARD_HEIGHT } from '../canvas/geometry';
import type { Model } from '../model/model';
import { visit } from '../model/view';
import { everything, isAsking, matches, readingOrder } from './filter';

/** Keeps what is found true while the panel is open, until the answer is called: then nothing is looked for any more. */
export function followFound({ ui, session }: Model): Unsubscribe {
  const { records } = session;
  const knowledge = {
    nameOf: (participant: string) => records.get('person', participant)?.name ?? '',
    commentsOf: (idea: string) => records.related('commentsOfIdea', idea).length,
  };
  const look = (): void => {
    const filter = ui.filter.get();
    const asked = isAsking(filter);
    const ideas = asked ? records.all('idea').filter((idea) => matches(idea, filter, knowledge)) : [];
    ui.found.set(asked ? new Set(readingOrder(ideas, CARD_HEIGHT + CARD_GAP)) : null);
  };
  const { ask, stop } = perFrame(look);
  look();
  const ends = [
    ui.filter.subscribe(look),
    records.subscribeAll('idea', ask),
    records.subscribeAll('person', ask),
    records.subscribeIds('comment', ask),
  ];
  return () => {
    stop();
    for (const end of ends) {
      end();
    }
    ui.found.set(null);
    ui.foundAt.set('');
  };
}

/** Goes to the next (1) or previous (−1) idea that was found, round and round. */
export function goToFound(model: Model, way: 1 | -1): void {
  const { ui } = model;
  const found = [...(ui.found.get() ?? [])];
  if (found.length === 0) {
    return;
  }
  const at = found.indexOf(ui.foundAt.get());
  const next = found[at < 0 ? (way === 1 ? 0 : found.length - 1) : (at + way + found.length) % found.length] ?? '';
  ui.foundAt.set(next);
  visit(model, next);
}

/** Closes the panel; the next search begins anew. */
export function closeFind({ ui }: Model): void {
  ui.finding.set(false);
  ui.filter.set(everything);
}
