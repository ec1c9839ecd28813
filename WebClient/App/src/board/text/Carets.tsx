import { type ReactElement, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { BodyText, RemoteCaret } from '../../sync';
import { perFrame } from '../../ui/cell';
import type { Colour } from '../../wire';
import { useModel } from '../model/model';
import './carets.css';

/** More carets than this say nothing; more than a few go without names, which would hide the text. */
const MOST = 8;
const MOST_NAMES = 3;

interface Shown {
  readonly connection: string;
  readonly name: string;
  readonly colour: Colour;
  readonly at: number;
}

interface Props {
  idea: string;
  body: BodyText;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Other people's carets over a text area: the same text again, invisible, with a mark where each of them writes. */
export function Carets({ idea, body, field }: Props): ReactElement | null {
  const { session } = useModel();
  const [shown, setShown] = useState<{ readonly text: string; readonly carets: readonly Shown[] }>(none);
  const copy = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const read = (): void => {
      const carets = session.presence.caretsIn(idea).flatMap((caret) => showing(caret) ?? []);
      const next = carets.length === 0 ? none : { text: body.text, carets: inOrder(carets) };
      setShown((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const showing = ({ connection, participant, caret }: RemoteCaret): Shown | null => {
      const person = session.records.get('person', participant);
      const at = body.caretOf(caret)?.head;
      return person === undefined || at === undefined
        ? null
        : { connection, name: person.name, colour: person.colour, at };
    };
    const { ask, stop } = perFrame(read);
    const ends = [
      session.presence.motion.subscribe(ask),
      session.presence.peers.subscribe(ask),
      session.records.subscribe('idea', idea, ask),
    ];
    read();
    return () => {
      stop();
      for (const end of ends) {
        end();
      }
    };
  }, [session, idea, body]);

  useLayoutEffect(() => {
    const element = field.current;
    const scroll = (): void => {
      if (copy.current !== null && element !== null) {
        copy.current.style.transform = `translateY(${-element.scrollTop}px)`;
      }
    };
    scroll();
    element?.addEventListener('scroll', scroll);
    return () => element?.removeEventListener('scroll', scroll);
  });

  if (shown.carets.length === 0) {
    return null;
  }
  const named = shown.carets.length <= MOST_NAMES;
  return (
    <div className="carets" aria-hidden="true">
      <div ref={copy} className="drawer-body carets-copy">
        {pieces(shown.text, shown.carets).map(({ before, caret }) => (
          <span key={caret === null ? 'rest' : `${caret.connection}/${caret.at}`}>
            {before}
            {caret && (
              <i className="caret" style={{ ['--flag' as string]: `var(--flag-${caret.colour})` }}>
                {named && <b>{caret.name}</b>}
              </i>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}

const none = { text: '', carets: [] };

function inOrder(carets: readonly Shown[]): readonly Shown[] {
  return [...carets].sort((one, other) => one.at - other.at).slice(0, MOST);
}

/** The text cut at the carets; the last piece has none. */
function pieces(text: string, carets: readonly Shown[]): { readonly before: string; readonly caret: Shown | null }[] {
  const cuts = carets.map((caret, at) => ({ before: text.slice(carets[at - 1]?.at ?? 0, caret.at), caret }));
  return [...cuts, { before: text.slice(carets.at(-1)?.at ?? 0), caret: null }];
}
