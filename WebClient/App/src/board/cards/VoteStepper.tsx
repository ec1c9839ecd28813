import type { ReactElement } from 'react';
import { useRecord } from '../../sync/react';
import { IconButton } from '../../ui/Button';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { addDot, takeDot } from '../model/more';

/** One's own dots on an idea, with buttons to add one and to take one back. Nothing where voting is off. */
export function VoteStepper({ id }: { id: string }): ReactElement | null {
  const model = useModel();
  const own = useRecord('mine', id)?.votes ?? 0;
  const budget = useRecord('board', 'board')?.voteBudget ?? 0;
  if (budget === 0 && own === 0) {
    return null;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons around a number are no form's fieldset
    <span className="stepper" role="group" aria-label={t('vote.label', { n: own })}>
      <IconButton
        icon="minus"
        size={18}
        label={t('vote.take')}
        hint="Shift D"
        isDisabled={own === 0}
        onPress={() => takeDot(model, id)}
      />
      <b className={own > 0 ? 'stepper-value stepper-value-own' : 'stepper-value'} aria-hidden="true">
        <i className={own > 0 ? 'dot dot-own' : 'dot'} />
        {own}
      </b>
      <IconButton icon="plus" size={18} label={t('vote.add')} hint="D" onPress={() => addDot(model, id)} />
    </span>
  );
}
