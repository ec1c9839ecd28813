import { newId } from '../sync';
import { exposureValues, type StepPlan, type StepTool, stepToolValues, type VotePlan, voteMethodValues } from '../wire';
import '../words/session';

/** What a playbook file says it is (docs/PLAYBOOKS.md). */
export const FORMAT = 'cocreate.playbook/1';

/** A session that somebody else can lead: its steps, and what a host needs to know. */
export interface Playbook {
  readonly format: string;
  readonly id: string;
  readonly title: string;
  /** When to use it, and when not. */
  readonly when: string;
  readonly people: { readonly from: number; readonly to: number };
  readonly minutes: number;
  /** What people are told before it begins. */
  readonly charter: string;
  readonly steps: readonly StepPlan[];
  /** Questions for the end. */
  readonly debrief: readonly string[];
  readonly tags: readonly string[];
}

/** What a list of playbooks shows of each. */
export type PlaybookSummary = Pick<Playbook, 'id' | 'title' | 'when' | 'people' | 'minutes' | 'tags'>;

export const noVote: VotePlan = {
  method: 'none',
  budget: 0,
  perOption: 0,
  options: 'ideas',
  top: 0,
  segments: [],
  tieBreak: 'shared',
  live: false,
};

/** What a method begins with when it is chosen for a step. */
export function voteWith(method: VotePlan['method']): VotePlan {
  const budgets: Partial<Record<VotePlan['method'], number>> = {
    dots: 5,
    score: 5,
    quadratic: 25,
    pairwise: 20,
    budget: 100,
  };
  return { ...noVote, method, budget: budgets[method] ?? 0 };
}

/** A step to begin with: everybody writes, and everybody sees it. */
export function newStep(name: string): StepPlan {
  return {
    id: newId(),
    name,
    text: '',
    seconds: 300,
    strict: false,
    exposure: 'all',
    sealed: false,
    tools: ['ideas', 'comment', 'react'],
    readyCheck: true,
    vote: noVote,
  };
}

export function newPlaybook(stepName: string): Playbook {
  return {
    format: FORMAT,
    id: newId(),
    title: '',
    when: '',
    people: { from: 3, to: 12 },
    minutes: 30,
    charter: '',
    steps: [newStep(stepName)],
    debrief: [],
    tags: [],
  };
}

/** A copy to change: it is somebody's own, so its id and those of its steps are new. */
export function copyOf(playbook: Playbook): Playbook {
  return { ...playbook, format: FORMAT, id: newId(), steps: playbook.steps.map((step) => ({ ...step, id: newId() })) };
}

/** The list with one thing at another place; the same list where it would not move. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const thing = list[from];
  if (thing === undefined || to < 0 || to >= list.length || from === to) {
    return list;
  }
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), thing, ...rest.slice(to)];
}

/** The tools with one put in or taken out, in the order in which they are written down. */
export function withTool(tools: readonly StepTool[], tool: StepTool, on: boolean): readonly StepTool[] {
  return stepToolValues.filter((one) => (one === tool ? on : tools.includes(one)));
}

/** The segments of a vote with one more or one less; what is typed last may be empty, and goes then. */
export function withSegment(segments: readonly string[], name: string, on: boolean): readonly string[] {
  const others = segments.filter((one) => one !== name && one !== '');
  return on ? [...others, name] : others;
}

/** The steps of an agenda when a playbook comes onto a board: what has begun stays in front of it. */
export function stepsOnto(
  before: { readonly steps: readonly StepPlan[]; readonly index: number } | undefined,
  steps: readonly StepPlan[],
): readonly StepPlan[] {
  const begun = before?.steps.slice(0, before.index + 1) ?? [];
  const known = new Set(begun.map(({ id }) => id));
  return [...begun, ...steps.map((step) => (known.has(step.id) ? { ...step, id: newId() } : step))];
}

/** Why a file is no playbook. */
export type FileProblem =
  | { readonly word: 'playbook.fileNotJson' }
  | { readonly word: 'playbook.fileNotPlaybook'; readonly format: string }
  | { readonly word: 'playbook.fileBroken'; readonly where: string };

/** Reads a playbook's file, or says what is wrong with it and where. Texts that are too long and the like are the check's to find. */
export function readPlaybook(text: string): Playbook | FileProblem {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { word: 'playbook.fileNotJson' };
  }
  if (!isObject(found)) {
    return { word: 'playbook.fileNotJson' };
  }
  if (found['format'] !== FORMAT) {
    return { word: 'playbook.fileNotPlaybook', format: String(found['format'] ?? '') };
  }
  const whole = withDefaults(found);
  const where = brokenPart(whole);
  return where === null ? (whole as unknown as Playbook) : { word: 'playbook.fileBroken', where };
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a file may leave out, as docs/PLAYBOOKS.md says it. */
function withDefaults(file: Fields): Fields {
  const steps = file['steps'];
  return {
    charter: '',
    debrief: [],
    tags: [],
    ...file,
    ...(Array.isArray(steps) && {
      steps: steps.map((step: unknown) => (isObject(step) ? stepWithDefaults(step) : step)),
    }),
  };
}

function stepWithDefaults(step: Fields): Fields {
  const { vote } = step;
  const plain = { text: '', seconds: 0, strict: false, exposure: 'all', sealed: false, tools: [], readyCheck: false };
  return { ...plain, ...step, vote: vote === undefined ? noVote : isObject(vote) ? { ...noVote, ...vote } : vote };
}

const texts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === 'string');

function brokenPart(file: Fields): string | null {
  for (const name of ['id', 'title', 'when', 'charter']) {
    if (typeof file[name] !== 'string') {
      return name;
    }
  }
  const people = file['people'];
  if (!isObject(people) || !Number.isFinite(people['from']) || !Number.isFinite(people['to'])) {
    return 'people';
  }
  if (!Number.isFinite(file['minutes'])) {
    return 'minutes';
  }
  for (const name of ['debrief', 'tags']) {
    if (!texts(file[name])) {
      return name;
    }
  }
  if (!Array.isArray(file['steps'])) {
    return 'steps';
  }
  return file['steps'].map(brokenStep).find((broken) => broken !== null) ?? null;
}

function brokenStep(step: unknown, at: number): string | null {
  const place = `steps[${at}]`;
  if (!isObject(step)) {
    return place;
  }
  const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
    id: (value) => typeof value === 'string',
    name: (value) => typeof value === 'string',
    text: (value) => typeof value === 'string',
    seconds: Number.isFinite,
    strict: (value) => typeof value === 'boolean',
    exposure: (value) => exposureValues.some((one) => one === value),
    sealed: (value) => typeof value === 'boolean',
    tools: (value) => Array.isArray(value) && value.every((one) => stepToolValues.includes(one)),
    readyCheck: (value) => typeof value === 'boolean',
    vote: isVote,
  };
  const wrong = Object.entries(rules).find(([name, holds]) => !holds(step[name]));
  return wrong === undefined ? null : `${place}.${wrong[0]}`;
}

function isVote(value: unknown): boolean {
  return (
    isObject(value) &&
    voteMethodValues.some((method) => method === value['method']) &&
    ['budget', 'perOption', 'top'].every((name) => Number.isFinite(value[name])) &&
    (value['options'] === 'ideas' || value['options'] === 'groups') &&
    texts(value['segments']) &&
    typeof value['tieBreak'] === 'string' &&
    typeof value['live'] === 'boolean'
  );
}

/** Playbooks whose words hold all of what is looked for, and that have a tag; an empty tag is any. */
export function findPlaybooks<T extends PlaybookSummary>(list: readonly T[], words: string, tag: string): readonly T[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return list.filter((one) => {
    const text = [one.title, one.when, ...one.tags].join(' ').toLocaleLowerCase();
    return wanted.every((word) => text.includes(word)) && (tag === '' || one.tags.includes(tag));
  });
}

/** All tags of a list, the most used first. */
export function tagsOf(list: readonly PlaybookSummary[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of list.flatMap(({ tags }) => tags)) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
}
