import { type ReactElement, useState } from 'react';
import { useRecord } from '../../sync/react';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { limits } from '../../wire';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { attachFile, chooseFiles } from './bringFiles';
import './objects.css';

/** An idea's picture or file: seen, described, fetched, taken away, or chosen. */
export function Attached({ id, edits }: { id: string; edits: boolean }): ReactElement | null {
  const model = useModel();
  const idea = useRecord('idea', id);
  const file = useRecord('file', idea?.file ?? '');
  if (!idea || (!edits && !file)) {
    return null;
  }
  if (!file) {
    return (
      <section className="drawer-section">
        <Button look="plain" onPress={() => chooseFiles(([chosen]) => chosen && attachFile(model, id, chosen))}>
          <Icon name="image" size={18} /> {t('attach.add')}
        </Button>
      </section>
    );
  }
  const address = model.session.fileAddress(file.id);
  return (
    <section className="drawer-section attached" aria-label={t('attach.label')}>
      {file.width > 0 ? <img src={address} alt={idea.alt} loading="lazy" /> : null}
      <a href={address} download={file.name}>
        <Icon name="file" size={18} /> {file.name || t('attach.file')}
      </a>
      {edits && file.width > 0 && <Alt key={file.id} id={id} value={idea.alt} file={file.id} />}
      {edits && (
        <Button look="plain" onPress={() => model.session.send({ type: 'attachToIdea', id, file: '', alt: '' })}>
          {t('attach.remove')}
        </Button>
      )}
    </section>
  );
}

function Alt({ id, file, value }: { id: string; file: string; value: string }): ReactElement {
  const { session } = useModel();
  const [text, setText] = useState(value);
  return (
    <input
      type="text"
      aria-label={t('image.describe')}
      placeholder={t('image.describe')}
      maxLength={limits.altLength}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text.trim() !== value && session.send({ type: 'attachToIdea', id, file, alt: text.trim() })}
    />
  );
}
