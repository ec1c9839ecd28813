import type { ReactElement } from 'react';
import { useSource } from '../../sync/react';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { stampSelection } from '../model/objects';
import { SIGNS, SignFace } from './signs';
import './objects.css';

/** Which sign the stamp shows. With something selected, choosing a sign stamps that: no pointer is needed. */
export function SignPalette(): ReactElement {
  const model = useModel();
  const chosen = useSource(model.ui.sign);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of signs is no form's fieldset
    <div className="signs" role="group" aria-label={t('stamp.choose')}>
      {SIGNS.map((sign) => (
        <button
          key={sign}
          type="button"
          aria-pressed={sign === chosen}
          aria-label={t(`sign.${sign}`)}
          title={t(`sign.${sign}`)}
          onClick={() => {
            model.ui.sign.set(sign);
            stampSelection(model, sign);
          }}
        >
          <SignFace sign={sign} size={24} />
        </button>
      ))}
    </div>
  );
}
