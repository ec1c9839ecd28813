import type { Peer } from '../sync';
import { type MemoryBoard, openMemoryBoard } from '../sync/testing/memory';
import { COLOURS } from '../ui/cues';
import { type ClientCommand, type Colour, type IdeaRecord, signValues } from '../wire';
import { addMethod } from './method';
import { addVote } from './votes';

/** What a host and customers agree on, as a playbook asks for it. */
export const charter =
  'Why we are here: to find what makes you keep a bag for ten years.\n\nWhat happens to your ideas: all are shown at the end; the best go to the design team.\n\nWho decides: Tanvi Rao, product lead.\n\nWhat we promise: every idea gets an answer, with a reason, by 12 December.';

/** The file behind every picture; the script that takes the screenshots serves it. */
const picture = 'f'.repeat(64);

const people = [
  ['ines', 'Inés Ortega', 'mint'],
  ['mohsen', 'Mohsen Rad', 'rose'],
  ['tanvi', 'Tanvi Rao', 'peach'],
  ['leif', 'Leif Dahl', 'sky'],
  ['amara', 'Amara Obi', 'lilac'],
  ['oda', 'Oda Berg', 'lime'],
] as const satisfies readonly (readonly [string, string, Colour])[];

/** Who is in which segment, where there are any. */
const segments: Readonly<Record<string, string>> = {
  ines: 'Customers',
  amara: 'Customers',
  oda: 'Customers',
  leif: 'Employees',
};

/** Groups as they lie on the board, each with its ideas: title, colour, author, dots, own dots. */
const themes: readonly {
  title: string;
  x: number;
  y: number;
  ideas: readonly (readonly [string, Colour, number, number, number])[];
}[] = [
  {
    title: 'Repair, don’t replace',
    x: 0,
    y: 0,
    ideas: [
      ['Buckles I can swap by hand on the trail', 'sun', 0, 7, 2],
      ['Print-at-home clips: publish the 3D files', 'mint', 1, 5, 0],
      ['A patch kit sewn into the lid', 'peach', 3, 2, 1],
      ['Lifetime seam check at any shop, booked from the app', 'sky', 2, 0, 0],
      ['Zip sliders that need no tools', 'sun', 4, 3, 0],
      ['Sell worn parts as a kit', 'lime', 5, 1, 0],
    ],
  },
  {
    title: 'Fits my body',
    x: 800,
    y: 0,
    ideas: [
      ['Hip belt moulded from a phone scan', 'lilac', 4, 9, 1],
      ['Shoulder straps in three lengths, not S/M/L', 'rose', 5, 4, 0],
      ['Try it loaded: shops keep a 12 kg dummy', 'lime', 0, 1, 0],
      ['A back length I can change on the move, without taking it off, with gloves on', 'sky', 3, 6, 0],
      ['Kids grow: swap the frame, keep the bag', 'sun', 1, 2, 0],
    ],
  },
  {
    title: 'Weather and night',
    x: 0,
    y: 560,
    ideas: [
      ['Reflective seams that show only in headlights', 'paper', 2, 3, 0],
      ['Rain cover that cannot fly off', 'sky', 4, 8, 1],
      ['Snow does not stick', 'mint', 0, 0, 0],
    ],
  },
];

const loose: readonly (readonly [string, Colour, number, number, number])[] = [
  ['Colour that shows dirt less, please', 'paper', 3, 1, 0],
  ['A place for the dog’s water', 'peach', 5, 2, 0],
  ['Quiet fabric', 'rose', 1, 4, 0],
  ['What is the weight of one metre of strap? Ask the supplier', 'sun', 2, 0, 0],
];

const talk = [
  [2, 'Our cutter takes 4 mm foam from a scan already.'],
  [3, 'Guides would test ten of these in January.'],
  [0, 'Would it work over a rain jacket too? That is what rubs most.'],
] as const;

/** A board in memory for looking at a screen. */
export function scene(name: string): MemoryBoard {
  const observer = name === 'observer';
  const guest = name.startsWith('guest-');
  const board = openMemoryBoard([], {
    participant: 'me-memory-1',
    name: 'Signe Lund',
    colour: 'sun',
    role: observer ? 'observer' : guest ? 'contributor' : 'owner',
    segment: '',
    isHost: !observer && !guest,
  });
  const { records } = board;
  for (const [id, personName, colour] of people) {
    const segment = name === 'segments' ? (segments[id] ?? '') : '';
    records.put('person', { id, name: personName, colour, role: id === 'tanvi' ? 'host' : 'contributor', segment });
  }
  records.put('board', {
    id: 'board',
    title: 'What would make the trail bag yours?',
    brief:
      name === 'empty'
        ? ''
        : name.endsWith('lobby')
          ? charter
          : 'Repairs, fit, weather: everything that makes you keep a bag for ten years.',
    status: name === 'closed' ? 'closed' : 'open',
    voteBudget: 8,
    policy: '',
    approval: false,
    joinCode: '7KQ4MD',
    createdAt: Date.now(),
  });
  if (name === 'crowded') {
    crowd(board, 300);
  } else if (name === 'huge') {
    crowd(board, 10_000);
  } else if (name === 'crowded-things') {
    crowd(board, 300);
    crowdOfThings(board);
  } else if (name !== 'empty') {
    fill(board);
  }
  addMethod(board, name);
  if (name === 'things') {
    addThings(board);
  }
  addVote(board, name);
  if (name === 'proposal') {
    addProposal(board);
  }
  if (name === 'offline') {
    board.status.set({ link: 'offline', unsent: 3, allSaved: false, safe: true, retryAt: Date.now() + 4000, asOf: 0 });
  }
  if (name !== 'empty' && !name.startsWith('crowded') && name !== 'huge') {
    board.presence.peers.set(peers());
  }
  return board;
}

/** Frames, texts, stamps, a picture, locks and tags, as after an hour of work. */
function addThings(board: MemoryBoard): void {
  const at = (id: string, x: number, y: number, width: number, height: number) => ({ id, x, y, width, height });
  board.send({ type: 'addFrame', title: 'Round one: what we heard', ...at('frame-0001', -60, -190, 1660, 720) });
  board.send({
    type: 'addNote',
    text: 'What hurts on the trail?',
    size: 'huge',
    ...at('note-00001', -30, -160, 860, 90),
  });
  board.send({
    type: 'addNote',
    text: 'From 14 interviews in October. Numbers are votes, stamps are the host’s.',
    size: 'medium',
    ...at('note-00002', 900, -150, 460, 64),
  });
  board.send({ type: 'addStamp', id: 'stamp-0001', sign: 'star', x: 225, y: 40, on: 'idea-0-0' });
  board.send({ type: 'addStamp', id: 'stamp-0002', sign: 'flame', x: 930, y: 44, on: 'idea-1-0' });
  board.send({ type: 'addStamp', id: 'stamp-0003', sign: 'eye', x: 1520, y: 620, on: '' });
  board.send({ type: 'addImage', file: picture, alt: 'A buckle', ...at('image-0001', 1140, 800, 320, 240) });
  board.send({ type: 'addConnector', id: 'line-00009', from: 'note-00002', to: 'idea-1-0', label: 'asked for' });
  addFile(board);
  for (const [id, alt] of [
    ['idea-0-1', 'A clip from the printer'],
    ['idea-1-2', 'A dummy of 12 kg'],
  ] as const) {
    board.send({ type: 'attachToIdea', id, file: picture, alt });
  }
  board.send({ type: 'tagIdeas', ideas: ['idea-0-0', 'idea-1-0'], tag: 'repair' });
  board.send({ type: 'lockThings', ids: ['idea-0-1', 'note-00001'], lock: 'host' });
}

function addFile(board: MemoryBoard): void {
  board.records.put('file', {
    id: picture,
    format: 'png',
    name: 'buckle.png',
    bytes: 40_000,
    width: 640,
    height: 480,
    author: 'leif',
    createdAt: 0,
  });
}

/** More notes, pictures, stamps and frames than are worth an element each. */
function crowdOfThings(board: MemoryBoard): void {
  addFile(board);
  for (let n = 0; n < 260; n++) {
    const id = (kind: string): string => `${kind}-many-${n}`;
    const at = { x: -4_200 + (n % 13) * 300, y: Math.floor(n / 13) * 260 };
    const size = (['small', 'medium', 'large', 'huge'] as const)[n % 4] ?? 'medium';
    board.send({
      type: 'addNote',
      id: id('note'),
      text: `Heard in interview ${n}`,
      size,
      ...at,
      width: 240,
      height: 90,
    });
    board.send({
      type: 'addImage',
      id: id('image'),
      file: picture,
      alt: '',
      x: at.x,
      y: at.y + 100,
      width: 160,
      height: 120,
    });
    board.send({
      type: 'addStamp',
      id: id('stamp'),
      sign: signValues[n % 6] ?? 'star',
      x: at.x + 220,
      y: at.y + 150,
      on: '',
    });
    if (n % 2 === 0) {
      const frame = { x: at.x - 20, y: at.y - 20, width: 270, height: 250 };
      board.send({ type: 'addFrame', id: id('frame'), title: `Interview ${n}`, ...frame });
    }
  }
}

/** Groups that the server proposes in what lies about, one of them taken. */
function addProposal(board: MemoryBoard): void {
  board.send({ type: 'ungroupIdeas', ideas: board.records.ids('idea').slice(0, 9) });
  const at = (n: number): string => board.records.ids('idea')[n] ?? '';
  const cluster = (id: string, title: string, ideas: string[], taken = '', left = false) => ({
    id,
    title,
    ideas,
    taken,
    left,
  });
  board.records.put('proposal', {
    id: 'proposal-1',
    by: 'tanvi',
    at: Date.now(),
    status: 'offered',
    ideas: 13,
    clusters: [
      cluster('c1', 'repair, kit, tools', [at(0), at(2), at(4)]),
      cluster('c2', 'fit, straps', [at(6), at(7)]),
      cluster('c3', 'print, files', [at(1), at(5)]),
      cluster('c4', 'weather', [], 'group-2'),
      cluster('c5', 'shop', [at(3), at(8)], '', true),
    ],
  });
}

function fill(board: MemoryBoard): void {
  themes.forEach((theme, at) => {
    const rows = Math.ceil(theme.ideas.length / 3);
    board.send({
      type: 'addGroup',
      id: `group-${at}`,
      title: theme.title,
      x: theme.x,
      y: theme.y,
      width: 736,
      height: 40 + rows * 168 + 12,
    });
    theme.ideas.forEach((idea, n) => {
      add(
        board,
        `idea-${at}-${n}`,
        idea,
        theme.x + 28 + (n % 3) * 232,
        theme.y + 38 + Math.floor(n / 3) * 168,
        `group-${at}`,
      );
    });
  });
  loose.forEach((idea, n) => {
    add(
      board,
      `loose-${n}`,
      idea,
      840 + (n % 3) * 264 + (n === 3 ? 60 : 0),
      580 + Math.floor(n / 3) * 186 + (n % 2) * 14,
      '',
    );
  });
  talk.forEach(([who, text], n) => {
    const [author] = people[who];
    board.records.put('comment', {
      id: `talk-${n}`,
      idea: 'idea-1-0',
      author,
      text,
      createdAt: Date.now() - (3 - n) * 140_000,
      edited: n === 2,
      held: 'none',
      heldReason: '',
    });
  });
  board.records.put('comment', {
    id: 'talk-9',
    idea: 'idea-0-0',
    author: 'leif',
    text: 'Yes please.',
    createdAt: Date.now() - 500_000,
    edited: false,
    held: 'none',
    heldReason: '',
  });
  const connect = (id: string, from: string, to: string, label: string): ClientCommand => ({
    type: 'addConnector',
    id,
    from,
    to,
    label,
  });
  board.send(connect('wire-1', 'idea-0-2', 'idea-1-0', 'same foam'));
  board.send(connect('wire-3', 'idea-1-3', 'loose-0', 'tells when'));
  board.send(connect('wire-2', 'loose-1', 'loose-2', ''));
  board.send({
    type: 'writeIdeaBody',
    id: 'idea-1-0',
    body: 'Scan your waist with the camera, get a belt shell cut for you. I would pay for this before any new colour.',
  });
  react(board, 'idea-1-0', { heart: 4, bulb: 2 });
  react(board, 'idea-0-1', { thumb: 3 });
  react(board, 'idea-2-1', { party: 1, question: 1 });
}

type Sketch = readonly [string, Colour, number, number, number];

function add(
  board: MemoryBoard,
  id: string,
  [title, colour, who, votes, own]: Sketch,
  x: number,
  y: number,
  group: string,
): void {
  board.send({ type: 'addIdea', id, title, body: '', colour, x, y, group });
  const idea = board.records.get('idea', id);
  if (idea) {
    board.records.put('idea', { ...idea, author: people[who]?.[0] ?? '', votes });
  }
  if (own > 0) {
    board.records.put('mine', { id, votes: own, reactions: [], author: false });
  }
}

function react(board: MemoryBoard, id: string, reactions: IdeaRecord['reactions']): void {
  const idea = board.records.get('idea', id);
  if (idea) {
    board.records.put('idea', { ...idea, reactions });
  }
}

function crowd(board: MemoryBoard, count: number): void {
  const all = [...themes.flatMap((theme) => theme.ideas), ...loose];
  const perGroup = 20;
  board.records.transaction(() => {
    for (let n = 0; n < count; n++) {
      const g = Math.floor(n / perGroup);
      const columns = Math.ceil(Math.sqrt(count / perGroup));
      const left = (g % columns) * 1240;
      const top = Math.floor(g / columns) * 800;
      if (n % perGroup === 0) {
        const title = `${themes[g % 3]?.title ?? ''} ${Math.floor(g / 3) + 1}`;
        board.send({ type: 'addGroup', id: `group-${g}`, title, x: left, y: top, width: 1200, height: 736 });
      }
      const sketch = all[(n * 7) % all.length];
      const at = n % perGroup;
      if (sketch) {
        const colour = COLOURS[(n * 5) % 8] ?? 'sun';
        add(
          board,
          `idea-${n}`,
          [sketch[0], colour, n % 6, (n * 13) % 11, 0],
          left + 28 + (at % 5) * 232,
          top + 40 + Math.floor(at / 5) * 168,
          `group-${g}`,
        );
      }
    }
  });
}

function peers(): Peer[] {
  const base = { selection: [], typing: '', drag: null, heardAt: Date.now() };
  return [
    { ...base, connection: 'c1', participant: 'tanvi', cursor: [300, 330], typing: 'idea-0-3' },
    { ...base, connection: 'c2', participant: 'amara', cursor: [1320, 420], selection: ['idea-1-3'] },
    {
      ...base,
      connection: 'c3',
      participant: 'leif',
      cursor: [1010, 690],
      drag: { ids: ['loose-0'], dx: -24, dy: 18 },
    },
    { ...base, connection: 'c4', participant: 'ines', cursor: null },
    { ...base, connection: 'c5', participant: 'mohsen', cursor: null },
  ];
}
