import { newId } from '../../sync';
import { findThing, isAnchor, isPlaced, isSized } from '../../sync/things';
import { limits, type Sign, type TextSize } from '../../wire';
import { toBoard } from '../canvas/camera';
import { bounds, grow, type Point, type Rect } from '../canvas/geometry';
import { type Model, pieces, send } from './model';
import { isLocked, selectedThings } from './things';

/** How large a new note is, by the size of its text. */
const NOTE_SIZES: Readonly<Record<TextSize, { readonly width: number; readonly height: number }>> = {
  small: { width: 220, height: 48 },
  medium: { width: 280, height: 64 },
  large: { width: 420, height: 88 },
  huge: { width: 640, height: 152 },
};

/** The middle of what is on screen. */
export function middleOfView({ ui }: Model): Point {
  const { width, height } = ui.size.get();
  return toBoard(ui.camera.get(), { x: width / 2, y: height / 2 });
}

/** Writes new text with its top left corner at a place; typing starts at once. */
export function addNoteAt(model: Model, at: Point, size: TextSize = 'medium'): void {
  const id = newId();
  const place = { x: Math.round(at.x), y: Math.round(at.y) };
  startWith(model, id, send(model, { type: 'addNote', id, text: '', size, ...place, ...NOTE_SIZES[size] }));
}

/** Writes new text in the middle of the screen. */
export function addNoteInView(model: Model): void {
  const middle = middleOfView(model);
  addNoteAt(model, { x: middle.x - NOTE_SIZES.medium.width / 2, y: middle.y - NOTE_SIZES.medium.height / 2 });
}

/** Draws a frame; its title is typed next. */
export function addFrameIn(model: Model, rect: Rect): void {
  const id = newId();
  startWith(model, id, send(model, { type: 'addFrame', id, title: '', ...rounded(rect) }));
}

/** A frame around what is selected, or in the middle of the screen. */
export function addFrameAround(model: Model): void {
  const around = bounds([...model.ui.selection.get()].flatMap((id) => model.places.any(id) ?? []));
  const middle = middleOfView(model);
  addFrameIn(model, around ? grow(around, 40) : { x: middle.x - 400, y: middle.y - 250, width: 800, height: 500 });
}

function startWith(model: Model, id: string, sent: boolean): void {
  model.ui.tool.set('select');
  if (sent) {
    model.ui.select([id]);
    model.ui.editing.set(id);
  }
}

/** Puts a stamp somewhere; on a thing it stays with that. */
export function addStampAt(model: Model, at: Point, on: string): void {
  const anchor = isAnchor(findThing(model.session.records, on)) ? on : '';
  const place = { x: Math.round(at.x), y: Math.round(at.y) };
  send(model, { type: 'addStamp', id: newId(), sign: model.ui.sign.get(), ...place, on: anchor });
}

/** Stamps everything that is selected, at its top right corner. */
export function stampSelection(model: Model, sign: Sign): void {
  for (const thing of selectedThings(model)) {
    const rect = model.places.any(thing.record.id);
    if (rect && isAnchor(thing)) {
      const beside = model.session.records.related('stampsOn', thing.record.id).length;
      const x = Math.round(rect.x + rect.width - 12 - (beside % 5) * 34);
      send(model, { type: 'addStamp', id: newId(), sign, x, y: Math.round(rect.y), on: thing.record.id });
    }
  }
}

/** The topmost thing at a place that connectors and stamps can be at; empty for none. */
export function anchorAt({ places }: Model, point: Point): string {
  return places.topAt(point, isAnchor);
}

/** Makes what is selected and has a size larger or smaller, without dragging its edges. */
export function scaleSelection(model: Model, by: number): void {
  for (const thing of selectedThings(model)) {
    if (isSized(thing) && !isLocked(thing)) {
      const { id, x, y, width, height } = thing.record;
      const side = (length: number): number =>
        Math.min(limits.maxSide, Math.max(limits.minSide, Math.round(length * by)));
      send(model, { type: 'resizeThing', id, x, y, width: side(width), height: side(height) });
    }
  }
}

/** Writes the selected notes larger or smaller. */
export function sizeNotes(model: Model, size: TextSize): void {
  for (const thing of selectedThings(model)) {
    if (thing.kind === 'note' && !isLocked(thing)) {
      send(model, { type: 'sizeNote', id: thing.record.id, size });
      const box = NOTE_SIZES[size];
      const { id, x, y, width, height } = thing.record;
      const grown = { width: Math.max(width, box.width), height: Math.max(height, box.height) };
      send(model, { type: 'resizeThing', id, x, y, ...grown });
    }
  }
}

/** Puts an uploaded picture on the canvas around a place, as large as it is but not larger than half the screen. */
export function addImageAt(model: Model, at: Point, file: string, pixels: { width: number; height: number }): void {
  const id = newId();
  const scale = Math.min(1, 480 / Math.max(1, pixels.width), 360 / Math.max(1, pixels.height));
  const width = Math.max(limits.minSide, Math.round(pixels.width * scale));
  const height = Math.max(limits.minSide, Math.round(pixels.height * scale));
  const place = { x: Math.round(at.x - width / 2), y: Math.round(at.y - height / 2) };
  if (send(model, { type: 'addImage', id, file, alt: '', ...place, width, height })) {
    model.ui.select([id]);
    model.ui.describing.set(id);
  }
}

/** Tags ideas, or takes the tag away again. */
export function tagIdeas(model: Model, ideas: readonly string[], tag: string, on: boolean): void {
  for (const piece of pieces(ideas, limits.thingsPerCommand)) {
    send(model, on ? { type: 'tagIdeas', ideas: piece, tag } : { type: 'untagIdeas', ideas: piece, tag });
  }
}

function rounded({ x, y, width, height }: Rect): Rect {
  const side = (length: number): number => Math.max(limits.minSide, Math.round(length));
  return { x: Math.round(x), y: Math.round(y), width: side(width), height: side(height) };
}

/** Ids of everything that has a place. */
export function allThings({ session: { records } }: Model): string[] {
  const kinds = ['idea', 'note', 'image', 'stamp', 'group', 'frame'] as const;
  return kinds.flatMap((kind) => records.ids(kind)).filter((id) => isPlaced(findThing(records, id)));
}

/** Lets the person choose pictures and other files, and brings them to the middle of the screen. */
export function chooseImages(model: Model): void {
  void import('../objects/bringFiles').then(({ bringFiles, chooseFiles }) =>
    chooseFiles((files) => bringFiles(model, files, middleOfView(model))),
  );
}
