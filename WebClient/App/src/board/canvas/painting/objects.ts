import type { Thing } from '../../../sync/things';
import type { NoteRecord, Sign, TextSize } from '../../../wire';
import { signShapes } from '../../objects/signs';
import type { Rect } from '../geometry';
import { linesOf } from './lines';
import { BARS_ZOOM, fillBox, type View, WORDS_ZOOM } from './paint';

/** The size of a note's words, as objects.css has it. */
const noteSizes: Readonly<Record<TextSize, number>> = { small: 15, medium: 20, large: 34, huge: 64 };

/** The side of a stamp's sign, in board units. */
const SIGN_SIDE = 30;

/** A picture with a shorter side than this on the screen is a frame: one would not make out what it shows. */
const LEAST_PICTURE_PX = 12;

/** A note, a picture or a stamp from afar: words as lines, a picture made small, or as a frame with hills while it is on its way, a sign as it is. */
export function paintObject(view: View, thing: Thing, rect: Rect): void {
  switch (thing.kind) {
    case 'note':
      return paintNote(view, thing.record, rect);
    case 'image':
      return paintPicture(view, thing.record.file, rect);
    case 'stamp':
      return paintSign(view, thing.record.sign, rect);
    default:
      return;
  }
}

function paintNote({ pen, zoom, look }: View, { text, size }: NoteRecord, rect: Rect): void {
  const font = noteSizes[size];
  const line = font * (font > 30 ? 1.12 : 1.32);
  // Large text is read from further away than small text.
  const near = zoom * (font / noteSizes.medium);
  if (near < BARS_ZOOM) {
    pen.globalAlpha *= 0.35;
    pen.fillStyle = look.ink;
    pen.fillRect(rect.x, rect.y + rect.height / 4, rect.width, rect.height / 2);
    return;
  }
  const most = Math.max(1, Math.floor(rect.height / line));
  const lines = text.split('\n').flatMap((part) => linesOf(part, (rect.width - 8) / font, most, look.measure));
  pen.fillStyle = look.ink;
  pen.font = `${font > 30 ? 700 : 500} ${font}px ${look.font}`;
  pen.textBaseline = 'alphabetic';
  for (const [at, words] of lines.slice(0, most).entries()) {
    if (near < WORDS_ZOOM) {
      const width = Math.min(rect.width - 8, words.length * font * 0.5);
      pen.globalAlpha = 0.35;
      pen.fillRect(rect.x + 4, rect.y + at * line + font * 0.35, width, font * 0.5);
    } else {
      pen.fillText(words, rect.x + 4, rect.y + 2 + at * line + font);
    }
  }
}

function paintPicture(view: View, file: string, rect: Rect): void {
  const { pen, zoom, look, pictures } = view;
  const seen = Math.min(rect.width, rect.height) * zoom >= LEAST_PICTURE_PX;
  const small = seen ? pictures.get(file) : null;
  if (small === null) {
    paintFrame(view, rect);
    return;
  }
  const part = Math.min(rect.width / small.width, rect.height / small.height);
  const [width, height] = [small.width * part, small.height * part];
  pen.fillStyle = look.quiet;
  fillBox(pen, rect, 0);
  pen.drawImage(small, rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height);
}

function paintFrame({ pen, zoom, look }: View, rect: Rect): void {
  pen.fillStyle = look.quiet;
  fillBox(pen, rect, 0);
  pen.strokeStyle = look.line;
  pen.lineWidth = 1.2 / zoom;
  pen.strokeRect(rect.x, rect.y, rect.width, rect.height);
  pen.beginPath();
  pen.moveTo(rect.x, rect.y + rect.height * 0.8);
  pen.lineTo(rect.x + rect.width * 0.35, rect.y + rect.height * 0.45);
  pen.lineTo(rect.x + rect.width * 0.6, rect.y + rect.height * 0.7);
  pen.lineTo(rect.x + rect.width * 0.75, rect.y + rect.height * 0.55);
  pen.lineTo(rect.x + rect.width, rect.y + rect.height * 0.8);
  pen.stroke();
}

function paintSign({ pen, look }: View, sign: Sign, rect: Rect): void {
  const { colour, path } = signShapes[sign];
  pen.save();
  pen.translate(rect.x + rect.width / 2, rect.y + rect.height / 2);
  pen.fillStyle = look.surface;
  pen.beginPath();
  pen.arc(0, 0, rect.width / 2, 0, 2 * Math.PI);
  pen.fill();
  pen.scale(SIGN_SIDE / 24, SIGN_SIDE / 24);
  pen.translate(-12, -12);
  pen.fillStyle = colour;
  pen.fill(new Path2D(path), 'evenodd');
  pen.restore();
}
