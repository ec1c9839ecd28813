import { type ReactElement, useState } from 'react';
import { useRecord } from '../../sync/react';
import { useModel } from '../model/model';

/** The picture of an idea, small, fetched when it comes into sight. Nothing for files that are no pictures. Its description stands in the idea's label. */
export function Thumbnail({ file, className }: { file: string; className: string }): ReactElement | null {
  const { session } = useModel();
  const picture = useRecord('file', file);
  const [failed, setFailed] = useState('');
  if (!picture || picture.width === 0 || failed === file) {
    return null;
  }
  return (
    <img
      className={className}
      src={session.fileAddress(file)}
      alt=""
      draggable={false}
      loading="lazy"
      decoding="async"
      onError={() => setFailed(file)}
    />
  );
}
