import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { fetchFile } from '../sync';
import type { Pens, Picture } from './picture';
import type { Measure } from './wrap';

const family = '"Inter Variable", ui-sans-serif, system-ui, sans-serif';

/** The longest side and the largest area of a PNG, in pixels: what browsers can draw and other programs can open. */
const longestSide = 16_000;
const largestArea = 100_000_000;

/** Pens with the colours and the typeface that the page has now, and the uploaded pictures that were fetched. */
export function pagePens(pictures: ReadonlyMap<string, string>): Pens {
  const style = getComputedStyle(document.documentElement);
  const pen = document.createElement('canvas').getContext('2d');
  return {
    picture: (file) => pictures.get(file),
    colour: (token) => style.getPropertyValue(token).trim(),
    measure: (size, weight): Measure => {
      return (text) => {
        if (pen === null) {
          return text.length * size * 0.6;
        }
        pen.font = `${weight} ${size}px ${family}`;
        return pen.measureText(text).width;
      };
    },
  };
}

/** Style for a picture, with the typeface in it: a picture may load nothing from elsewhere. */
export async function pictureStyle(): Promise<string> {
  const font = await fetch(interUrl).then((answer) => (answer.ok ? answer.blob() : null));
  const face =
    font === null
      ? ''
      : `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${await dataUrl(font)}) format("woff2")}`;
  return `${face}text{font-family:${family};white-space:pre}`;
}

/** The picture in pixels, two for one board unit, or fewer where it would get too large. */
export async function toPng({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(2, longestSide / Math.max(width, height), Math.sqrt(largestArea / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(width * scale));
  canvas.height = Math.max(1, Math.floor(height * scale));
  const pen = canvas.getContext('2d');
  pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser could not draw the picture'))));
  });
}

/** The pictures that lie on a board, as data addresses. What cannot be fetched is left out. */
export async function fetchPictures(board: string, files: Iterable<string>): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  for (const file of new Set(files)) {
    const content = await fetchFile(board, file).catch(() => null);
    if (content !== null) {
      pictures.set(file, await dataUrl(content));
    }
  }
  return pictures;
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
