import { type ReactElement, useState } from 'react';
import { Button } from '../ui/Button';
import { toast } from '../ui/toasts';
import { t } from '../words/t';
import '../words/voting';
import '../words/windows';
import './receipt.css';

/** One's own receipt: the name of one's ballot in the file that is published without names. */
export function Receipt({ receipt }: { receipt: string }): ReactElement {
  const [copied, setCopied] = useState(false);
  return (
    <div className="receipt">
      <h3>{t('receipt.title')}</h3>
      <p className="receipt-row">
        <code>{receipt}</code>
        <Button
          onPress={() => {
            navigator.clipboard
              .writeText(receipt)
              .then(() => setCopied(true))
              .catch(() => toast(t('share.copyFailed'), 'bad'));
          }}
        >
          {t(copied ? 'share.copied' : 'receipt.copy')}
        </Button>
      </p>
      <p className="receipt-how">{t('receipt.how')}</p>
    </div>
  );
}
