import type { ReactElement } from 'react';
import { useMay } from '../../method/useMay';
import { useRecord, useRelated } from '../../sync/react';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { t } from '../../words/t';
import { startEditing } from '../model/editing';
import { useModel } from '../model/model';
import { offerUndo } from '../model/takeBack';
import { reveal } from '../model/view';
import { useTitle } from '../objects/useTitle';
import '../../words/windows';

/** What this idea is connected with: go there, label the arrow, lead it elsewhere, or take it away. */
export function Connections({ id }: { id: string }): ReactElement | null {
  const connectors = useRelated('connectorsOf', id);
  if (connectors.length === 0) {
    return null;
  }
  return (
    <section className="drawer-section">
      <h2>{t('drawer.connections')}</h2>
      <ul className="connections">
        {connectors.map((connector) => (
          <Connection key={connector} id={connector} of={id} />
        ))}
      </ul>
    </section>
  );
}

function Connection({ id, of }: { id: string; of: string }): ReactElement | null {
  const model = useModel();
  const connector = useRecord('connector', id);
  const end = connector?.from === of ? 'to' : 'from';
  const other = connector?.[end] ?? '';
  const title = useTitle(other);
  const colour = useRecord('idea', other)?.colour;
  const edits = useMay('draw');
  if (!connector) {
    return null;
  }
  const visit = (): void => {
    model.ui.select([other]);
    const rect = model.places.any(other);
    if (rect) {
      reveal(model, rect);
    }
  };
  return (
    <li>
      <Icon name={connector.from === of ? 'send' : 'back'} size={16} />
      <i style={{ background: `var(--${colour ? `card-${colour}` : 'surface-2'})` }} />
      <Button look="plain" onPress={visit} className="connection">
        {title}
        {connector.label !== '' && <em>{connector.label}</em>}
      </Button>
      {edits && (
        <>
          <IconButton
            icon="pencil"
            size={16}
            label={t('connector.edit')}
            onPress={() => {
              model.ui.select([id]);
              startEditing(model, id);
            }}
          />
          <IconButton
            icon="connector"
            size={16}
            label={t(end === 'to' ? 'connector.changeTo' : 'connector.changeFrom')}
            onPress={() => {
              model.ui.select([id]);
              model.ui.ask.set(end);
            }}
          />
          <IconButton
            icon="trash"
            size={16}
            label={t('connector.remove')}
            onPress={() => {
              model.session.send({ type: 'removeThings', ids: [id] });
              offerUndo(model, t('step.removed', { n: 1 }));
            }}
          />
        </>
      )}
    </li>
  );
}
