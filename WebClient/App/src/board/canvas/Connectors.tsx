import { memo, type ReactElement, useEffect, useRef } from 'react';
import { useMay } from '../../method/useMay';
import { HeldBadge } from '../../moderation/HeldNote';
import { useMe, useRecord } from '../../sync/react';
import { opensLock } from '../../sync/things';
import { IconButton } from '../../ui/Button';
import { useSourcePart } from '../../ui/cell';
import { MenuButton } from '../../ui/Menu';
import { t } from '../../words/t';
import { selectionMenu } from '../actions/menu';
import { InlineText } from '../cards/InlineText';
import { startEditing } from '../model/editing';
import { useModel } from '../model/model';
import { removeSelection } from '../model/things';
import { useTitle } from '../objects/useTitle';
import { curveBetween } from './curve';
import { useVisible } from './useVisible';

export function Connectors(): ReactElement {
  const ids = useVisible('connectors');
  return (
    <>
      {ids.map((id) => (
        <Connector key={id} id={id} />
      ))}
    </>
  );
}

const HEAD = 'M-9 -5.5 L0 0 L-9 5.5';

/** An arrow between two ideas that follows both, with its label. */
const Connector = memo(function Connector({ id }: { id: string }): ReactElement | null {
  const model = useModel();
  const { ui, places, session } = model;
  const root = useRef<HTMLDivElement>(null);
  const connector = useRecord('connector', id);
  const from = connector?.from ?? '';
  const to = connector?.to ?? '';
  const fromTitle = useTitle(from);
  const toTitle = useTitle(to);
  const me = useMe();
  const mine = connector !== undefined && opensLock(connector, me?.participant ?? '', me?.role);
  const edits = useMay('draw') && mine;
  const selected = useSourcePart(ui.selection, (selection) => selection.has(id));
  const reattaching = useSourcePart(ui.reattaching, (moving) => moving?.id === id);
  const editing = useSourcePart(ui.editing, (editing) => editing === id);
  const label = connector?.label ?? '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: selecting and labelling bring elements that have to be placed too
  useEffect(() => {
    const place = (): void => {
      const a = places.any(from);
      const b = places.any(to);
      if (a && b && root.current) {
        draw(root.current, a, b);
      }
    };
    place();
    const ends = [places.watch(from, place), places.watch(to, place)];
    return () => {
      for (const end of ends) {
        end();
      }
    };
  }, [places, from, to, selected, editing, label, reattaching, edits]);

  if (!connector) {
    return null;
  }
  const select = (): void => ui.select([id]);
  const finish = (text: string): void => {
    ui.editing.set('');
    if (text !== label) {
      session.send({ type: 'writeThing', id, text });
    }
  };
  const named = t('connector.name', { from: fromTitle, to: toTitle });
  return (
    <div
      ref={root}
      className={`connector ${selected ? 'connector-selected' : ''} ${reattaching ? 'connector-moving' : ''}`}
      data-connector={id}
    >
      <svg className="wires" role="img" aria-label={label === '' ? named : `${named}: ${label}`}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the same is offered in the idea's details by keys */}
        <path
          className="wire-area"
          data-own
          data-wire
          onPointerDown={select}
          onDoubleClick={() => edits && startEditing(model, id)}
        />
        <path className="wire" data-wire />
        <path className="wire-head" data-head d={HEAD} />
      </svg>
      {(label !== '' || editing) && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the same is offered in the idea's details by keys
        <div
          className="connector-label"
          data-own
          data-middle
          onPointerDown={select}
          onDoubleClick={() => edits && startEditing(model, id)}
        >
          {editing ? (
            <InlineText
              value={label}
              label={t('connector.label')}
              placeholder={t('connector.placeholder')}
              maxLength={100}
              onDone={finish}
            />
          ) : (
            <>
              {label}
              <HeldBadge held={connector.held} />
            </>
          )}
        </div>
      )}
      {selected && edits && (
        <>
          <span className="connector-end" data-connector={id} data-end="from" data-root />
          <span className="connector-end" data-connector={id} data-end="to" data-tip />
        </>
      )}
      {selected && edits && !editing && !reattaching && (
        <div className="connector-tools" data-own data-middle>
          <IconButton icon="pencil" size={18} label={t('connector.edit')} onPress={() => startEditing(model, id)} />
          <IconButton icon="trash" size={18} label={t('connector.remove')} onPress={() => removeSelection(model)} />
          <MenuButton label={t('idea.more')} lines={() => selectionMenu(model)}>
            <IconButton icon="more" size={18} label={t('idea.more')} />
          </MenuButton>
        </div>
      )}
    </div>
  );
});

function draw(root: HTMLElement, a: Parameters<typeof curveBetween>[0], b: Parameters<typeof curveBetween>[1]): void {
  const curve = curveBetween(a, b);
  for (const wire of root.querySelectorAll('[data-wire]')) {
    wire.setAttribute('d', curve.path);
  }
  const degrees = (curve.angle * 180) / Math.PI;
  root
    .querySelector('[data-head]')
    ?.setAttribute('transform', `translate(${curve.tip.x} ${curve.tip.y}) rotate(${degrees})`);
  for (const [name, at] of [
    ['root', curve.root],
    ['tip', curve.tip],
  ] as const) {
    const end = root.querySelector<HTMLElement>(`[data-${name}]`);
    if (end) {
      end.style.transform = `translate(${at.x}px, ${at.y}px) scale(var(--finger))`;
    }
  }
  for (const middle of root.querySelectorAll<HTMLElement>('[data-middle]')) {
    middle.style.transform = `translate(${curve.middle.x}px, ${curve.middle.y}px)`;
  }
}
