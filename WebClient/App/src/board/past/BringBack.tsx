import { type ReactElement, useState } from 'react';
import { bringBack } from '../../sync';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { toast } from '../../ui/toasts';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import '../../words/past';

/** Asks before the board is brought back to what it was: it is done for everybody. */
export function BringBack({
  seq,
  words,
  onDone,
  onBack,
}: {
  seq: number;
  words: string;
  onDone: () => void;
  onBack: () => void;
}): ReactElement {
  const { session } = useModel();
  const [busy, setBusy] = useState(false);
  const act = (): void => {
    setBusy(true);
    bringBack(session.board, seq).then(
      () => {
        toast(t('point.done'));
        onBack();
        onDone();
      },
      () => {
        toast(t('point.failed'), 'bad');
        setBusy(false);
      },
    );
  };
  return (
    <Dialog role="alertdialog" width="narrow" title={t('point.ask', { name: words })} onClose={onDone}>
      <p className="dialog-text">{t('point.text')}</p>
      <div className="dialog-row">
        <Button onPress={onDone}>{t('point.keep')}</Button>
        <Button look="main" isDisabled={busy} onPress={act}>
          {t('point.do')}
        </Button>
      </div>
    </Dialog>
  );
}
