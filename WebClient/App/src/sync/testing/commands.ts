import { type ClientCommand, colourValues, lockModeValues, reactionValues, signValues } from '../../wire';
import type { RecordReader } from '../store';
import type { SeededRandom } from './random';

let made = 0;

/** An id of the right length that no other call gives. */
export function freshId(): string {
  return `fresh-id-${String(++made).padStart(6, '0')}`;
}

/** A command that somebody who sees these records may think of; now and then one that will be refused. */
export function randomCommand(records: RecordReader, random: SeededRandom): ClientCommand {
  const ideas = records.ids('idea');
  const groups = records.ids('group');
  const idea = (): string => (ideas.length === 0 || random.chance(0.02) ? 'no-such-idea' : random.pick(ideas));
  const group = (): string => (groups.length === 0 || random.chance(0.05) ? 'no-such-group' : random.pick(groups));
  const comment = (): string => random.pick([...records.ids('comment'), 'no-such-comment']);
  const kinds = ['note', 'frame', 'stamp', 'connector'] as const;
  const thing = (): string =>
    random.pick([idea(), idea(), group(), ...kinds.flatMap((kind) => records.ids(kind).slice(-3))]);
  const place = (): number => random.below(4000) - 2000 + random.next();
  const choices: readonly (() => ClientCommand)[] = [
    () => {
      const colour = random.pick(colourValues);
      return {
        type: 'addIdea',
        id: freshId(),
        title: `idea ${made}`,
        body: '',
        colour,
        x: place(),
        y: place(),
        group: random.pick(['', group()]),
      };
    },
    () => ({ type: 'retitleIdea', id: idea(), title: `title ${random.below(1000)}` }),
    () => ({ type: 'writeIdeaBody', id: idea(), body: `body ${random.below(1000)}` }),
    () => ({ type: 'recolourIdea', id: idea(), colour: random.pick(colourValues) }),
    () => ({ type: 'moveThings', moves: [thing(), thing()].map((id) => ({ id, x: place(), y: place() })) }),
    () => ({ type: 'reorderThings', ranks: [{ id: thing(), order: random.next() * 100 }] }),
    () => ({ type: 'removeThings', ids: [thing()] }),
    () => ({ type: 'addGroup', id: freshId(), title: '', x: place(), y: place(), width: 300, height: 200 }),
    () => ({ type: 'writeThing', id: group(), text: `group ${random.below(1000)}` }),
    () => ({ type: 'moveThings', moves: [{ id: group(), x: place(), y: place() }] }),
    () => ({ type: 'resizeThing', id: thing(), x: place(), y: place(), width: 100 + random.below(500), height: 100 }),
    () => ({ type: 'addFrame', id: freshId(), title: '', x: place(), y: place(), width: 900, height: 700 }),
    () => ({ type: 'addNote', id: freshId(), text: 'a', size: 'small', x: place(), y: place(), width: 90, height: 30 }),
    () => ({ type: 'addStamp', id: freshId(), sign: random.pick(signValues), x: place(), y: place(), on: thing() }),
    () => ({ type: 'lockThings', ids: [thing()], lock: random.pick(lockModeValues) }),
    () => ({ type: 'tagIdeas', ideas: [idea(), idea()], tag: `tag ${random.below(5)}` }),
    () => ({ type: 'untagIdeas', ideas: [idea()], tag: `tag ${random.below(5)}` }),
    () => ({ type: 'groupIdeas', group: group(), ideas: [idea(), idea()] }),
    () => ({ type: 'ungroupIdeas', ideas: [idea()] }),
    () => ({ type: 'addConnector', id: freshId(), from: thing(), to: thing(), label: '' }),
    () => ({ type: 'addComment', id: freshId(), idea: idea(), text: 'Well said' }),
    () => ({ type: 'editComment', id: comment(), text: `again ${random.below(1000)}` }),
    () => ({ type: 'removeComment', id: comment() }),
    () => ({ type: 'addReaction', idea: idea(), reaction: random.pick(reactionValues) }),
    () => ({ type: 'withdrawReaction', idea: idea(), reaction: random.pick(reactionValues) }),
    () => ({ type: 'castVote', idea: idea(), dots: 1 + random.below(2) }),
    () => ({ type: 'withdrawVote', idea: idea(), dots: 1 }),
    () => ({ type: 'changeProfile', name: `Name ${random.below(1000)}`, colour: random.pick(colourValues) }),
  ];
  return ideas.length < 4 ? (choices[0] ?? random.pick(choices))() : random.pick(choices)();
}
