import { type ReactElement, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { createInvite, revokeInvite } from '../../sync';
import { useAll } from '../../sync/react';
import { givenRoles } from '../../sync/roles';
import { Button, IconButton } from '../../ui/Button';
import { toast } from '../../ui/toasts';
import type { InviteRecord } from '../../wire';
import { shortDate, t } from '../../words/t';
import { useModel } from '../model/model';
import { Choice } from './Choice';
import { SegmentField } from './SegmentField';
import { Copy } from './ShareDialog';
import { segmentNamed, sizesOf } from './segments';
import '../../words/pages';
import '../../words/windows';

type Given = (typeof givenRoles)[number];

const spans = [
  { value: 'never', word: 'share.expiresNever', hours: 0 },
  { value: 'day', word: 'share.expiresDay', hours: 24 },
  { value: 'week', word: 'share.expiresWeek', hours: 7 * 24 },
] as const;

/** Links that give a role, for hosts: made here, listed here, taken back here. */
export function Invites({ origin }: { origin: string }): ReactElement {
  const { session } = useModel();
  const invites = useAll('invite').filter((invite) => !invite.embed);
  const [role, setRole] = useState<Given>('observer');
  const [span, setSpan] = useState<(typeof spans)[number]['value']>('never');
  const [segment, setSegment] = useState('');
  const known = sizesOf(useAll('person')).map(({ name }) => name);
  const [made, setMade] = useState('');
  const [busy, setBusy] = useState(false);
  const section = useRef<HTMLElement>(null);
  const make = (): void => {
    if (busy) {
      return;
    }
    const hours = spans.find((one) => one.value === span)?.hours ?? 0;
    const named = segmentNamed(segment, known);
    setBusy(true);
    createInvite(session.board, {
      role,
      ...(hours > 0 && { expiresInHours: hours }),
      ...(named !== '' && { segment: named }),
    })
      .then(
        ({ link }) => setMade(new URL(link, origin).href),
        () => toast(t('share.failed'), 'bad'),
      )
      .finally(() => setBusy(false));
  };
  return (
    <section ref={section} className="invites" aria-label={t('share.invites')} tabIndex={-1}>
      <h3>{t('share.invites')}</h3>
      <p className="dialog-text">{t('share.invitesText')}</p>
      <div className="invites-make">
        <Choice
          label={t('share.role')}
          value={role}
          onChange={setRole}
          options={givenRoles.map((value) => ({ value, label: t(`role.${value}`), text: t(`role.${value}Text`) }))}
        />
        <Choice
          label={t('share.expires')}
          value={span}
          onChange={setSpan}
          options={spans.map(({ value, word }) => ({ value, label: t(word) }))}
        />
        <SegmentField label={t('segments.link')} value={segment} known={known} onChange={setSegment} onEnter={make} />
        <Button look="soft" onPress={make}>
          {t(busy ? 'share.making' : 'share.make')}
        </Button>
      </div>
      {made !== '' && (
        <div className="invites-made" role="status">
          <p className="share-link">{made}</p>
          <p>{t('share.secret')}</p>
          <Copy main text={made} label={t('share.copyLink')} />
        </div>
      )}
      {invites.length > 0 && (
        <ul>
          {invites.map((invite) => (
            <Invite key={invite.id} invite={invite} section={section} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One link. When it goes away with the keyboard on its button, the keyboard goes on at the section around it. */
function Invite({ invite, section }: { invite: InviteRecord; section: RefObject<HTMLElement | null> }): ReactElement {
  const { session } = useModel();
  const line = useRef<HTMLLIElement>(null);
  // Before the line is gone: after that the window would have put the keyboard at its own beginning.
  useLayoutEffect(() => {
    const element = line.current;
    return () => {
      if (element?.contains(document.activeElement)) {
        section.current?.focus();
      }
    };
  }, [section]);
  const revoke = (): void => {
    revokeInvite(session.board, invite.id).then(
      () => toast(t('share.revoked')),
      () => toast(t('share.failed'), 'bad'),
    );
  };
  const parts = [
    ...(invite.segment === '' ? [] : [invite.segment]),
    t('share.uses', { n: invite.uses }),
    ...(invite.expiresAt > 0 ? [t('share.until', { when: shortDate(invite.expiresAt) })] : []),
  ];
  return (
    <li ref={line}>
      <span>
        <b>{t(`role.${invite.role}`)}</b>
        <small>{parts.join(' · ')}</small>
      </span>
      <IconButton icon="trash" size={18} label={t('share.revoke')} onPress={revoke} />
    </li>
  );
}
