import { type Colour, limits } from '../wire';

/** An idea that was read from somewhere and is not on the board yet. */
export interface DraftIdea {
  readonly title: string;
  readonly body: string;
  /** Empty where the source names none. */
  readonly colour: Colour | '';
  /** Title of the group it belongs to; empty for none. */
  readonly group: string;
}

/** What is to be known about one line of the source. */
export interface Problem {
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly kind: ProblemKind;
  /** The text that it is about, shortened; may be empty. */
  readonly text: string;
}

/**
 * `tooLong`: the idea was left out, because its text fits no idea. `longTitle`: the whole text went into the body.
 * `colour`: no such colour; the idea is in, in the next one's colour. `quotes`: a quotation mark is not closed or stands in the middle.
 * `fields`: more or fewer fields than the first line; the idea is in. `columns`: nothing says which column is the title; the first one is taken.
 * `groupTitle`: the group's title was too long; its ideas are in no group.
 */
export type ProblemKind = 'tooLong' | 'longTitle' | 'colour' | 'quotes' | 'fields' | 'columns' | 'groupTitle';

/** What was read: ideas in the order of the source, and what one should know before taking them. */
export interface Draft {
  readonly ideas: readonly DraftIdea[];
  readonly problems: readonly Problem[];
}

/** Collects a draft. Nothing is cut without a word: what is too long for a title moves to the body, what fits nowhere is told. */
export class DraftMaker {
  private readonly ideas: DraftIdea[] = [];
  private readonly problems: Problem[] = [];

  get draft(): Draft {
    return { ideas: this.ideas, problems: [...this.problems].sort((a, b) => a.line - b.line) };
  }

  tell(line: number, kind: ProblemKind, text = ''): void {
    this.problems.push({ line, kind, text: shortened(text) });
  }

  /** Adds an idea that stands in `line`; one without any text is passed over. */
  add(line: number, idea: DraftIdea): void {
    const title = tidy(idea.title);
    const body = tidy(idea.body);
    if (title === '' && body === '') {
      return;
    }
    const group = this.groupTitle(line, idea.group);
    if (title.length <= limits.titleLength && body.length <= limits.bodyLength) {
      this.ideas.push({ ...idea, title, body, group });
      return;
    }
    const whole = body === '' ? title : `${title}\n\n${body}`;
    if (whole.length > limits.bodyLength) {
      this.tell(line, 'tooLong', title);
      return;
    }
    this.ideas.push({ ...idea, title: startOf(title), body: whole, group });
    this.tell(line, 'longTitle', title);
  }

  private groupTitle(line: number, text: string): string {
    const title = text.replace(/\s+/g, ' ').trim();
    if (title.length <= limits.titleLength) {
      return title;
    }
    this.tell(line, 'groupTitle', title);
    return '';
  }
}

/** Text without space around it, with line breaks of one kind. */
function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** The words with which a text that is too long for a title begins. */
function startOf(text: string): string {
  const room = text.slice(0, limits.titleLength - 1);
  const space = room.lastIndexOf(' ');
  return `${wellFormed(space > room.length / 2 ? room.slice(0, space) : room)}…`;
}

function shortened(source: string): string {
  const text = source.replace(/\s+/g, ' ').trim();
  return text.length <= 60 ? text : `${wellFormed(text.slice(0, 59))}…`;
}

/** The text without half of a character at its end. */
function wellFormed(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
