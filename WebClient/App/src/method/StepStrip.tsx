import type { ReactElement } from 'react';
import { useModel } from '../board/model/model';
import { useMe, useRecord, useSource } from '../sync/react';
import { Button } from '../ui/Button';
import { Icon } from '../ui/icons';
import type { StepPlan } from '../wire';
import { t } from '../words/t';
import { hides, minutesOf } from './agenda';
import { ReadyButton } from './ReadyButton';
import { RulesBanner } from './RulesBanner';
import { TimeUp } from './TimeUp';
import { useMethod } from './useMethod';
import './stepStrip.css';
import '../words/session';

/** Under the top bar while a step runs: what is to be done, who sees it, and the word that one is finished. Folded to a line once it is read. */
export default function StepStrip(): ReactElement | null {
  const { ui } = useModel();
  const { stage, step } = useMethod();
  const host = useMe()?.isHost ?? false;
  const turned = useSource(ui.stepTurned) === step?.id;
  if (stage === 'lobby') {
    return <BackToLobby />;
  }
  if (stage !== 'running' || step === undefined) {
    return null;
  }
  return (
    <div className="step-strip">
      <RulesBanner step={step} />
      {turned === host ? <Open step={step} /> : <Folded step={step} />}
      <TimeUp step={step} />
      <p className="hidden-words" aria-live="polite">
        {t('phase.sayBegun', { name: step.name })}
      </p>
    </div>
  );
}

function BackToLobby(): ReactElement | null {
  const { ui } = useModel();
  const aside = useSource(ui.lookAtBoard);
  return aside ? (
    <div className="step-strip">
      <div className="step step-folded">
        <p className="step-line">{t('phase.notBegun')}</p>
        <Button look="plain" onPress={() => ui.lookAtBoard.set(false)}>
          {t('lobby.back')}
        </Button>
      </div>
    </div>
  ) : null;
}

function Folded({ step }: { step: StepPlan }): ReactElement {
  const { ui } = useModel();
  const host = useMe()?.isHost ?? false;
  return (
    <section className="step step-folded" aria-label={t('phase.step')}>
      <p className="step-line">
        {hides(step) ? <WhoSees step={step} /> : step.text.split('\n')[0] || <WhoSees step={step} />}
      </p>
      <Button look="plain" onPress={() => ui.stepTurned.set(host ? step.id : '')}>
        {t('phase.whatToDo')}
      </Button>
      <Sides step={step} />
    </section>
  );
}

function Open({ step }: { step: StepPlan }): ReactElement {
  const { ui } = useModel();
  const host = useMe()?.isHost ?? false;
  return (
    <section className="step step-open" aria-label={t('phase.step')}>
      <div className="step-words">
        <h2>{step.name}</h2>
        {step.text !== '' && <p className="step-text">{step.text}</p>}
        <ul className="step-facts">
          <li>
            <WhoSees step={step} />
          </li>
          {step.sealed && (
            <li>
              <Icon name="lock" size={17} />
              {t('phase.sealed')}
            </li>
          )}
          {!host && (
            <li>
              <Icon name="check" size={17} />
              {toolsWords(step)}
            </li>
          )}
          {step.seconds > 0 && (
            <li>
              <Icon name="clock" size={17} />
              {t(step.strict ? 'phase.timeStrict' : 'phase.time', { n: minutesOf(step) })}
            </li>
          )}
        </ul>
      </div>
      <div className="step-sides">
        <Button look={host ? 'soft' : 'main'} onPress={() => ui.stepTurned.set(host ? '' : step.id)}>
          {t('phase.gotIt')}
        </Button>
      </div>
    </section>
  );
}

function Sides({ step }: { step: StepPlan }): ReactElement {
  return (
    <>
      {step.exposure === 'sheet' && <SheetOrBoard />}
      {step.readyCheck && <ReadyButton />}
    </>
  );
}

function SheetOrBoard(): ReactElement | null {
  const { ui } = useModel();
  const aside = useSource(ui.lookAtBoard);
  const sheet = useRecord('seat', 'seat')?.sheet ?? '';
  return sheet === '' ? null : (
    <Button look="soft" onPress={() => ui.lookAtBoard.set(!aside)}>
      {t(aside ? 'sheet.back' : 'sheet.board')}
    </Button>
  );
}

/** Who sees what is written now; while it is hidden, how much there is. Of hidden ideas nothing else is ever shown. */
function WhoSees({ step }: { step: StepPlan }): ReactElement {
  const phase = useRecord('phase', 'phase');
  const count = phase?.hidden ?? 0;
  const hidden = hides(step) && phase?.revealed !== true;
  return (
    <span className={hidden ? 'who-sees who-sees-few' : 'who-sees'}>
      <Icon name={hidden ? 'hidden' : 'eye'} size={17} />
      <span>
        {t(hidden || !hides(step) ? `exposure.${step.exposure}Now` : 'exposure.allNow')}{' '}
        {hidden && <b>{t('phase.ideasSoFar', { n: count })}</b>}
      </span>
    </span>
  );
}

/** What a step lets people do, as one sentence. */
export function toolsWords(step: StepPlan): string {
  if (step.tools.length === 0) {
    return t(step.vote.method === 'none' ? 'phase.onlyLook' : 'phase.onlyVote');
  }
  const list = new Intl.ListFormat(document.documentElement.lang || 'en', { type: 'conjunction' });
  return t('phase.youCan', { what: list.format(step.tools.map((tool) => t(`phase.tool.${tool}`))) });
}
