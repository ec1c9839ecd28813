import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { Sheet } from '../board/drawer/Sheet';
import { useModel } from '../board/model/model';
import { useMay } from '../method/useMay';
import { useRecord, useSource } from '../sync/react';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/icons';
import { NARROW, useMedia } from '../ui/media';
import { t } from '../words/t';
import { askAgain, drop, leave, type ShownCluster, take } from './clusters';
import { useClusters } from './useClusters';
import '../words/windows';
import '../ui/aside.css';
import './proposals.css';

/** Proposed groups beside the canvas, or on a phone as a sheet: each is taken or left, and until then nothing on the board is changed. */
export default function ProposalPanel(): ReactElement {
  const { ui } = useModel();
  const narrow = useMedia(NARROW);
  const close = (): void => ui.proposing.set(false);
  return narrow ? (
    <Sheet label={t('proposal.title')} onClose={close}>
      <Content onClose={close} />
    </Sheet>
  ) : (
    <aside className="aside proposals" aria-label={t('proposal.title')}>
      <Content onClose={close} />
    </aside>
  );
}

function Content({ onClose }: { onClose: () => void }): ReactElement {
  const model = useModel();
  const shown = useClusters();
  const offers = useMay('group');
  const computing = shown?.proposal.status === 'computing';
  const offered = shown?.clusters.filter(({ state, ideas }) => state === 'offered' && ideas.length > 0) ?? [];
  const list = useRef<HTMLOListElement>(null);
  const id = shown?.proposal.id;
  useEffect(() => {
    if (id !== undefined && !computing) {
      list.current?.querySelector<HTMLElement>('[data-cluster]')?.focus();
    }
  }, [id, computing]);
  return (
    <>
      <header className="proposals-head">
        <h2>{t('proposal.title')}</h2>
        <IconButton icon="close" label={t('drawer.close')} onPress={onClose} />
      </header>
      <div className="aside-scroll proposals-scroll" aria-live="polite" aria-busy={computing}>
        {shown === null && (
          <div className="proposals-none">
            <p>{t('proposal.none')}</p>
            {offers && (
              <Button look="main" onPress={() => askAgain(model)}>
                {t('proposal.ask')}
              </Button>
            )}
          </div>
        )}
        {computing && <p className="proposals-none">{t('proposal.computing')}</p>}
        {shown !== null && !computing && (
          <p className="proposals-text">
            {shown.clusters.length === 0
              ? t('proposal.nothing', { n: shown.proposal.ideas })
              : t('proposal.text', { n: shown.proposal.ideas })}
          </p>
        )}
        {shown !== null && (
          <ol className="proposals-list" ref={list}>
            {shown.clusters.map((each) => (
              <Cluster key={each.cluster.id} proposal={shown.proposal.id} shown={each} may={offers} />
            ))}
          </ol>
        )}
      </div>
      {shown !== null && offers && !computing && (
        <footer className="proposals-foot">
          <Button look="plain" onPress={() => drop(model, shown.proposal.id)}>
            {t('proposal.drop')}
          </Button>
          <Button onPress={() => askAgain(model)}>{t('proposal.again')}</Button>
          {offered.length > 1 && (
            <Button
              onPress={() => {
                for (const each of offered) {
                  take(model, shown.proposal.id, each);
                }
              }}
            >
              {t('proposal.takeAll', { n: offered.length })}
            </Button>
          )}
        </footer>
      )}
    </>
  );
}

function Cluster({ proposal, shown, may }: { proposal: string; shown: ShownCluster; may: boolean }): ReactElement {
  const model = useModel();
  const { ui } = model;
  const { cluster, letter, colour, ideas, state } = shown;
  const group = useRecord('group', cluster.taken);
  const looked = useSource(ui.lookedCluster) === cluster.id;
  const offers = may && state !== 'taken' && ideas.length > 0;
  const title = cluster.title || t('proposal.untitled');
  const row = useRef<HTMLLIElement>(null);
  // The button that was pressed goes with what it offered: the keyboard stays on its line.
  const decide = (act: typeof take): void => {
    act(model, proposal, shown);
    row.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) {
      return;
    }
    const way = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      (event.currentTarget[way[event.key]] as HTMLElement | null)?.focus();
    } else if (event.key === 'Enter' && offers) {
      take(model, proposal, shown);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && offers && state !== 'left') {
      leave(model, proposal, shown);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li
      className={`cluster cluster-${state} ${looked ? 'cluster-looked' : ''}`}
      style={{ ['--cluster' as string]: `var(--flag-${colour})` }}
      ref={row}
      data-cluster={cluster.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a line of the list is walked to with the arrows, Enter takes it
      tabIndex={0}
      aria-label={`${letter}. ${title}. ${t('group.count', { n: ideas.length })}. ${t(`proposal.state.${state}`)}`}
      onKeyDown={onKeyDown}
      onFocus={() => ui.lookedCluster.set(cluster.id)}
      onBlur={() => ui.lookedCluster.set('')}
      onPointerEnter={() => ui.lookedCluster.set(cluster.id)}
      onPointerLeave={() => ui.lookedCluster.set('')}
    >
      <div className="cluster-head">
        <span className="cluster-letter" aria-hidden="true">
          {letter}
        </span>
        <h3>{state === 'taken' ? group?.title || title : title}</h3>
        {state !== 'offered' && (
          <span className="cluster-state">
            {state === 'taken' && <Icon name="check" size={15} />}
            {t(`proposal.state.${state}`)}
          </span>
        )}
      </div>
      {state === 'offered' && (
        <ul className="cluster-ideas">
          {ideas.map((idea) => (
            <Idea key={idea} id={idea} />
          ))}
          {ideas.length === 0 && <li>{t('proposal.empty')}</li>}
        </ul>
      )}
      {offers && (
        <div className="cluster-ways">
          <Button aria-label={t('proposal.takeOf', { what: title })} onPress={() => decide(take)}>
            {t('proposal.take')}
          </Button>
          {state === 'offered' && (
            <Button look="plain" aria-label={t('proposal.leaveOf', { what: title })} onPress={() => decide(leave)}>
              {t('proposal.leave')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Idea({ id }: { id: string }): ReactElement | null {
  const idea = useRecord('idea', id);
  return idea ? <li>{idea.title || t('idea.untitled')}</li> : null;
}
