import type { ReactElement } from 'react';
import { t } from '../words/t';
import { JoinByCode } from './JoinByCode';
import { Notice } from './Notice';
import '../words/pages';

/** What somebody sees whose invite no longer works. */
export default function BadInvite(): ReactElement {
  return (
    <Notice title={t('join.inviteInvalid')} text={t('join.inviteInvalidNext')}>
      <JoinByCode />
    </Notice>
  );
}
