/** A frame that shows a board in another page, as lines of HTML. `address` is where the board is shown. */
export function embedLines(address: string, title: string): string {
  return [
    `<iframe src="${attribute(address)}" title="${attribute(title)}"`,
    '  width="100%" height="600" style="border: 0" loading="lazy" allowfullscreen></iframe>',
  ].join('\n');
}

/** Text between double quotes of an HTML attribute. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What this browser knows of a frame that it made: nobody else is told the secret in its address. */
export interface MadeEmbed {
  readonly invite: string;
  readonly link: string;
}

const keyOf = (board: string): string => `cocreate-embed/${board}`;

/** What this browser made last for a board; null for nothing, or where nothing could be kept. */
export function readMade(board: string): MadeEmbed | null {
  try {
    const { invite, link } = JSON.parse(localStorage.getItem(keyOf(board)) ?? '{}') as Partial<MadeEmbed>;
    return typeof invite === 'string' && typeof link === 'string' ? { invite, link } : null;
  } catch {
    return null;
  }
}

/** Keeps what was made, or with null forgets it. */
export function keepMade(board: string, made: MadeEmbed | null): void {
  try {
    if (made === null) {
      localStorage.removeItem(keyOf(board));
    } else {
      localStorage.setItem(keyOf(board), JSON.stringify(made));
    }
  } catch {
    // Storage is full or refused: the lines are shown until the window is closed.
  }
}
