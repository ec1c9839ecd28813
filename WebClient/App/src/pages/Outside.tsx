import { type ReactElement, useEffect, useState } from 'react';
import { readDoor } from '../sync';
import type { DoorStanding } from '../wire';
import { t } from '../words/t';
import { AtTheDoor, Banned, reasonOf } from './AtTheDoor';
import { JoinByCode } from './JoinByCode';
import { Notice, Waiting } from './Notice';
import '../words/pages';

/** What somebody sees who is not on a board, or no longer: why, and what to do. */
export default function Outside({
  board,
  wasIn,
  onIn,
}: {
  board: string;
  wasIn: boolean;
  onIn: () => void;
}): ReactElement {
  const [standing, setStanding] = useState<DoorStanding | null>(null);
  useEffect(() => {
    let here = true;
    const unknown: DoorStanding = { place: wasIn ? 'removed' : 'outside', reason: '' };
    readDoor(board).then(
      (found) => here && setStanding(found),
      () => here && setStanding(unknown),
    );
    return () => {
      here = false;
    };
  }, [board, wasIn]);
  const place = standing?.place;
  useEffect(() => {
    if (place === 'inside') {
      onIn();
    }
  }, [place, onIn]);
  switch (place) {
    case 'banned':
      return <Banned reason={standing?.reason ?? ''} />;
    case 'waiting':
      return <AtTheDoor board={board} title={t('door.title')} policy="" onChange={setStanding} />;
    case 'turnedAway':
      return (
        <Notice
          title={t('door.turnedAway')}
          text={`${t('door.turnedAwayNext')} ${reasonOf(standing?.reason ?? '')}`.trim()}
        >
          <JoinByCode />
        </Notice>
      );
    case 'removed':
      return <Notice title={t('join.removed')} text={t('join.removedNext')} />;
    case 'outside':
      return (
        <Notice title={t('join.needed')} text={t('join.neededNext')}>
          <JoinByCode />
        </Notice>
      );
    default:
      return <Waiting words={t('board.opening')} />;
  }
}
