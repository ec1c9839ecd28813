import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { limits } from '../wire';
import { t } from '../words/t';
import { ReasonDialog } from './ReasonDialog';
import '../words/moderation';

/** Asks for the reason, which the authors read, and hides. */
export default function HideDialog({ ids, onDone }: { ids: readonly string[]; onDone: () => void }): ReactElement {
  const { session } = useModel();
  return (
    <ReasonDialog
      title={t('mod.hideAsk', { n: ids.length })}
      text={t('mod.hideText')}
      deed={t('mod.hide')}
      suggestions={[t('mod.reasonTopic'), t('mod.reasonTwice'), t('mod.reasonPerson'), t('mod.reasonKind')]}
      onDone={onDone}
      onReason={(reason) => session.send({ type: 'hide', ids: ids.slice(0, limits.thingsPerCommand), reason })}
    />
  );
}
