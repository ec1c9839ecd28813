import { findThing, isPlaced } from '../../sync/things';
import { limits } from '../../wire';
import { align, distribute, type Piece, type Placed, type Side, tidy } from '../canvas/arrange';
import { type Model, pieces, send } from './model';
import { movable } from './things';

/** Aligns what is selected. */
export function alignSelection(model: Model, side: Side): void {
  move(model, align(selected(model), side));
}

/** Makes the gaps between what is selected equal. */
export function distributeSelection(model: Model, axis: 'x' | 'y'): void {
  move(model, distribute(selected(model), axis));
}

/** Lays what is selected out in rows and columns. */
export function tidySelection(model: Model): void {
  move(model, tidy(selected(model)));
}

function selected(model: Model): Piece[] {
  return movable(model).flatMap((id) => {
    const rect = model.places.any(id);
    return rect ? { id, rect } : [];
  });
}

/** Moves each so that what is drawn of it is at its new place: a stamp is drawn around its own. */
function move(model: Model, placed: readonly Placed[]): void {
  const moves = placed.flatMap(({ id, x, y }) => {
    const thing = findThing(model.session.records, id);
    const rect = model.places.any(id);
    if (!isPlaced(thing) || rect === undefined || (Math.abs(rect.x - x) < 0.5 && Math.abs(rect.y - y) < 0.5)) {
      return [];
    }
    const { record } = thing;
    return { id, x: Math.round(record.x + x - rect.x), y: Math.round(record.y + y - rect.y) };
  });
  for (const piece of pieces(moves, limits.thingsPerCommand)) {
    send(model, { type: 'moveThings', moves: piece });
  }
}
