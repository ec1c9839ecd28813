import type { RecordReader } from '../sync';
import { drawBoard, type Picture } from './picture';
import { fetchPictures, pagePens, pictureStyle, toPng } from './raster';

interface Drawn {
  readonly board: string;
  readonly records: RecordReader;
}

/** The board as a picture with its uploaded pictures in it, or what of it is in `only`; null when there is nothing to draw. */
export async function pictureOf({ board, records }: Drawn, only?: ReadonlySet<string>): Promise<Picture | null> {
  const images = records.all('image').filter(({ id }) => only?.has(id) ?? true);
  const pictures = await fetchPictures(
    board,
    images.map(({ file }) => file),
  );
  return drawBoard(records, pagePens(pictures), await pictureStyle(), only);
}

/** Puts a picture of these things on the clipboard. Rejected where there is nothing to draw, or the browser does not allow it. */
export async function copyPicture(drawn: Drawn, only: ReadonlySet<string>): Promise<void> {
  // Some browsers take a promise alone, as long as it is given to them while the person's click counts.
  const png = pictureOf(drawn, only).then((picture) =>
    picture === null ? Promise.reject(new Error('Nothing to draw')) : toPng(picture),
  );
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
