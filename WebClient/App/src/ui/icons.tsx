import type { ReactElement } from 'react';

/** One set of line icons, drawn on a 24-unit square with round ends. Always decoration: the words stand beside or in a label. */
const paths = {
  select: 'M5.5 3.5l13 8-6 1.4-3.2 5.6z',
  hand: 'M8 12V5.5a1.5 1.5 0 013 0V11m0-6.5a1.5 1.5 0 013 0V11m0-4.5a1.5 1.5 0 013 0V14c0 4-2.5 6.5-6 6.5-3 0-4.3-1.3-6-4.5l-1.7-3.2a1.4 1.4 0 012.4-1.4L8 13.5',
  idea: 'M5 5a1.5 1.5 0 011.5-1.5h11A1.5 1.5 0 0119 5v9l-5.5 6.5h-7A1.5 1.5 0 015 19zM19 14h-4a1.5 1.5 0 00-1.5 1.5v5',
  group:
    'M4 8.5V6a2 2 0 012-2h2.5M15.5 4H18a2 2 0 012 2v2.5M20 15.5V18a2 2 0 01-2 2h-2.5M8.5 20H6a2 2 0 01-2-2v-2.5M9 9h6v6H9z',
  connector: 'M5 18c0-8 5-11 13-11M13.5 3L18 7l-4.5 4',
  help: 'M9.2 9a3 3 0 115 2.3c-1.3 1-2.2 1.5-2.2 3M12 17.8v.01M12 21a9 9 0 100-18 9 9 0 000 18z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V5.5A1.5 1.5 0 015.5 4H9M15 4h3.5A1.5 1.5 0 0120 5.5V9M20 15v3.5a1.5 1.5 0 01-1.5 1.5H15M9 20H5.5A1.5 1.5 0 014 18.5V15',
  close: 'M6 6l12 12M18 6L6 18',
  comment: 'M4 6.5A2.5 2.5 0 016.5 4h11A2.5 2.5 0 0120 6.5v7a2.5 2.5 0 01-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 014 13.5z',
  more: 'M6 12v.01M12 12v.01M18 12v.01',
  trash: 'M4.5 6.5h15M9.5 6V4.5h5V6M6.5 6.5l.8 12.5h9.4l.8-12.5M10 10.5v5M14 10.5v5',
  pencil: 'M4.5 19.5l.8-4L15.5 5.3a1.9 1.9 0 012.7 0l.5.5a1.9 1.9 0 010 2.7L8.5 18.7zM13.5 7.3l3.2 3.2',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'M5 12.5l4.5 4.5L19 7',
  share:
    'M9 12a3 3 0 11-6 0 3 3 0 016 0zM21 6a3 3 0 11-6 0 3 3 0 016 0zM21 18a3 3 0 11-6 0 3 3 0 016 0zM8.6 10.6l6.8-3.2M8.6 13.4l6.8 3.2',
  people:
    'M9 11.5a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M15.5 5a3.5 3.5 0 010 6.3M17.5 14.8c2.3.6 3.7 2.4 4 5.2',
  settings:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 9.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM8 19.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z',
  list: 'M8.5 6H20M8.5 12H20M8.5 18H20M4 6v.01M4 12v.01M4 18v.01',
  canvas: 'M4 4h7v7H4zM14 8h6v6h-6zM7 14h6v6H7z',
  smile: 'M12 21a9 9 0 100-18 9 9 0 000 18zM8.5 14c.8 1.3 2 2 3.5 2s2.7-.7 3.5-2M9 9.5v.01M15 9.5v.01',
  palette:
    'M12 3.5a8.5 8.5 0 100 17c1.6 0 2-1 1.7-2-.5-1.6.3-3 2.3-3h1.5c2 0 3-1.3 3-3.5 0-5-3.8-8.5-8.5-8.5zM7.5 12v.01M10 8v.01M14.5 8v.01',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  back: 'M19 12H6M11.5 6l-6 6 6 6',
  shuffle:
    'M4 7h3c5 0 5 10 10 10h3M4 17h3c2 0 3.2-1.6 4.2-3.5M13.5 9.5C14.4 8 15.5 7 17 7h3M17.5 4.5L20 7l-2.5 2.5M17.5 14.5L20 17l-2.5 2.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  unlock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 016.6-1.6',
  text: 'M5 6.5V5h14v1.5M12 5v14M9 19h6',
  frame: 'M7 3v18M17 3v18M3 7h18M3 17h18',
  stamp:
    'M9.5 13c0-2-1.5-3.2-1.5-5.5a4 4 0 018 0c0 2.3-1.5 3.5-1.5 5.5M5 17.5a2 2 0 012-2h10a2 2 0 012 2V18H5zM5.5 21h13',
  image: 'M4 5.5h16v13H4zM4 15.5l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5v.01',
  tag: 'M4 4h7l9 9-7 7-9-9zM8 8v.01',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 100-6 3 3 0 000 6z',
  cloud: 'M7 18.5a4.5 4.5 0 01-.5-9A6 6 0 0118 11a3.8 3.8 0 01-.5 7.5z',
  offline: 'M4 4l16 16M9.5 6.3A6 6 0 0118 11a3.8 3.8 0 012.6 5.7M16.5 18.5H7a4.5 4.5 0 01-.5-9h.3',
  theme: 'M12 3.5v17M12 3.5a8.5 8.5 0 110 17 8.5 8.5 0 010-17zM12 8l5-2.5M12 12h8M12 16l5 2.5',
  link: 'M10 14a4 4 0 006 .4l3-3a4.2 4.2 0 00-6-6l-1.5 1.5M14 10a4 4 0 00-6-.4l-3 3a4.2 4.2 0 006 6l1.5-1.5',
  tidy: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  layers: 'M12 4l8.5 4.5L12 13 3.5 8.5zM3.5 12.5L12 17l8.5-4.5M3.5 16.3L12 20.8l8.5-4.5',
  down: 'M7 10l5 5 5-5',
  clock: 'M12 20.5a8.5 8.5 0 100-17 8.5 8.5 0 000 17zM12 7.5V12l3 2',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  play: 'M8 5l10.5 7L8 19z',
  next: 'M6 5l9 7-9 7zM18.5 5v14',
  hidden:
    'M3.5 3.5l17 17M10 5.8c.6-.2 1.3-.3 2-.3 6 0 9.5 6.5 9.5 6.5s-1 1.9-2.9 3.6M6.2 7.9C3.8 9.6 2.5 12 2.5 12S6 18.5 12 18.5c1.5 0 2.8-.4 4-1M9.9 10a3 3 0 004.2 4.2',
  console: 'M4 5h16v14H4zM4 9.5h16M8 13h4M8 16h7M16.5 13v.01',
  grip: 'M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01',
  screen: 'M3.5 5h17v11h-17zM9 20h6M12 16v4',
  flag: 'M6 21V4M6 4.5h11.5l-2.5 4 2.5 4H6',
  hourglass: 'M7 3.5h10M7 20.5h10M8 3.5v4l4 4.5-4 4.5v4M16 3.5v4L12 12l4 4.5v4',
  undo: 'M8.5 5L4 9.5 8.5 14M4.5 9.5H14a5 5 0 010 10h-3',
  redo: 'M15.5 5L20 9.5 15.5 14M19.5 9.5H10a5 5 0 000 10h3',
  history: 'M4.5 12a7.5 7.5 0 102.4-5.5L4.5 8.7M4.5 4.5v4.2h4.2M12 8v4.3l3 1.7',
  up: 'M7 14l5-5 5 5',
  search: 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L20 20',
  command:
    'M9 9V6.5A2.5 2.5 0 106.5 9zM9 9h6M9 9v6M15 9V6.5A2.5 2.5 0 1117.5 9zM15 9v6M9 15v2.5A2.5 2.5 0 116.5 15zM9 15h6M15 15v2.5a2.5 2.5 0 102.5-2.5z',
  cut: 'M6.5 9a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM6.5 20a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM8.5 8.5L19 18M8.5 15.5L19 6',
  paste:
    'M9 5H6.5A1.5 1.5 0 005 6.5v12A1.5 1.5 0 006.5 20h11a1.5 1.5 0 001.5-1.5v-12A1.5 1.5 0 0017.5 5H15M9 3.5h6v3H9z',
  alignLeft: 'M4 4v16M8 6h8v4H8zM8 14h12v4H8z',
  alignCentre: 'M12 4v2M12 10v4M12 18v2M8 6h8v4H8zM6 14h12v4H6z',
  alignRight: 'M20 4v16M8 6h8v4H8zM4 14h12v4H4z',
  alignTop: 'M4 4h16M6 8h4v8H6zM14 8h4v12h-4z',
  alignMiddle: 'M4 12h2M10 12h4M18 12h2M6 8h4v8H6zM14 6h4v12h-4z',
  alignBottom: 'M4 20h16M6 8h4v8H6zM14 4h4v12h-4z',
  spreadAcross: 'M4 4v16M20 4v16M10 8h4v8h-4z',
  spreadDown: 'M4 4h16M4 20h16M8 10h8v4H8z',
  out: 'M14 4h6v6M20 4l-8 8M18 14v4.5a1.5 1.5 0 01-1.5 1.5h-11A1.5 1.5 0 014 18.5v-11A1.5 1.5 0 015.5 6H10',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
