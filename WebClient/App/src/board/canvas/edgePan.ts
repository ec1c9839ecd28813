import type { Model } from '../model/model';
import { panned, type Size } from './camera';
import type { Point } from './geometry';

/** How near to an edge of the canvas the board begins to move along, in pixels, and how far it does at most in a frame. */
const EDGE_PX = 36;
const EDGE_SPEED_PX = 14;

/** How far the board moves along in a frame while something is held near an edge of the canvas. */
export function edgePan(at: Point, size: Size): Point {
  return { x: push(at.x, size.width), y: push(at.y, size.height) };
}

function push(at: number, length: number): number {
  if (at < EDGE_PX) {
    return Math.min(1, (EDGE_PX - at) / EDGE_PX) * EDGE_SPEED_PX;
  }
  return at > length - EDGE_PX ? -Math.min(1, (at - length + EDGE_PX) / EDGE_PX) * EDGE_SPEED_PX : 0;
}

/** Moves the board along while the pointer rests near an edge, and has what is being dragged or drawn follow. */
export class EdgePanner {
  private frame = 0;
  private at: Point = { x: 0, y: 0 };
  private follow: () => void = () => undefined;

  constructor(private readonly model: Model) {}

  /** The pointer is here now; `follow` is called after each move of the board until `stop`. */
  hold(at: Point, follow: () => void): void {
    this.at = at;
    this.follow = follow;
    this.frame ||= requestAnimationFrame(this.step);
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private readonly step = (): void => {
    this.frame = 0;
    const { ui } = this.model;
    const by = edgePan(this.at, ui.size.get());
    if (by.x !== 0 || by.y !== 0) {
      ui.camera.set(panned(ui.camera.get(), by.x, by.y));
      this.follow();
      this.frame = requestAnimationFrame(this.step);
    }
  };
}
