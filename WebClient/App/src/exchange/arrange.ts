import { CARD_GAP, CARD_HEIGHT, CARD_WIDTH, cardRect, groupAround, type Point } from '../board/canvas/geometry';
import type { ClientCommand, Colour } from '../wire';
import type { DraftIdea } from './draft';

/** Columns of a group's cards at most; loose ideas take as many as make a block that is about as wide as a screen. */
const groupColumns = 3;
const looseColumns = 6;

/** Free space between one group and the next. */
const groupGap = 64;

/**
 * The commands that put ideas on a board: groups side by side in rows, loose ideas in a block before them, all of it from `corner` to the right and down.
 * Ids come from `newId`; ideas without a colour get `colour`.
 */
export function arrange(
  ideas: readonly DraftIdea[],
  corner: Point,
  colour: Colour,
  newId: () => string,
): ClientCommand[] {
  const groups = byGroup(ideas);
  const commands: ClientCommand[] = [];
  const place = (idea: DraftIdea, group: string, at: Point): void => {
    const { title, body } = idea;
    commands.push({ type: 'addIdea', id: newId(), title, body, colour: idea.colour || colour, ...at, group });
  };

  const loose = groups.get('') ?? [];
  const looseWide = Math.min(looseColumns, Math.max(1, Math.ceil(Math.sqrt(loose.length))));
  loose.forEach((idea, at) => {
    place(idea, '', cell(corner, at, looseWide));
  });
  groups.delete('');

  let { x } = corner;
  let y = loose.length === 0 ? corner.y : cell(corner, loose.length - 1, looseWide).y + CARD_HEIGHT + groupGap;
  let rowHeight = 0;
  let inRow = 0;
  const perRow = Math.min(4, Math.max(1, Math.ceil(Math.sqrt(groups.size))));
  for (const [title, members] of groups) {
    // The group's box is larger than its cards by its margins; its own corner is what stands in the row.
    const zero = members.map((_, at) => cardRect(cell({ x: 0, y: 0 }, at, groupColumns)));
    const around = groupAround(zero);
    if (around === null) {
      continue;
    }
    const id = newId();
    commands.push({ type: 'addGroup', id, title, x, y, width: around.width, height: around.height });
    members.forEach((idea, at) => {
      place(idea, id, cell({ x: x - around.x, y: y - around.y }, at, groupColumns));
    });
    rowHeight = Math.max(rowHeight, around.height);
    x += around.width + groupGap;
    inRow += 1;
    if (inRow === perRow) {
      x = corner.x;
      y += rowHeight + groupGap;
      rowHeight = 0;
      inRow = 0;
    }
  }
  return commands;
}

function byGroup(ideas: readonly DraftIdea[]): Map<string, DraftIdea[]> {
  const groups = new Map<string, DraftIdea[]>();
  for (const idea of ideas) {
    const members = groups.get(idea.group);
    if (members) {
      members.push(idea);
    } else {
      groups.set(idea.group, [idea]);
    }
  }
  return groups;
}

function cell(corner: Point, at: number, columns: number): Point {
  return {
    x: corner.x + (at % columns) * (CARD_WIDTH + CARD_GAP),
    y: corner.y + Math.floor(at / columns) * (CARD_HEIGHT + CARD_GAP),
  };
}
