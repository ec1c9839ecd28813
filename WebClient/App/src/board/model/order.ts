import { limits } from '../../wire';
import { align, distribute, type Piece, type Placed, type Side, tidy } from '../canvas/arrange';
import { selectedIdeas } from './ideas';
import { type Model, pieces, send } from './model';

/** Aligns the selected ideas. */
export function alignSelection(model: Model, side: Side): void {
  move(model, align(selected(model), side));
}

/** Makes the gaps between the selected ideas equal. */
export function distributeSelection(model: Model, axis: 'x' | 'y'): void {
  move(model, distribute(selected(model), axis));
}

/** Lays the selected ideas out in rows and columns. */
export function tidySelection(model: Model): void {
  move(model, tidy(selected(model)));
}

function selected(model: Model): Piece[] {
  return selectedIdeas(model).flatMap((id) => {
    const rect = model.places.grid.get(id);
    return rect ? { id, rect } : [];
  });
}

function move(model: Model, placed: readonly Placed[]): void {
  const moves = placed.map(({ id, x, y }) => ({ id, x: Math.round(x), y: Math.round(y) }));
  const moved = moves.filter(({ id, x, y }) => {
    const rect = model.places.grid.get(id);
    return rect !== undefined && (rect.x !== x || rect.y !== y);
  });
  for (const piece of pieces(moved, limits.thingsPerCommand)) {
    send(model, { type: 'moveThings', moves: piece });
  }
}
