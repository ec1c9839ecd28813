import { Cell } from '../../ui/cell';
import type { Colour, Sign } from '../../wire';
import type { Camera, Size } from '../canvas/camera';
import type { Point, Rect } from '../canvas/geometry';
import type { End, Tool } from '../canvas/gestures';
import type { Snap } from '../canvas/guides';
import { everything, type Filter } from '../find/filter';
import type { Boxed } from './places';

export type DialogName =
  | 'share'
  | 'settings'
  | 'help'
  | 'people'
  | 'segments'
  | 'profile'
  | 'import'
  | 'export'
  | 'commands'
  | 'bin'
  | 'history'
  | 'agenda'
  | 'rules'
  | 'playbook'
  | 'votes'
  | 'startVote'
  | 'moderation';

/** What the screen is given over to in place of the board: a vote's ballot, or its results. */
export interface Focus {
  readonly on: 'vote' | 'results';
  readonly id: string;
}

/** A choice that is asked for: where the selection goes, what it is connected to, or where an end of the selected connector goes. */
export type Ask = 'group' | 'connect' | End;

/** A file on its way to the board. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  /** How much of it is sent, 0 to 1. */
  readonly part: number;
  /** Why it failed; empty while it is on its way. */
  readonly problem: string;
  readonly again: () => Promise<void>;
  readonly dismiss: () => void;
}

/** What this screen shows of the board, as far as it is nobody else's business. Nothing of it leaves the browser. */
export class BoardUi {
  readonly camera = new Cell<Camera>({ x: 0, y: 0, zoom: 1 });
  readonly size = new Cell<Size>({ width: 0, height: 0 });
  /** What was shown when all of the board was last asked for, and by which camera: while that is the camera, nobody has moved the view since. */
  fit: { readonly rect: Rect; readonly camera: Camera } | null = null;
  readonly tool = new Cell<Tool>('select');
  /** Ids of what is selected, of any kind. */
  readonly selection = new Cell<ReadonlySet<string>>(new Set());
  /** The thing whose text is edited in place; empty for none. */
  readonly editing = new Cell('');
  /** The thing that the Tab key leads to, and that arrows go on from. */
  readonly focused = new Cell('');
  /** Whether the drawer stands open beside the canvas. */
  readonly drawer = new Cell(false);
  /** Whether the host's console stands open beside the canvas. */
  readonly console = new Cell(false);
  /** The step that a host is asked about before it begins, or the end; empty for none (see method/hosting.ts). */
  readonly beginning = new Cell('');
  /** The step whose instruction was folded to a line, or by a host unfolded: guests find it open first, hosts folded. */
  readonly stepTurned = new Cell('');
  /** Whether the board is looked at in place of the lobby, or of the sheet one holds. */
  readonly lookAtBoard = new Cell(false);
  readonly dialog = new Cell<DialogName | ''>('');
  /** What the screen is given over to in place of the board; null for the board itself. */
  readonly focus = new Cell<Focus | null>(null);
  /** Whether the panel of proposed groups stands open, and which of them the pointer or the keyboard is on. */
  readonly proposing = new Cell(false);
  readonly lookedCluster = new Cell('');
  readonly ask = new Cell<Ask | ''>('');
  /** What a host is asked a reason for, to hide it; nothing while nobody asks. */
  readonly hiding = new Cell<readonly string[]>([]);
  /** The thing whose history is asked for; empty for the whole board's. */
  readonly historyOf = new Cell('');
  /** The version of the board that is looked at, in place of the present one; 0 for the present. */
  readonly past = new Cell(0);
  /** The box being drawn on the canvas, in board units. */
  readonly frame = new Cell<Rect | null>(null);
  /** The group that would take what is being dragged. */
  readonly dropGroup = new Cell('');
  /** The thing that an arrow is being drawn from. */
  readonly connectFrom = new Cell('');
  /** The connector's end that is being moved to another thing. */
  readonly reattaching = new Cell<{ readonly id: string; readonly end: End } | null>(null);
  /** Whether something is being dragged or panned: chrome that would be in the way hides. */
  readonly busy = new Cell(false);
  /** How much of what is on the board can be read at this zoom. */
  readonly detail = new Cell<'near' | 'middle' | 'far'>('near');
  /** Whether the zoom is changing now; false as soon as it rests. */
  readonly zooming = new Cell(false);
  /** Whether cards are painted, because they are so many or have no elements yet. */
  readonly overview = new Cell(false);
  /** The kinds of other things that are so many on screen that they are painted too. */
  readonly painted = new Cell<ReadonlySet<Boxed>>(new Set());
  /** Whether Space, since it was pressed, served to move the paper: then letting it go selects nothing. */
  spaceUsed = false;
  readonly view = new Cell<'canvas' | 'list'>('canvas');
  /** The colour of the next new idea. */
  readonly colour = new Cell<Colour>('sun');
  /** The lines and gaps that show why a drag fell into place. */
  readonly guides = new Cell<Snap | null>(null);
  /** Whether the panel stands open that looks for ideas, and what it looks for. */
  readonly finding = new Cell(false);
  readonly filter = new Cell<Filter>(everything);
  /** Ids of the ideas that were looked for, in reading order; null while nothing is. */
  readonly found = new Cell<ReadonlySet<string> | null>(null);
  /** Which of them was gone to last; empty for none. */
  readonly foundAt = new Cell('');
  /** Where on the board the pointer was last; null while it is elsewhere, or where there is none. */
  pointer: Point | null = null;
  /** The sign of the next stamp. */
  readonly sign = new Cell<Sign>('star');
  /** Files on their way to the board, by number. */
  readonly uploads = new Cell<ReadonlyMap<number, Upload>>(new Map());
  /** The picture that is asked a description for; empty for none. */
  readonly describing = new Cell('');
  /** The menu opened by right-click or a long press; canvas pixels. */
  readonly menu = new Cell<{ readonly x: number; readonly y: number } | null>(null);

  select(ids: Iterable<string>): void {
    this.selection.set(new Set(ids));
  }

  /** Says whether things of a kind are painted. */
  paint(kind: Boxed, painted: boolean): void {
    if (this.painted.get().has(kind) !== painted) {
      const next = new Set(this.painted.get());
      if (!next.delete(kind)) {
        next.add(kind);
      }
      this.painted.set(next);
    }
  }

  toggle(id: string): void {
    const next = new Set(this.selection.get());
    if (!next.delete(id)) {
      next.add(id);
    }
    this.selection.set(next);
  }
}
