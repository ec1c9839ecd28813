import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { begin } from '../method/hosting';
import { useMethod } from '../method/useMethod';
import { useIds, useSource } from '../sync/react';
import { Button, IconButton } from '../ui/Button';
import { t } from '../words/t';
import '../words/session';
import './badge.css';

/** In a host's top bar: the next step by one press, and the console. */
export default function HostButtons(): ReactElement | null {
  const model = useModel();
  const { stage, next } = useMethod();
  const open = useSource(model.ui.console);
  const asking = useIds('timeRequest').length;
  return (
    <>
      <span className="console-key">
        <IconButton
          icon="console"
          label={asking === 0 ? t('console.title') : `${t('console.title')}: ${t('moreTime.requests', { n: asking })}`}
          hint="Shift C"
          side="bottom"
          aria-pressed={open}
          onPress={() => model.ui.console.set(!open)}
        />
        {asking > 0 && !open && (
          <span className="console-badge" aria-hidden="true">
            {asking}
          </span>
        )}
      </span>
      {(stage === 'running' || stage === 'lobby') && next !== undefined && (
        <Button look="main" onPress={() => begin(model, next)}>
          {t(stage === 'lobby' ? 'console.start' : 'console.next')}
        </Button>
      )}
    </>
  );
}
