import { PDFDocument } from '@cantoo/pdf-lib';
import { addWords } from './pdfWords';
import type { Pens, Picture } from './picture';
import { toPng } from './raster';

/** The longest side of a page, in points: PDF allows no more. */
const longestPage = 14_400;

/** The picture as a document of one page that is as large as the board, with its words to select and to search. */
export async function toPdf(picture: Picture, title: string, pens: Pick<Pens, 'measure'>): Promise<Blob> {
  const png = new Uint8Array(await (await toPng(picture)).arrayBuffer());
  const document = await PDFDocument.create();
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setCreator('CoCreate');
  const image = await document.embedPng(png);
  // A board unit is a CSS pixel, which is three quarters of a point.
  const scale = Math.min(0.75, longestPage / Math.max(picture.width, picture.height));
  const size = { width: picture.width * scale, height: picture.height * scale };
  const page = document.addPage([size.width, size.height]);
  page.drawImage(image, { x: 0, y: 0, ...size });
  addWords(document, page, picture, scale, pens.measure(1000, 500));
  return new Blob([(await document.save()) as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
}
