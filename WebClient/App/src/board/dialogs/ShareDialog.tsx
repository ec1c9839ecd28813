import { type ReactElement, Suspense, useState } from 'react';
import { useMe, useRecord } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/icons';
import { part } from '../../ui/part';
import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import { Invites } from './Invites';
import { QrCode } from './QrCode';
import { useAddress } from './useShareOrigin';
import '../../words/windows';
import './share.css';

const EmbedPart = part(() => import('./EmbedPart'));

/** The code, the link and its QR picture; hosts make links with a role besides. */
export default function ShareDialog({ onClose }: { onClose: () => void }): ReactElement | null {
  const board = useRecord('board', 'board');
  const host = useMe()?.isHost ?? false;
  const { origin, framers } = useAddress();
  if (!board) {
    return null;
  }
  const link = `${origin}/j/${board.joinCode}`;
  return (
    <Dialog title={t('share.title')} width="wide" onClose={onClose}>
      <div className="share">
        <div className="share-code">
          <p className="dialog-text">{t('share.codeText', { host: new URL(origin).host })}</p>
          <p className="share-big">{board.joinCode}</p>
          <div className="share-row">
            <Copy text={link} label={t('share.copyLink')} main />
            <Copy text={board.joinCode} label={t('share.copyCode')} />
          </div>
          <p className="share-link">{link}</p>
        </div>
        <QrCode text={link} label={t('share.qr', { link })} />
      </div>
      {host && <Invites origin={origin} />}
      <Suspense>{host && framers !== null && <EmbedPart origin={origin} framers={framers} />}</Suspense>
    </Dialog>
  );
}

/** A button that copies, and says that it did. */
export function Copy({ text, label, main = false }: { text: string; label: string; main?: boolean }): ReactElement {
  const [done, setDone] = useState(false);
  const copy = (): void => {
    navigator.clipboard?.writeText(text).then(
      () => {
        setDone(true);
        setTimeout(() => setDone(false), 2_000);
      },
      () => toast(t('share.copyFailed'), 'bad'),
    ) ?? toast(t('share.copyFailed'), 'bad');
  };
  return (
    <Button look={main ? 'main' : 'soft'} onPress={copy}>
      <Icon name={done ? 'check' : 'copy'} size={18} />
      <span aria-live="polite">{done ? t('share.copied') : label}</span>
    </Button>
  );
}
