import { type ReactElement, useState } from 'react';
import { charterOf } from '../method/charter';
import { PlainButton } from '../ui/Button';
import { t } from '../words/t';
import '../words/pages';
import './about.css';

/** More characters than this are folded: the name and the way in stay on the same screen of a phone. */
const FOLDED_FROM = 200;

/** What a board is about, before one comes in: as it was written, or clause by clause where it is a charter. Nothing where nothing was written. */
export function About({ brief }: { brief: string }): ReactElement | null {
  const [open, setOpen] = useState(false);
  if (brief.trim() === '') {
    return null;
  }
  const charter = charterOf(brief);
  const long = brief.length > FOLDED_FROM;
  const label = t(charter === null ? 'join.about' : 'join.charter');
  return (
    <section className={charter === null ? 'about' : 'about sheet'} aria-label={label}>
      {charter !== null && <h2>{label}</h2>}
      <div className={long && !open ? 'about-words about-folded' : 'about-words'}>
        {charter === null ? (
          <p>{brief.trim()}</p>
        ) : (
          charter.map(({ about, says }) => (
            <p key={about + says}>
              {about !== '' && <b>{about}</b>}
              <span>{says}</span>
            </p>
          ))
        )}
      </div>
      {long && (
        <PlainButton className="about-more" aria-expanded={open} onPress={() => setOpen(!open)}>
          {t(open ? 'join.less' : 'join.all')}
        </PlainButton>
      )}
    </section>
  );
}
