import type { ReactElement } from 'react';
import { mayUse } from '../../method/tools';
import { useMay, useSituation } from '../../method/useMay';
import { useSource } from '../../sync/react';
import { IconButton, IconToggle } from '../../ui/Button';
import type { StepTool } from '../../wire';
import { t } from '../../words/t';
import { shownKeys } from '../actions/keystrokes';
import type { Tool } from '../canvas/gestures';
import { addIdeaInView } from '../model/ideas';
import { useModel } from '../model/model';
import { chooseImages } from '../model/objects';
import { SignPalette } from '../objects/SignPalette';
import './tools.css';

const tools = [
  { tool: 'select', icon: 'select', hint: 'V', needs: null },
  { tool: 'hand', icon: 'hand', hint: 'H', needs: null },
  { tool: 'idea', icon: 'idea', hint: 'N', needs: 'ideas' },
  { tool: 'text', icon: 'text', hint: 'T', needs: 'draw' },
  { tool: 'group', icon: 'group', hint: 'G', needs: 'group' },
  { tool: 'frame', icon: 'frame', hint: 'F', needs: 'draw' },
  { tool: 'connector', icon: 'connector', hint: 'C', needs: 'draw' },
  { tool: 'stamp', icon: 'stamp', hint: 'S', needs: 'draw' },
] as const satisfies readonly { tool: Tool; icon: string; hint: string; needs: StepTool | null }[];

/** The rail of tools at the left of the canvas. */
export function Toolbox(): ReactElement {
  const model = useModel();
  const { ui } = model;
  const chosen = useSource(ui.tool);
  const situation = useSituation();
  const offered = tools.filter(({ needs }) => needs === null || mayUse(needs, situation));
  return (
    <div className="rail" role="toolbar" aria-orientation="vertical" aria-label={t('tool.label')}>
      {offered.map(({ tool, icon, hint }) => (
        <IconToggle
          key={tool}
          icon={icon}
          label={t(`tool.${tool}`)}
          hint={hint}
          side="right"
          isSelected={chosen === tool}
          onChange={(on) => {
            ui.connectFrom.set('');
            ui.tool.set(on ? tool : 'select');
          }}
        />
      ))}
      {mayUse('draw', situation) && (
        <IconButton icon="image" label={t('tool.image')} side="right" onPress={() => chooseImages(model)} />
      )}
      <hr />
      <IconButton
        icon="search"
        label={t('find.title')}
        hint={shownKeys('Mod+F')}
        side="right"
        onPress={() => ui.finding.set(true)}
      />
      <IconButton
        icon="command"
        label={t('palette.title')}
        hint={shownKeys('Mod+K')}
        side="right"
        onPress={() => ui.dialog.set('commands')}
      />
      <IconButton icon="help" label={t('tool.help')} hint="?" side="right" onPress={() => ui.dialog.set('help')} />
    </div>
  );
}

/** On a phone one button stands for the tools: a new idea in the middle of the screen. */
export function AddButton(): ReactElement | null {
  const model = useModel();
  return useMay('ideas') ? (
    <IconButton
      icon="plus"
      size={26}
      label={t('tool.idea')}
      className="add-button"
      onPress={() => addIdeaInView(model)}
    />
  ) : null;
}

/** One line that says what the chosen tool waits for. */
export function ToolHint(): ReactElement | null {
  const { ui } = useModel();
  const tool = useSource(ui.tool);
  const from = useSource(ui.connectFrom);
  const hint =
    tool === 'connector'
      ? t(from === '' ? 'tool.connectFirst' : 'tool.connectNext')
      : tool === 'group'
        ? t('tool.groupHint')
        : tool === 'idea' || tool === 'text' || tool === 'frame' || tool === 'stamp'
          ? t(`tool.${tool}Hint`)
          : null;
  return hint === null ? null : (
    <>
      <p className="tool-hint" role="status">
        {hint}
      </p>
      {tool === 'stamp' && <SignPalette />}
    </>
  );
}
