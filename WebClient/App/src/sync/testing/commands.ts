import { type ClientCommand, colourValues, reactionValues } from '../../wire';
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
    () => ({ type: 'moveIdeas', moves: [idea(), idea()].map((id) => ({ id, x: place(), y: place() })) }),
    () => ({ type: 'reorderIdea', id: idea(), order: random.next() * 100 }),
    () => ({ type: 'removeIdea', id: idea() }),
    () => ({ type: 'addGroup', id: freshId(), title: '', x: place(), y: place(), width: 300, height: 200 }),
    () => ({ type: 'retitleGroup', id: group(), title: `group ${random.below(1000)}` }),
    () => ({ type: 'moveGroup', id: group(), x: place(), y: place() }),
    () => ({ type: 'resizeGroup', id: group(), x: place(), y: place(), width: 100 + random.below(500), height: 100 }),
    () => ({ type: 'removeGroup', id: group() }),
    () => ({ type: 'groupIdeas', group: group(), ideas: [idea(), idea()] }),
    () => ({ type: 'ungroupIdeas', ideas: [idea()] }),
    () => ({ type: 'addConnector', id: freshId(), from: idea(), to: idea(), label: '' }),
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
