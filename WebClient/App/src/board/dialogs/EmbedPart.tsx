import { type ReactElement, useEffect, useRef, useState } from 'react';
import { createInvite, revokeInvite } from '../../sync';
import { useAll, useRecord } from '../../sync/react';
import { Button, IconButton } from '../../ui/Button';
import { toast } from '../../ui/toasts';
import type { InviteRecord } from '../../wire';
import { shortDate, t } from '../../words/t';
import { useModel } from '../model/model';
import { embedLines, keepMade, type MadeEmbed, readMade } from './embedLines';
import { Copy } from './ShareDialog';
import '../../words/embed';

/** Showing the board in a page of another site, for hosts: the lines to put there, and taking them back. */
export default function EmbedPart({
  origin,
  framers,
}: {
  origin: string;
  framers: readonly string[];
}): ReactElement | null {
  const { session } = useModel();
  const embeds = useAll('invite').filter((invite) => invite.embed);
  const [made, setMade] = useState(() => readMade(session.board));
  const [busy, setBusy] = useState(false);
  const [fresh, setFresh] = useState(false);
  const section = useRef<HTMLElement>(null);
  const known = embeds.some(({ id }) => id === made?.invite) ? made : null;
  const make = (): void => {
    setBusy(true);
    createInvite(session.board, { role: 'observer', embed: true })
      .then(
        ({ id, link }) => {
          keepMade(session.board, { invite: id, link });
          setMade({ invite: id, link });
          setFresh(true);
        },
        () => toast(t('embed.failed'), 'bad'),
      )
      .finally(() => setBusy(false));
  };
  return (
    <section ref={section} className="invites" tabIndex={-1}>
      <h3>{t('embed.title')}</h3>
      {framers.length === 0 ? (
        <p className="dialog-text">{t('embed.off', { setting: 'Gateway:FrameAncestors' })}</p>
      ) : (
        <>
          <p className="dialog-text">{t('embed.text')}</p>
          <p className="dialog-text">{t('embed.sites', { sites: framers.join(', ') })}</p>
        </>
      )}
      {known !== null && framers.length > 0 ? (
        <Lines made={known} origin={origin} fresh={fresh} />
      ) : (
        framers.length > 0 && (
          <>
            {embeds.length > 0 && <p className="dialog-text">{t('embed.once')}</p>}
            <div>
              <Button look="soft" isDisabled={busy} onPress={make}>
                {t(busy ? 'embed.making' : embeds.length > 0 ? 'embed.again' : 'embed.make')}
              </Button>
            </div>
          </>
        )
      )}
      {embeds.length > 0 && (
        <ul>
          {embeds.map((invite) => (
            <Embed key={invite.id} invite={invite} onGone={() => section.current?.focus()} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Fresh lines take the place of the button that made them, and its focus with it. */
function Lines({ made, origin, fresh }: { made: MadeEmbed; origin: string; fresh: boolean }): ReactElement {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (fresh) {
      area.current?.focus();
      area.current?.select();
    }
  }, [fresh]);
  const title = useRecord('board', 'board')?.title ?? '';
  const address = new URL(made.link, origin).href;
  const lines = embedLines(address, title);
  return (
    <div className="invites-made" role="status">
      <p>{t('embed.linesText')}</p>
      <textarea ref={area} className="embed-lines" readOnly rows={3} aria-label={t('embed.lines')} value={lines} />
      <div className="share-row">
        <Copy main text={lines} label={t('embed.copy')} />
        <a className="button button-plain" href={address} target="_blank" rel="noopener">
          {t('embed.look')}
        </a>
      </div>
    </div>
  );
}

function Embed({ invite, onGone }: { invite: InviteRecord; onGone: () => void }): ReactElement {
  const { session } = useModel();
  const revoke = (): void => {
    revokeInvite(session.board, invite.id).then(
      () => {
        if (readMade(session.board)?.invite === invite.id) {
          keepMade(session.board, null);
        }
        onGone();
        toast(t('embed.taken'));
      },
      () => toast(t('embed.failed'), 'bad'),
    );
  };
  return (
    <li>
      <span>
        <b>{t('embed.shown')}</b>
        {invite.expiresAt > 0 && <small>{t('embed.until', { when: shortDate(invite.expiresAt) })}</small>}
      </span>
      <IconButton icon="trash" size={18} label={t('embed.takeBack')} onPress={revoke} />
    </li>
  );
}
