import { centre, type Point, type Rect } from './geometry';

/** A connector's shape: a cubic curve from one card's edge to the other's, with where its label goes and how the tip points. */
export interface Curve {
  readonly path: string;
  readonly middle: Point;
  readonly tip: Point;
  /** Where it begins. */
  readonly root: Point;
  /** Direction of the arrow at its tip, in radians. */
  readonly angle: number;
}

interface Anchor {
  readonly at: Point;
  readonly out: Point;
}

/** The middle of the side of `rect` that looks towards `other`, and the unit vector out of that side. */
function anchorTowards(rect: Rect, other: Point, gap: number): Anchor {
  const from = centre(rect);
  const dx = other.x - from.x;
  const dy = other.y - from.y;
  const sideways = Math.abs(dx) * rect.height > Math.abs(dy) * rect.width;
  const out = sideways ? { x: Math.sign(dx) || 1, y: 0 } : { x: 0, y: Math.sign(dy) || 1 };
  return {
    out,
    at: { x: from.x + out.x * (rect.width / 2 + gap), y: from.y + out.y * (rect.height / 2 + gap) },
  };
}

/** The curve from one card to another. */
export function curveBetween(from: Rect, to: Rect): Curve {
  const start = anchorTowards(from, centre(to), 2);
  const end = anchorTowards(to, centre(from), 6);
  return curve(start, end);
}

/** The curve from a card to the pointer, while a connector is being drawn. */
export function curveToPoint(from: Rect, to: Point): Curve {
  const start = anchorTowards(from, to, 2);
  return curve(start, { at: to, out: { x: -start.out.x, y: -start.out.y } });
}

function curve(start: Anchor, end: Anchor): Curve {
  const distance = Math.hypot(end.at.x - start.at.x, end.at.y - start.at.y);
  const reach = Math.min(160, Math.max(24, distance * 0.45));
  const a = { x: start.at.x + start.out.x * reach, y: start.at.y + start.out.y * reach };
  const b = { x: end.at.x + end.out.x * reach, y: end.at.y + end.out.y * reach };
  return {
    path: `M${round(start.at)} C${round(a)} ${round(b)} ${round(end.at)}`,
    middle: {
      x: (start.at.x + 3 * a.x + 3 * b.x + end.at.x) / 8,
      y: (start.at.y + 3 * a.y + 3 * b.y + end.at.y) / 8,
    },
    tip: end.at,
    root: start.at,
    angle: Math.atan2(-end.out.y, -end.out.x),
  };
}

function round(point: Point): string {
  return `${Math.round(point.x * 10) / 10} ${Math.round(point.y * 10) / 10}`;
}
