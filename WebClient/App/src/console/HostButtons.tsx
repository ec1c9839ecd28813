import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { begin } from '../method/hosting';
import { useMethod } from '../method/useMethod';
import { useSource } from '../sync/react';
import { Button, IconButton } from '../ui/Button';
import { t } from '../words/t';
import '../words/session';

/** In a host's top bar: the next step by one press, and the console. */
export default function HostButtons(): ReactElement | null {
  const model = useModel();
  const { stage, next } = useMethod();
  const open = useSource(model.ui.console);
  return (
    <>
      <IconButton
        icon="console"
        label={t('console.title')}
        hint="Shift C"
        side="bottom"
        aria-pressed={open}
        onPress={() => model.ui.console.set(!open)}
      />
      {(stage === 'running' || stage === 'lobby') && next !== undefined && (
        <Button look="main" onPress={() => begin(model, next)}>
          {t(stage === 'lobby' ? 'console.start' : 'console.next')}
        </Button>
      )}
    </>
  );
}
