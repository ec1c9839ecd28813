import type { FileRecord } from '../../../wire';

/** Longest side of a small picture, in pixels: from where pictures are painted they are hardly larger on the screen. All that a board may have take 100 MB. */
const SIDE_PX = 112;

/** So many are fetched and made small at a time. */
export const AT_ONCE = 2;

/** Those that are ready are told of together, so that a tile is not painted anew for each of its pictures. */
const TELL_MS = 150;

/** Pictures as they look from afar: each is fetched, decoded and made small once, when it is first asked for. */
export class SmallPictures {
  /** Those that were asked for; null while they are on their way, and where they could not be had. */
  private readonly asked = new Map<string, ImageBitmap | null>();
  private readonly waiting: string[] = [];
  private ready = new Set<string>();
  private underWay = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  constructor(
    private readonly make: (file: string) => Promise<ImageBitmap>,
    private readonly onReady: (files: ReadonlySet<string>) => void,
  ) {}

  /** A file's small picture; null while it is on its way, and where there is none. */
  get(file: string): ImageBitmap | null {
    if (!this.asked.has(file)) {
      this.asked.set(file, null);
      this.waiting.push(file);
      this.next();
    }
    return this.asked.get(file) ?? null;
  }

  /** Gives everything back; nothing is told any more. */
  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    for (const small of this.asked.values()) {
      small?.close();
    }
    this.waiting.length = 0;
  }

  private next(): void {
    while (this.underWay < AT_ONCE && this.waiting.length > 0) {
      const file = this.waiting.shift() ?? '';
      this.underWay++;
      this.make(file)
        // One that cannot be had stays a frame.
        .then(
          (small) => this.keep(file, small),
          () => undefined,
        )
        .finally(() => {
          this.underWay--;
          this.next();
        });
    }
  }

  private keep(file: string, small: ImageBitmap): void {
    if (this.ended) {
      small.close();
      return;
    }
    this.asked.set(file, small);
    this.ready.add(file);
    this.timer ??= setTimeout(() => {
      const files = this.ready;
      this.ready = new Set();
      this.timer = undefined;
      this.onReady(files);
    }, TELL_MS);
  }
}

/** Fetches a picture and makes it small; the page is not held up meanwhile. Fails where it cannot be had. */
export async function makeSmall(address: string, file: FileRecord | undefined): Promise<ImageBitmap> {
  if (file === undefined) {
    throw new Error('Nothing is known of this picture');
  }
  const content = await (await fetch(address)).blob();
  const part = Math.min(1, SIDE_PX / Math.max(file.width, file.height));
  return createImageBitmap(content, {
    resizeWidth: Math.max(1, Math.round(file.width * part)),
    resizeHeight: Math.max(1, Math.round(file.height * part)),
    resizeQuality: 'medium',
  });
}
