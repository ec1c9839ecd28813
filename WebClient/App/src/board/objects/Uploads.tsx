import type { ReactElement } from 'react';
import { useSource } from '../../sync/react';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import './objects.css';

/** What is being uploaded, and what failed, with a way to try again. */
export function Uploads(): ReactElement | null {
  const { ui } = useModel();
  const uploads = [...useSource(ui.uploads).values()];
  return uploads.length === 0 ? null : (
    <div className="uploads" role="status" aria-label={t('upload.label')}>
      {uploads.map(({ id, name, part, problem, again, dismiss }) => (
        <div key={id} className="upload">
          <b>{name || t('upload.picture')}</b>
          {problem === '' ? (
            <progress aria-label={name || t('upload.picture')} value={part} max={1} />
          ) : (
            <>
              <button type="button" onClick={() => void again()}>
                {t('upload.again')}
              </button>
              <button type="button" onClick={dismiss}>
                {t('upload.dismiss')}
              </button>
              <p>{problem}</p>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
