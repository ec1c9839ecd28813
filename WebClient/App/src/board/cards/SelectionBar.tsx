import { type ReactElement, useEffect, useRef } from 'react';
import { useMay, useSituation } from '../../method/useMay';
import { useAll, useIds, useRecord, useSource } from '../../sync/react';
import { IconButton } from '../../ui/Button';
import { Colours } from '../../ui/Colours';
import { perFrame } from '../../ui/cell';
import { MenuButton } from '../../ui/Menu';
import { Pop } from '../../ui/Pop';
import { t } from '../../words/t';
import { shownKeys } from '../actions/keystrokes';
import { menuOf, selectionMenu } from '../actions/menu';
import { toScreen } from '../canvas/camera';
import { bounds } from '../canvas/geometry';
import { groupIdeas } from '../model/groups';
import { recolour } from '../model/ideas';
import { type Model, mayChangeAll, mayMoveAll, useModel } from '../model/model';
import { tidySelection } from '../model/order';
import { ContextMenu } from './ContextMenu';
import { ReactionButtons } from './ReactionButtons';
import { VoteStepper } from './VoteStepper';
import './selectionBar.css';

/** What can be done with the selection, floating above it; every drag has its twin here. The drawer offers the same for one idea. */
export function SelectionBar(): ReactElement | null {
  const model = useModel();
  const { ui } = model;
  const selection = useSource(ui.selection);
  const busy = useSource(ui.busy);
  const editing = useSource(ui.editing);
  const frame = useSource(ui.frame);
  const drawer = useSource(ui.drawer);
  const all = useIds('idea');
  const ideas = all.filter((id) => selection.has(id));
  const groups = useAll('group').filter((group) => selection.has(group.id));
  const alone = drawer && ideas.length === 1 && groups.length === 0;
  const shown = !alone && !busy && editing === '' && frame === null && ideas.length + groups.length > 0;
  return (
    <>
      {shown && <Bar ideas={ideas} groups={groups.length} />}
      <ContextMenu />
    </>
  );
}

function Bar({ ideas, groups }: { ideas: readonly string[]; groups: number }): ReactElement | null {
  const model = useModel();
  const { ui } = model;
  const bar = useRef<HTMLDivElement>(null);
  const [first = ''] = ideas;
  const one = ideas.length === 1 && groups === 0;
  const colour = useRecord('idea', first)?.colour ?? null;
  useSituation();
  const edits = mayChangeAll(model, ideas);
  const moves = mayMoveAll(model, ideas);
  const [reacts, draws, dots, gathers] = [useMay('react'), useMay('draw'), useMay('dots'), useMay('group')];
  const any = edits || moves || reacts || draws || gathers;
  useBesideSelection(model, bar);
  if (!any && !one) {
    return null;
  }
  return (
    <div ref={bar} className="selection-bar" data-own role="toolbar" aria-label={t('idea.bar')}>
      {ideas.length + groups > 1 && (
        <span className="selection-count">{t('select.count', { n: ideas.length + groups })}</span>
      )}
      {edits && ideas.length > 0 && (
        <Pop
          label={t('idea.colour')}
          className="colours-pop"
          button={<IconButton icon="palette" label={t('idea.colour')} />}
        >
          {() => (
            <Colours label={t('idea.colour')} value={colour} onChange={(chosen) => recolour(model, ideas, chosen)} />
          )}
        </Pop>
      )}
      {one && reacts && (
        <Pop
          label={t('idea.react')}
          className="reactions-pop"
          button={<IconButton icon="smile" label={t('idea.react')} />}
        >
          {(close) => <ReactionButtons id={first} onDone={close} />}
        </Pop>
      )}
      {one && draws && (
        <IconButton
          icon="connector"
          label={t('idea.connect')}
          hint="C"
          onPress={({ byKey }) => {
            if (byKey) {
              ui.ask.set('connect');
            } else {
              ui.tool.set('connector');
              ui.connectFrom.set(first);
            }
          }}
        />
      )}
      {one && <IconButton icon="comment" label={t('idea.open')} hint="O" onPress={() => ui.drawer.set(true)} />}
      {one && dots && <VoteStepper id={first} />}
      {moves && ideas.length > 1 && (
        <>
          <MenuButton label={t('arrange.menu')} lines={() => menuOf(model, 'align.', 'distribute.', 'arrange.')}>
            <IconButton icon="alignLeft" label={t('arrange.menu')} />
          </MenuButton>
          <IconButton icon="tidy" label={t('arrange.tidy')} hint="Shift T" onPress={() => tidySelection(model)} />
        </>
      )}
      {gathers && ideas.length > 1 && (
        <IconButton
          icon="group"
          label={t('idea.newGroupMany')}
          hint={shownKeys('Mod+G')}
          onPress={() => groupIdeas(model, ideas)}
        />
      )}
      {any && (
        <MenuButton label={t('idea.more')} lines={() => selectionMenu(model)}>
          <IconButton icon="more" label={t('idea.more')} />
        </MenuButton>
      )}
    </div>
  );
}

/** Keeps the bar above the selection, inside the canvas, without rendering. */
function useBesideSelection(model: Model, bar: { readonly current: HTMLDivElement | null }): void {
  useEffect(() => {
    const place = (): void => putBeside(model, bar.current);
    const { ask, stop } = perFrame(place);
    const { ui, places } = model;
    place();
    const ends = [
      ui.camera.subscribe(place),
      ui.selection.subscribe(ask),
      ui.size.subscribe(ask),
      places.watchAll(ask),
      ui.drawer.subscribe(ask),
    ];
    return () => {
      stop();
      for (const end of ends) {
        end();
      }
    };
  }, [model, bar]);
}

function putBeside({ ui, places }: Model, bar: HTMLDivElement | null): void {
  const around = bounds([...ui.selection.get()].flatMap((id) => places.any(id) ?? []));
  if (!bar || !around) {
    return;
  }
  const camera = ui.camera.get();
  const size = ui.size.get();
  const top = toScreen(camera, around);
  const bottom = toScreen(camera, { x: around.x, y: around.y + around.height });
  const width = bar.offsetWidth;
  const height = bar.offsetHeight;
  const middle = top.x + (around.width * camera.zoom) / 2 - width / 2;
  const right = size.width - ((ui.drawer.get() || ui.console.get()) && size.width > 760 ? 368 : 0);
  const x = Math.max(8, Math.min(middle, right - width - 8));
  const above = top.y - height - 16;
  const y = above >= 8 ? above : Math.min(bottom.y + 16, size.height - height - 8);
  bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.max(8, y))}px)`;
}
