import { type ReactElement, useEffect, useState } from 'react';
import { Field } from '../ui/Field';
import { Icon } from '../ui/icons';
import { limits } from '../wire';
import { t } from '../words/t';
import { checkPlaybook } from './api';
import { type Finding, findingsAt } from './findings';
import type { Playbook } from './playbook';
import { Found, NumberBox, wordsIn } from './StepFields';
import { StepList } from './StepList';
import '../words/session';
import './playbooks.css';

/** Checked so long after the last change, in milliseconds. */
const CHECK_AFTER = 600;

/** Everything in a playbook, to be changed; what is missing stands beside where it is missing. */
export function Editor({
  playbook,
  onChange,
}: {
  playbook: Playbook;
  onChange: (playbook: Playbook) => void;
}): ReactElement {
  const { findings, failed } = useCheck(playbook);
  const set = (part: Partial<Playbook>): void => onChange({ ...playbook, ...part });
  return (
    <div className="editor">
      <Field
        big
        label={t('playbook.title')}
        value={playbook.title}
        onChange={(title) => set({ title })}
        maxLength={limits.titleLength}
        error={playbook.title.trim() === '' ? t('playbook.titleMissing') : undefined}
      />
      <Check findings={findings} failed={failed} />
      <Field
        label={t('playbook.when')}
        hint={t('playbook.whenHint')}
        value={playbook.when}
        onChange={(when) => set({ when })}
        maxLength={limits.briefLength}
        lines={3}
      />
      <Found findings={findingsAt(findings, 'when')} />
      <div className="editor-row">
        <NumberBox
          label={t('playbook.peopleFromField')}
          value={playbook.people.from}
          most={limits.participantsPerBoard}
          onChange={(from) => set({ people: { ...playbook.people, from } })}
        />
        <NumberBox
          label={t('playbook.peopleToField')}
          value={playbook.people.to}
          most={limits.participantsPerBoard}
          onChange={(to) => set({ people: { ...playbook.people, to } })}
        />
        <NumberBox
          label={t('playbook.minutesField')}
          value={playbook.minutes}
          most={limits.stepSeconds / 60}
          onChange={(minutes) => set({ minutes: Math.round(minutes) })}
        />
      </div>
      <Found findings={[...findingsAt(findings, 'people'), ...findingsAt(findings, 'minutes')]} />
      <Field
        label={t('playbook.charter')}
        hint={t('playbook.charterHint')}
        value={playbook.charter}
        onChange={(charter) => set({ charter })}
        maxLength={limits.briefLength}
        lines={4}
      />
      <Found findings={findingsAt(findings, 'charter')} />
      <section aria-labelledby="editor-steps">
        <h2 id="editor-steps">{t('playbook.plan')}</h2>
        <Found findings={findings.filter(({ path }) => path === 'steps')} />
        <StepList steps={playbook.steps} findings={findings} onChange={(steps) => set({ steps })} />
      </section>
      <Field
        label={t('playbook.debrief')}
        hint={t('playbook.debriefHint')}
        value={playbook.debrief.join('\n')}
        onChange={(text) => set({ debrief: text === '' ? [] : text.split('\n') })}
        maxLength={limits.briefLength}
        lines={3}
      />
      <Found findings={findingsAt(findings, 'debrief')} />
      <Field
        label={t('playbook.tags')}
        hint={t('playbook.tagsHint')}
        value={playbook.tags.join(', ')}
        onChange={(text) => set({ tags: wordsIn(text) })}
        maxLength={500}
      />
      <Found findings={findingsAt(findings, 'tags')} />
    </div>
  );
}

/** The server's check of what is written, a moment after it was. */
function useCheck(playbook: Playbook): { findings: readonly Finding[]; failed: boolean } {
  const [found, setFound] = useState<{ findings: readonly Finding[]; failed: boolean }>({
    findings: [],
    failed: false,
  });
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      checkPlaybook(playbook).then(
        (findings) => wanted && setFound({ findings, failed: false }),
        () => wanted && setFound({ findings: [], failed: true }),
      );
    }, CHECK_AFTER);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [playbook]);
  return found;
}

/** The sum of what was found; what concerns the whole is said here. */
function Check({ findings, failed }: { findings: readonly Finding[]; failed: boolean }): ReactElement {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const hints = findings.length - errors;
  const words = failed
    ? t('playbook.checkFailed')
    : findings.length === 0
      ? t('playbook.checkFine')
      : [
          ...(errors > 0 ? [t('playbook.checkProblems', { n: errors })] : []),
          ...(hints > 0 ? [t('playbook.checkHints', { n: hints })] : []),
        ].join(', ');
  return (
    <div
      className={`editor-check ${errors > 0 ? 'editor-check-bad' : findings.length === 0 && !failed ? 'editor-check-ok' : ''}`}
    >
      <p role="status">
        <Icon name={errors > 0 || failed ? 'help' : 'check'} size={18} />
        <b>{t('playbook.check')}:</b> {words}
      </p>
      <Found findings={findings.filter(({ path }) => path === '')} />
    </div>
  );
}
