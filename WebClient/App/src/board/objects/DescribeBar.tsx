import { type ReactElement, useState } from 'react';
import { useRecord, useSource } from '../../sync/react';
import { limits } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import './objects.css';

/** Asks in one line what a picture shows, for people who do not see it. */
export function DescribeBar(): ReactElement | null {
  const { ui } = useModel();
  const id = useSource(ui.describing);
  return id === '' ? null : <Describe key={id} id={id} />;
}

function Describe({ id }: { id: string }): ReactElement | null {
  const { ui, session } = useModel();
  const image = useRecord('image', id);
  const [text, setText] = useState(image?.alt ?? '');
  if (!image) {
    return null;
  }
  const finish = (): void => {
    if (text.trim() !== image.alt) {
      session.send({ type: 'writeThing', id, text: text.trim() });
    }
    ui.describing.set('');
  };
  return (
    <form
      className="describe"
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <label>
        {t('image.describe')}
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for a moment ago by putting the picture down
          autoFocus
          value={text}
          maxLength={limits.altLength}
          placeholder={t('image.describeHint')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') {
              ui.describing.set('');
            }
          }}
        />
      </label>
      <button type="submit">{t('image.describeDone')}</button>
      <button type="button" onClick={() => ui.describing.set('')}>
        {t('image.describeLater')}
      </button>
    </form>
  );
}
