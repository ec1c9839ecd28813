import { type ReactElement, useEffect, useState } from 'react';
import { Waiting } from '../../pages/Notice';
import { ApiError, type BoardSession, fetchPast, openPast } from '../../sync';
import { BoardProvider, useMe } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { NARROW, useMedia } from '../../ui/media';
import { toast } from '../../ui/toasts';
import { moment, t } from '../../words/t';
import { Canvas } from '../canvas/Canvas';
import IdeaList from '../list/IdeaList';
import { ModelProvider, makeModel, useModel } from '../model/model';
import { BringBack } from './BringBack';
import '../../words/past';
import './past.css';

/** The board as it was at a version, in the place of the present one: to look at, and for hosts to bring back. */
export default function PastBoard({ seq }: { seq: number }): ReactElement {
  const { session, ui } = useModel();
  const me = useMe();
  const [past, setPast] = useState<{ at: number; session: BoardSession } | null>(null);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const member = session.me.get();
    let wanted = true;
    fetchPast(session.board, seq).then(
      (found) => wanted && member && setPast({ at: found.at, session: openPast(session.board, found, member) }),
      (error: unknown) => {
        toast(t(error instanceof ApiError && error.status === 403 ? 'past.notThere' : 'past.failed'), 'bad');
        ui.past.set(0);
      },
    );
    return () => {
      wanted = false;
    };
  }, [session, ui, seq]);
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && document.querySelector('.veil') === null) {
        ui.past.set(0);
      }
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [ui]);
  return (
    <div className="board past">
      <header className="past-bar">
        <Icon name="history" />
        <h1>{past ? t('past.title', { when: moment(past.at) }) : t('past.opening')}</h1>
        <Button onPress={() => ui.past.set(0)}>{t('past.leave')}</Button>
        {past && me?.isHost && (
          <Button look="main" onPress={() => setAsking(true)}>
            {t('past.restore')}
          </Button>
        )}
      </header>
      {past ? <Shown session={past.session} /> : <Waiting words={t('past.opening')} />}
      {past && asking && (
        <BringBack seq={seq} words={moment(past.at)} onDone={() => setAsking(false)} onBack={() => ui.past.set(0)} />
      )}
    </div>
  );
}

function Shown({ session }: { session: BoardSession }): ReactElement | null {
  const [model] = useState(() => makeModel(session));
  const narrow = useMedia(NARROW);
  useEffect(() => model.places.follow(), [model]);
  return (
    <BoardProvider value={session}>
      <ModelProvider value={model}>
        <main className="stage" aria-label={t('past.label')}>
          {narrow ? <IdeaList /> : <Canvas />}
        </main>
      </ModelProvider>
    </BoardProvider>
  );
}
