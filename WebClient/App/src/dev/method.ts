import type { MemoryBoard } from '../sync/testing/memory';
import type { StepPlan } from '../wire';

const noVote: StepPlan['vote'] = {
  method: 'none',
  budget: 0,
  perOption: 0,
  options: 'ideas',
  top: 0,
  segments: [],
  tieBreak: 'shared',
  live: false,
};

function step(id: string, name: string, text: string, part: Partial<StepPlan> = {}): StepPlan {
  return {
    id: `step-${id}-00`,
    name,
    text,
    seconds: 300,
    strict: false,
    exposure: 'all',
    sealed: false,
    tools: ['ideas', 'comment', 'react'],
    readyCheck: true,
    vote: noVote,
    ...part,
  };
}

/** The agenda of a brainwriting with customers, as a playbook brings it. */
export const agendaSteps: readonly StepPlan[] = [
  step('welcome', 'Welcome', 'Say who you are and what you carry on your back.', {
    seconds: 0,
    tools: [],
    readyCheck: false,
  }),
  step(
    'alone',
    'Write alone',
    'What would make you keep a bag for ten years? Write down whatever comes to mind, one thought to a card.\nNobody sees it yet, so nothing can be too small or too odd.',
    { exposure: 'own', sealed: true, tools: ['ideas'] },
  ),
  step(
    'round',
    'Pass the sheets on',
    'Read what is on the sheet. Then add three ideas: build on one, or take another turn.',
    {
      exposure: 'sheet',
      strict: true,
      tools: ['ideas'],
    },
  ),
  step('group', 'Find what belongs together', 'Put what is alike side by side and give it a name.', {
    seconds: 600,
    tools: ['move', 'group', 'comment'],
  }),
  step('vote', 'Choose', 'Five dots each. Where should we go on?', {
    seconds: 180,
    tools: [],
    vote: { ...noVote, method: 'dots', budget: 5, perOption: 3 },
  }),
  step('end', 'What happens next', 'Who does what until when.', { seconds: 0, readyCheck: false }),
];

/** Gives a board an agenda in the state that a scene's name says. */
export function addMethod(board: MemoryBoard, name: string): void {
  const at: Readonly<Record<string, number>> = { lobby: -1, own: 1, sheet: 2, group: 3, timeup: 2, rules: 3, over: 6 };
  const [, state = ''] = name.split('-');
  const index = at[state];
  if (index === undefined) {
    return;
  }
  const { records } = board;
  records.put('agenda', { id: 'agenda', playbook: '6-3-5 with customers', steps: agendaSteps, index });
  const running = agendaSteps[index];
  if (running === undefined) {
    return;
  }
  const now = Date.now();
  records.put('phase', {
    id: 'phase',
    step: running.id,
    begunAt: now - 60_000,
    endsAt: state === 'timeup' ? now - 30_000 : state === 'sheet' ? now + 48_000 : now + 222_000,
    pausedLeft: 0,
    hidden: index === 1 ? 12 : index === 2 ? 18 : 0,
    revealed: false,
    round: index === 2 ? 2 : 0,
    rulesHash: 'b',
    changes:
      state === 'rules'
        ? [
            {
              at: now - 20_000,
              reason: 'Several asked to write while grouping.',
              before: 'a',
              after: 'b',
              by: 'tanvi',
              consent: true,
              was: { ...running, tools: ['move', 'group'] },
              now: running,
            },
          ]
        : [],
  });
  for (const id of ['ines', 'leif']) {
    records.put('ready', { id, at: now });
  }
  if (index === 1) {
    records.put('timeRequest', { id: 'leif', at: now - 9_000 });
    records.put('timeRequest', { id: 'ines', at: now - 4_000 });
  }
  if (index === 2) {
    records.put('seat', { id: 'seat', extraSeconds: 0, sheet: 'sheet-00001', accepted: '', asked: 'none' });
    const lines = ['Buckles I can swap by hand', 'Print-at-home clips', 'A patch kit sewn into the lid'] as const;
    lines.forEach((title, n) => {
      const idea = records.get('idea', `loose-${n}`);
      if (idea) {
        records.put('idea', { ...idea, title, sheet: 'sheet-00001', author: '' });
      }
    });
  }
}
