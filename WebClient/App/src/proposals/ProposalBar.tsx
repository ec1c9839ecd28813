import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import { t } from '../words/t';
import '../words/windows';
import '../voting/voteBar.css';

/** Says that groups are proposed, to everybody who has not opened them. */
export default function ProposalBar(): ReactElement {
  const { ui } = useModel();
  return (
    <div className="vote-bars">
      <div className="vote-bar" role="status">
        <Icon name="layers" size={18} />
        <p>{t('proposal.bar')}</p>
        <Button onPress={() => ui.proposing.set(true)}>{t('proposal.look')}</Button>
      </div>
    </div>
  );
}
