import { memo, type ReactElement, useEffect, useRef } from 'react';
import { useMay } from '../../method/useMay';
import { useRecord } from '../../sync/react';
import { IconButton } from '../../ui/Button';
import { useSourcePart } from '../../ui/cell';
import { t } from '../../words/t';
import { InlineText } from '../cards/InlineText';
import { useModel } from '../model/model';
import { removeSelection } from '../model/things';
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
  const edits = useMay('draw');
  const selected = useSourcePart(ui.selection, (selection) => selection.has(id));
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
  }, [places, from, to, selected, editing, label]);

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
    <div ref={root} className={selected ? 'connector connector-selected' : 'connector'} data-connector={id}>
      <svg className="wires" role="img" aria-label={label === '' ? named : `${named}: ${label}`}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the same is offered in the idea's details by keys */}
        <path
          className="wire-area"
          data-own
          data-wire
          onPointerDown={select}
          onDoubleClick={() => edits && ui.editing.set(id)}
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
          onDoubleClick={() => edits && ui.editing.set(id)}
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
            label
          )}
        </div>
      )}
      {selected && edits && !editing && (
        <div className="connector-tools" data-own data-middle>
          <IconButton icon="pencil" size={18} label={t('connector.edit')} onPress={() => ui.editing.set(id)} />
          <IconButton icon="trash" size={18} label={t('connector.remove')} onPress={() => removeSelection(model)} />
        </div>
      )}
    </div>
  );
});

/** What a thing is called, whatever its kind. */
function useTitle(id: string): string {
  const idea = useRecord('idea', id)?.title;
  const group = useRecord('group', id)?.title;
  const frame = useRecord('frame', id)?.title;
  const note = useRecord('note', id)?.text;
  const image = useRecord('image', id)?.alt;
  return (idea ?? group ?? frame ?? note ?? image) || t('idea.untitled');
}

function draw(root: HTMLElement, a: Parameters<typeof curveBetween>[0], b: Parameters<typeof curveBetween>[1]): void {
  const curve = curveBetween(a, b);
  for (const wire of root.querySelectorAll('[data-wire]')) {
    wire.setAttribute('d', curve.path);
  }
  const degrees = (curve.angle * 180) / Math.PI;
  root
    .querySelector('[data-head]')
    ?.setAttribute('transform', `translate(${curve.tip.x} ${curve.tip.y}) rotate(${degrees})`);
  for (const middle of root.querySelectorAll<HTMLElement>('[data-middle]')) {
    middle.style.transform = `translate(${curve.middle.x}px, ${curve.middle.y}px)`;
  }
}
