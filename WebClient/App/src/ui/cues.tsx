import type { ReactElement } from 'react';
import type { Colour, Reaction } from '../wire';

/** The eight colours in the order in which they are offered. */
export const COLOURS: readonly Colour[] = ['sun', 'peach', 'rose', 'lilac', 'sky', 'mint', 'lime', 'paper'];

/** The reactions in the order in which they are offered. */
export const REACTIONS: readonly Reaction[] = ['heart', 'thumb', 'bulb', 'party', 'think', 'question'];

/** Each colour has a shape as well, so that colour is never the only sign. Paths on a 12-unit square. */
export const cueShapes: Readonly<Record<Colour, string>> = {
  sun: 'M6 1.2a4.8 4.8 0 110 9.6 4.8 4.8 0 010-9.6z',
  peach: 'M6 .8L11.2 6 6 11.2.8 6z',
  rose: 'M6 1.2l5.2 9.2H.8z',
  lilac: 'M1.5 1.5h9v9h-9z',
  sky: 'M6 1.2a4.8 4.8 0 110 9.6 4.8 4.8 0 010-9.6zM6 4a2 2 0 100 4 2 2 0 000-4z',
  mint: 'M4.2 1h3.6v3.2H11v3.6H7.8V11H4.2V7.8H1V4.2h3.2z',
  lime: 'M6 .6l1.5 3.5 3.8.3-2.9 2.5.9 3.7L6 8.6l-3.3 2 .9-3.7L.7 4.4l3.8-.3z',
  paper: 'M1 4.2h10v3.6H1z',
};

/** The shape of a colour, drawn in the text's colour. */
export function Cue({ colour, size = 10 }: { colour: Colour; size?: number }): ReactElement {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 12 12" fill="currentColor" fillRule="evenodd">
      <path d={cueShapes[colour]} />
    </svg>
  );
}

const faces: Readonly<Record<Reaction, { fill: string; path: string; line?: string }>> = {
  heart: {
    fill: '#e03157',
    path: 'M12 20.5S3.5 15.3 3.5 9.2A4.7 4.7 0 0112 6.6a4.7 4.7 0 018.5 2.6c0 6.1-8.5 11.3-8.5 11.3z',
  },
  thumb: {
    fill: '#f2b035',
    path: 'M8 10.5l3.6-7c1.8 0 2.9 1.3 2.6 3l-.5 3h5.1c1.5 0 2.5 1.3 2.1 2.7l-1.6 6.2c-.3 1.2-1.3 2-2.5 2H8zM2.5 10.5h4v10h-4z',
    line: '#9a6400',
  },
  bulb: {
    fill: '#ffd23f',
    path: 'M12 2.5a6.5 6.5 0 00-3.7 11.8c.7.6 1.2 1.3 1.2 2.2v.5h5v-.5c0-.9.5-1.6 1.2-2.2A6.5 6.5 0 0012 2.5zM9.5 18.5h5v1.2a1.8 1.8 0 01-1.8 1.8h-1.4a1.8 1.8 0 01-1.8-1.8z',
    line: '#8f6a00',
  },
  party: {
    fill: '#7c5cff',
    path: 'M8 9l7 7-11 4.5zM13 3.5c1.2 1.5 1 3-.3 4.3M20.5 11c-1.5-1.2-3-1-4.3.3M16 8l3.5-3.5M18 3.2v.01M21 7.5v.01',
    line: '#4a2fc0',
  },
  think: {
    fill: '#ffd66b',
    path: 'M12 3a9 9 0 110 18 9 9 0 010-18zM8 9.5v.01M15.5 9v.01M9 16c2-1.5 4-1.8 6-1.3M7 6.8l2-.8',
    line: '#7a5200',
  },
  question: {
    fill: '#bfdcff',
    path: 'M12 3a9 9 0 110 18 9 9 0 010-18zM9.5 9.5a2.5 2.5 0 114 2c-1 .7-1.5 1.2-1.5 2.2M12 16.8v.01',
    line: '#1a4f96',
  },
};

/** A reaction's picture; the words for it stand in the label of what holds it. */
export function ReactionFace({ reaction, size = 18 }: { reaction: Reaction; size?: number }): ReactElement {
  const face = faces[reaction];
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={face.fill}
      stroke={face.line ?? 'none'}
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={face.path} />
    </svg>
  );
}

/** The product's mark: the eight colours around one table. */
export function Mark({ size = 28 }: { size?: number | string }): ReactElement {
  return <span className="mark" aria-hidden="true" style={{ width: size, height: size, borderRadius: '32%' }} />;
}
