import Papa from 'papaparse';
import type { BoardContent } from './content';

/** The ideas as comma separated values, one row an idea, with names of columns that the import knows again. */
export function writeTable({ parts, nameOf }: BoardContent): string {
  const rows = parts.flatMap(({ title, grouped, ideas }) =>
    ideas.map(({ idea, comments }) => ({
      Title: idea.title,
      Body: idea.body,
      Group: grouped ? (title ?? '') : '',
      Colour: idea.colour,
      Author: nameOf(idea.author),
      Dots: idea.votes,
      Reactions: Object.values(idea.reactions).reduce((sum, count) => sum + (count ?? 0), 0),
      Comments: comments.length,
      Created: new Date(idea.createdAt).toISOString(),
      X: idea.x,
      Y: idea.y,
    })),
  );
  const columns = ['Title', 'Body', 'Group', 'Colour', 'Author', 'Dots', 'Reactions', 'Comments', 'Created', 'X', 'Y'];
  // The mark makes spreadsheets read UTF-8; texts that look like formulas get an apostrophe, so that none is run.
  return `\uFEFF${Papa.unparse({ fields: columns, data: rows }, { escapeFormulae: /^'*[=+\-@\t\r]/, newline: '\r\n' })}\r\n`;
}
