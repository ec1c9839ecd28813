import type { ReactElement } from 'react';
import { type Sign, signValues } from '../../wire';

/** All signs, in the order they are offered. */
export const SIGNS: readonly Sign[] = signValues;

const shapes: Readonly<Record<Sign, { readonly colour: string; readonly path: string }>> = {
  star: { colour: '#b26a00', path: 'M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.1 6L12 16.9l-5.4 2.9 1.1-6-4.5-4.2 6.1-.8z' },
  tick: { colour: '#157347', path: 'M4.5 12.8l2.3-2.3 3.4 3.4 7-7.1 2.3 2.3-9.3 9.3z' },
  cross: {
    colour: '#b3261e',
    path: 'M6.3 4L12 9.7 17.7 4 20 6.3 14.3 12l5.7 5.7-2.3 2.3-5.7-5.7L6.3 20 4 17.7 9.7 12 4 6.3z',
  },
  flame: {
    colour: '#c2410c',
    path: 'M12.6 2.5c.6 3.3 4.9 5.3 4.9 10.6a5.6 5.6 0 01-11.1.3c-.2-2.3.9-4 2-5.3.2 1.5.8 2.5 1.8 3 .2-3 .5-5.6 2.4-8.6z',
  },
  flag: { colour: '#3d5afe', path: 'M5.5 3.5h2V5c3-1.6 6 1.5 10.9-.2v9.4c-4.9 1.7-7.9-1.4-10.9.2v6.1h-2z' },
  eye: {
    colour: '#6d3fd4',
    path: 'M12 6c4.6 0 7.9 3.5 9.5 6-1.6 2.5-4.9 6-9.5 6s-7.9-3.5-9.5-6C4.1 9.5 7.4 6 12 6zm0 2.6a3.4 3.4 0 100 6.8 3.4 3.4 0 000-6.8z',
  },
};

/** A sign as it is drawn. Decoration: its name stands in a label. */
export function SignFace({ sign, size }: { sign: Sign; size: number }): ReactElement {
  const { colour, path } = shapes[sign];
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24" fill={colour} fillRule="evenodd">
      <path d={path} />
    </svg>
  );
}
