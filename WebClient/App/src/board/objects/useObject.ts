import { type RefObject, useEffect, useRef } from 'react';
import { useMayChange } from '../../method/useMay';
import { useIds, useSource } from '../../sync/react';
import { useSourcePart } from '../../ui/cell';
import type { Holding, LockMode } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import type { Hold } from '../presence/holds';

/** Larger than any z-index that an order becomes. */
const TOP = 2_000_000_000;

/** The z-index of something at a place in the order: neighbours may lie as close as a thousandth. */
export function layerOf(order: number): number {
  return Math.max(-TOP, Math.min(TOP, Math.round(order * 1024)));
}

/** How an object on the canvas stands to this person. */
export interface ObjectState {
  readonly element: RefObject<HTMLDivElement | null>;
  readonly selected: boolean;
  readonly editing: boolean;
  /** Whether this person may change the object, and it is not locked. */
  readonly edits: boolean;
  readonly hold: Hold | undefined;
  /** For the element that the keyboard reaches. */
  readonly reach: { readonly tabIndex: number; readonly onFocus: () => void };
  /** What it is called, with what else is to be said of it. */
  named(name: string): string;
}

function heldWord(held: Holding = 'none'): string {
  return held === 'none' ? '' : t(held === 'hidden' ? 'mod.isHidden' : 'mod.isWaiting');
}

/** Follows an object: its element moves itself when its place changes. */
export function useObject(
  id: string,
  record: { readonly lock: LockMode; readonly author: string; readonly held: Holding } | undefined,
): ObjectState {
  const { ui, places, holds } = useModel();
  const element = useRef<HTMLDivElement>(null);
  const selected = useSourcePart(ui.selection, (selection) => selection.has(id));
  const editing = useSourcePart(ui.editing, (editing) => editing === id);
  const edits = useMayChange(id, record?.author) && record?.lock === 'none';
  const hold = useSource(holds).get(id);
  const here = record !== undefined;
  // Arrows lead from thing to thing, so that the Tab key leads to one of them: to an idea, where there is one.
  const focused = useSourcePart(ui.focused, (focused) => focused === id);
  const tabIndex = useIds('idea').length === 0 || focused ? 0 : -1;
  useEffect(() => {
    const place = (): void => {
      const rect = places.any(id);
      if (rect && element.current) {
        element.current.style.transform = `translate(${rect.x}px, ${rect.y}px)`;
        element.current.style.width = `${rect.width}px`;
        element.current.style.height = `${rect.height}px`;
      }
    };
    if (here) {
      place();
    }
    return places.watch(id, place);
  }, [places, id, here]);
  const reach = { tabIndex, onFocus: () => ui.focused.set(id) };
  const named = (name: string): string =>
    [name, record?.lock === 'none' ? '' : t('lock.is'), heldWord(record?.held), selected ? t('idea.selected') : '']
      .filter((part) => part !== '')
      .join(', ');
  return { element, selected, editing, edits, hold, reach, named };
}
