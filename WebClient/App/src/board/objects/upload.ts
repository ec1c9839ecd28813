import { type FileRecord, limits } from '../../wire';
import { t } from '../../words/t';
import type { Upload } from '../model/ui';

/** What the server answers: the id of the file's record, and what the file is. */
export interface UploadedFile {
  readonly file: FileRecord['id'];
  readonly format: FileRecord['format'];
}

/** A picture's longest side after it was made smaller, in pixels: sharp on a large screen. */
const LONGEST_PX = 2_560;

/** Larger pictures than this are made smaller before they are sent. */
const LARGE_BYTES = 3 * 1024 * 1024;

/** What is sent, and what it is in pixels (0 for what is no picture). */
export interface Prepared {
  readonly content: Blob;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Whether the picture was drawn anew: then nothing but what one sees is in it, no place and no camera. */
  readonly redrawn: boolean;
}

/**
 * Makes a file ready to be sent. Photographs are drawn anew, because they tell where they were taken; so are pictures that
 * are larger than a screen needs. Everything else is sent as it is.
 */
export async function prepare(file: File): Promise<Prepared> {
  const asIs = { content: file, name: file.name.slice(0, limits.fileNameLength), redrawn: false };
  const bitmap = /^image\/(png|jpeg|webp|gif)$/.test(file.type)
    ? await createImageBitmap(file).catch(() => null)
    : null;
  if (bitmap === null) {
    return { ...asIs, width: 0, height: 0 };
  }
  const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height));
  const isLarge = file.size > LARGE_BYTES || scale < 1;
  const redraws = file.type === 'image/jpeg' || (isLarge && file.type !== 'image/gif');
  const drawn = redraws ? await draw(bitmap, scale, file.type === 'image/png' && !isLarge) : null;
  const width = Math.round(bitmap.width * (drawn ? scale : 1));
  const height = Math.round(bitmap.height * (drawn ? scale : 1));
  bitmap.close();
  return drawn ? { ...asIs, content: drawn, width, height, redrawn: true } : { ...asIs, width, height };
}

async function draw(bitmap: ImageBitmap, scale: number, lossless: boolean): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, lossless ? 'image/png' : 'image/webp', 0.9));
}

/** Sends a file and tells how far it is (0 to 1). Rejected with words for the person. */
export function sendFile(board: string, file: Prepared, progress: (part: number) => void): Promise<UploadedFile> {
  if (file.content.size > limits.fileBytes) {
    return Promise.reject(new Error(t('upload.tooLarge', { n: limits.fileBytes / 1024 / 1024 })));
  }
  const query = new URLSearchParams({ name: file.name, width: String(file.width), height: String(file.height) });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/boards/${encodeURIComponent(board)}/files?${query}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Error(t('upload.offline')));
    request.onload = () => {
      const answer = request.response as (UploadedFile & { readonly detail?: string }) | null;
      if (request.status === 200 && answer) {
        resolve(answer);
      } else {
        reject(new Error(answer?.detail ?? t('upload.failed')));
      }
    };
    request.send(file.content);
  });
}

let uploads = 0;

/** Uploads a file while the screen shows how far it is; what failed stays there until it is tried again or dismissed. */
export async function upload(
  board: string,
  show: (id: number, state: Upload | null) => void,
  file: File,
  done: (uploaded: UploadedFile, prepared: Prepared) => void,
): Promise<void> {
  const id = ++uploads;
  const attempt = async (): Promise<void> => {
    const shown = { id, name: file.name, part: 0, problem: '', again: attempt, dismiss: () => show(id, null) };
    show(id, shown);
    try {
      const prepared = await prepare(file);
      const uploaded = await sendFile(board, prepared, (part) => show(id, { ...shown, part }));
      show(id, null);
      done(uploaded, prepared);
    } catch (error) {
      show(id, { ...shown, problem: error instanceof Error ? error.message : t('upload.failed') });
    }
  };
  await attempt();
}
