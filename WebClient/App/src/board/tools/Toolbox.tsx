import type { ReactElement } from 'react';
import { useMe, useRecord, useSource } from '../../sync/react';
import { IconButton, IconToggle } from '../../ui/Button';
import { t } from '../../words/t';
import { shownKeys } from '../actions/keystrokes';
import type { Tool } from '../canvas/gestures';
import { addIdeaInView } from '../model/ideas';
import { useModel } from '../model/model';
import { chooseImages } from '../model/objects';
import { mayEdit } from '../model/rights';
import { SignPalette } from '../objects/SignPalette';
import './tools.css';

const tools = [
  { tool: 'select', icon: 'select', hint: 'V' },
  { tool: 'hand', icon: 'hand', hint: 'H' },
  { tool: 'idea', icon: 'idea', hint: 'N' },
  { tool: 'text', icon: 'text', hint: 'T' },
  { tool: 'group', icon: 'group', hint: 'G' },
  { tool: 'frame', icon: 'frame', hint: 'F' },
  { tool: 'connector', icon: 'connector', hint: 'C' },
  { tool: 'stamp', icon: 'stamp', hint: 'S' },
] as const satisfies readonly { tool: Tool; icon: string; hint: string }[];

/** The rail of tools at the left of the canvas. */
export function Toolbox(): ReactElement {
  const model = useModel();
  const { ui } = model;
  const chosen = useSource(ui.tool);
  const edits = mayEdit(useMe(), useRecord('board', 'board')?.status);
  const offered = tools.filter(({ tool }) => edits || tool === 'select' || tool === 'hand');
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
      {edits && <IconButton icon="image" label={t('tool.image')} side="right" onPress={() => chooseImages(model)} />}
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
  const edits = mayEdit(useMe(), useRecord('board', 'board')?.status);
  return edits ? (
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
