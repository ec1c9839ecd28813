import { readLines } from '../../exchange/lines';
import { newId } from '../../sync';
import { toast } from '../../ui/toasts';
import { type Colour, colourValues, limits } from '../../wire';
import { t } from '../../words/t';
import { toBoard } from '../canvas/camera';
import { bounds, CARD_GAP, CARD_HEIGHT, CARD_WIDTH, cardRect, type Point } from '../canvas/geometry';
import { selectedIdeas } from './ideas';
import { type Model, mayChangeAll, send } from './model';
import { removeSelection } from './things';

/** What ideas are on the clipboard besides their titles as text: CoCreate pastes them as they were, at their distances. */
const TYPE = 'application/x-cocreate-ideas';

/** At most so many ideas are pasted at once; more are brought in with the import, which shows them first. */
const MOST = 500;

interface Copied {
  readonly title: string;
  readonly body: string;
  readonly colour: Colour | '';
  readonly x: number;
  readonly y: number;
}

/** Puts the selected ideas on the clipboard; answers whether there were any. */
export function copyIdeas(model: Model, clipboard: DataTransfer): boolean {
  const ideas = selectedIdeas(model).flatMap((id) => model.session.records.get('idea', id) ?? []);
  if (ideas.length === 0) {
    return false;
  }
  const copied: Copied[] = ideas.map(({ title, body, colour, x, y }) => ({ title, body, colour, x, y }));
  clipboard.setData('text/plain', ideas.map(({ title }) => title).join('\n'));
  clipboard.setData(TYPE, JSON.stringify(copied));
  return true;
}

/** Copies and removes the selected ideas; answers whether there were any. */
export function cutIdeas(model: Model, clipboard: DataTransfer): boolean {
  const copied = mayChangeAll(model, selectedIdeas(model)) && copyIdeas(model, clipboard);
  if (copied) {
    removeSelection(model);
  }
  return copied;
}

/** Makes ideas of what is on the clipboard: copied ideas again, or one of each line of text. Answers whether it held any. */
export function pasteIdeas(model: Model, clipboard: DataTransfer): boolean {
  const copied = readCopied(clipboard.getData(TYPE)) ?? fromText(clipboard.getData('text/plain'));
  return paste(model, copied);
}

/** One idea of each line of a text. */
export function pasteText(model: Model, text: string): boolean {
  return paste(model, fromText(text));
}

function paste(model: Model, copied: readonly Copied[]): boolean {
  if (copied.length > MOST) {
    toast(t('clipboard.tooMany', { n: MOST }), 'bad');
    return true;
  }
  const around = bounds(copied.map(cardRect));
  if (around === null) {
    return false;
  }
  const middle = placeFor(model);
  const [dx, dy] = [middle.x - around.x - around.width / 2, middle.y - around.y - around.height / 2];
  const commands = copied.map(({ title, body, colour, x, y }) => {
    const place = { x: Math.round(x + dx), y: Math.round(y + dy) };
    const group = model.places.groupAt({ x: place.x + CARD_WIDTH / 2, y: place.y + CARD_HEIGHT / 2 }, new Set());
    const kind = colour === '' ? model.ui.colour.get() : colour;
    return { type: 'addIdea', id: newId(), title, body, colour: kind, ...place, group } as const;
  });
  if (send(model, ...commands)) {
    model.ui.select(commands.map(({ id }) => id));
  }
  return true;
}

/** Where the pointer is, or else the middle of the screen. */
function placeFor({ ui }: Model): Point {
  const { width, height } = ui.size.get();
  return ui.pointer ?? toBoard(ui.camera.get(), { x: width / 2, y: height / 2 });
}

function fromText(text: string): readonly Copied[] {
  const { ideas } = readLines(text);
  const columns = Math.max(1, Math.round(Math.sqrt(ideas.length)));
  return ideas.map(({ title, body, colour }, at) => ({
    title,
    body,
    colour,
    x: (at % columns) * (CARD_WIDTH + CARD_GAP),
    y: Math.floor(at / columns) * (CARD_HEIGHT + CARD_GAP),
  }));
}

/** What another page of CoCreate copied, or null where it is not what it should be: anybody can put anything on a clipboard. */
function readCopied(text: string): readonly Copied[] | null {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) && found.length > 0 && found.every(isCopied) ? found : null;
  } catch {
    return null;
  }
}

function isCopied(value: unknown): value is Copied {
  const { title, body, colour, x, y } = (value ?? {}) as Partial<Copied>;
  return (
    typeof title === 'string' &&
    title.length <= limits.titleLength &&
    typeof body === 'string' &&
    body.length <= limits.bodyLength &&
    colourValues.some((one) => one === colour) &&
    Number.isFinite(x) &&
    Number.isFinite(y)
  );
}
