import { readLines } from '../../exchange/lines';
import { mayRemove } from '../../sync/predictThings';
import { toast } from '../../ui/toasts';
import { limits } from '../../wire';
import { t } from '../../words/t';
import { toBoard } from '../canvas/camera';
import { bounds, CARD_GAP, CARD_HEIGHT, CARD_WIDTH, type Point } from '../canvas/geometry';
import { asCopied, boxOfCopied, type Copied, copiedThings, MOST_COPIED, makeCopies, wordsOf } from './copies';
import { type Model, mayChangeAll, pieces, send } from './model';
import { readCopied } from './readCopied';
import { offerUndo } from './takeBack';
import { isOpen } from './things';

/** What things are on the clipboard besides their words: CoCreate pastes them as they were, at their distances. */
const TYPE = 'application/x-cocreate-things';

/** What was copied on this page last: a menu's Paste gets to see nothing but text. */
let last: { readonly text: string; readonly copied: readonly Copied[] } = { text: '', copied: [] };

/** Puts what is selected on the clipboard; answers whether there was anything. */
export function copySelection(model: Model, clipboard: DataTransfer): boolean {
  return put(copied(model, model.ui.selection.get()), clipboard);
}

/** Copies and removes what is selected, as far as this person may remove it; answers whether there was anything. */
export function cutSelection(model: Model, clipboard: DataTransfer): boolean {
  const me = model.session.me.get();
  const mine = copiedThings(model, model.ui.selection.get()).filter(
    (thing) => isOpen(model, thing) && mayRemove(thing, me?.participant ?? '', me?.isHost ?? false),
  );
  const ids = mine.map(({ record }) => record.id);
  if (!mayChangeAll(model, ids) || !put(mine.map(asCopied), clipboard)) {
    return false;
  }
  send(model, ...pieces(ids, limits.thingsPerCommand).map((piece) => ({ type: 'removeThings', ids: piece }) as const));
  offerUndo(model, t('step.removed', { n: ids.length }));
  model.ui.select([]);
  return true;
}

function copied(model: Model, ids: Iterable<string>): readonly Copied[] {
  return copiedThings(model, ids).map(asCopied);
}

function put(things: readonly Copied[], clipboard: DataTransfer): boolean {
  if (things.length === 0 || isTooMany(things)) {
    return false;
  }
  const text = things.flatMap((one) => wordsOf(one) || []).join('\n');
  last = { text, copied: things };
  clipboard.setData('text/plain', text);
  clipboard.setData(TYPE, JSON.stringify(things));
  return true;
}

function isTooMany(things: readonly unknown[]): boolean {
  if (things.length > MOST_COPIED) {
    toast(t('clipboard.tooManyThings', { n: MOST_COPIED }), 'bad');
  }
  return things.length > MOST_COPIED;
}

/** Makes copies of what is selected, with the stamps on it and the connectors between, and selects them; answers whether it did. */
export function duplicateSelection(model: Model, dx = CARD_GAP, dy = CARD_GAP): boolean {
  const things = copied(model, model.ui.selection.get());
  return things.length > 0 && !isTooMany(things) && make(model, things, { x: dx, y: dy }, model.ui.selection.get());
}

/** Makes things of what is on the clipboard: copied things again, or an idea of each line of text. Answers whether it held any. */
export function pasteClipboard(model: Model, clipboard: DataTransfer): boolean {
  return paste(model, readCopied(clipboard.getData(TYPE)) ?? fromText(model, clipboard.getData('text/plain')));
}

/** Pastes what a menu gets to see of the clipboard: its text, which tells whether it is what was copied here last. */
export function pasteText(model: Model, text: string): boolean {
  return paste(model, last.copied.length > 0 && text === last.text ? last.copied : fromText(model, text));
}

function paste(model: Model, things: readonly Copied[]): boolean {
  if (things.length > MOST_COPIED) {
    toast(t('clipboard.tooMany', { n: MOST_COPIED }), 'bad');
    return true;
  }
  const around = bounds(things.flatMap((one) => boxOfCopied(one) ?? []));
  if (around === null) {
    return false;
  }
  const middle = placeFor(model);
  const by = { x: middle.x - around.x - around.width / 2, y: middle.y - around.y - around.height / 2 };
  make(model, things, by, new Set(things.map(({ id }) => id)));
  return true;
}

/** Sends what makes the copies, and selects those of `chosen`. */
function make(model: Model, things: readonly Copied[], by: Point, chosen: ReadonlySet<string>): boolean {
  const { commands, ids } = makeCopies(model, things, by);
  const left = things.length - ids.size;
  if (left > 0) {
    toast(t('clipboard.noPictures', { n: left }));
  }
  const sent = commands.length > 0 && send(model, ...commands);
  if (sent) {
    model.ui.select([...ids].flatMap(([from, to]) => (chosen.has(from) ? to : [])));
  }
  return sent;
}

/** Where the pointer is, or else the middle of the screen. */
function placeFor({ ui }: Model): Point {
  const { width, height } = ui.size.get();
  return ui.pointer ?? toBoard(ui.camera.get(), { x: width / 2, y: height / 2 });
}

/** An idea of each line, in rows and columns. */
function fromText({ ui }: Model, text: string): readonly Copied[] {
  const { ideas } = readLines(text);
  const columns = Math.max(1, Math.round(Math.sqrt(ideas.length)));
  return ideas.map(({ title, body, colour }, at) => ({
    kind: 'idea',
    id: String(at),
    title,
    body,
    colour: colour === '' ? ui.colour.get() : colour,
    tags: [],
    file: '',
    alt: '',
    group: '',
    x: (at % columns) * (CARD_WIDTH + CARD_GAP),
    y: Math.floor(at / columns) * (CARD_HEIGHT + CARD_GAP),
  }));
}
