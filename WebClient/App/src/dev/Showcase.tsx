import { type ReactElement, useMemo } from 'react';
import { OpenBoard } from '../board/BoardPage';
import type { Model } from '../board/model/model';
import JoinPage from '../pages/JoinPage';
import type { LookAnswer } from '../wire';
import { charter, scene } from './scenes';

const entrance: LookAnswer = {
  board: 'b',
  title: 'What would make the trail bag yours?',
  role: 'contributor',
  isMember: false,
  policy: '',
  needsPasscode: false,
  approve: false,
  segment: '',
  refusal: null,
  standing: { place: 'outside', reason: '' },
  brief: '',
};

/** What it is about, by the scene: nothing, a letter, a page without paragraphs, a charter; else a sentence. */
const briefs: Readonly<Record<string, string>> = {
  'join-0': '',
  'join-1': '?',
  'join-600': 'Repairs, fit and weather: everything that makes you keep a bag for ten years, in your own words. '
    .repeat(6)
    .slice(0, 600),
  'join-charter': charter,
};

/** A screen without a server, named by the address: /show/typical, /show/empty, /show/crowded, /show/offline, /show/join, /show/join-600. */
export default function Showcase({ scene: name }: { scene: string }): ReactElement {
  const session = useMemo(() => scene(name), [name]);
  const prepare = useMemo(
    () => (model: Model) => {
      Object.assign(window, { model });
      const [on, kind] = name.split('-');
      model.ui.proposing.set(name === 'proposal');
      if (kind !== undefined && (on === 'vote' || on === 'results')) {
        model.ui.focus.set({ on, id: 'vote-0001' });
      }
    },
    [name],
  );
  if (name.startsWith('join')) {
    const brief = briefs[name] ?? 'Repairs, fit, weather: everything that makes you keep a bag for ten years.';
    return <JoinPage entrance={{ ...entrance, brief }} by={{ code: '7KQ4MD' }} />;
  }
  const view = name.startsWith('big-') ? 'big' : name.startsWith('console-') ? 'console' : 'board';
  return <OpenBoard session={session} view={view} prepare={prepare} />;
}
