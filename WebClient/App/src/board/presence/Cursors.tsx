import { memo, type ReactElement, useEffect, useRef } from 'react';
import { useMe, usePeers, useRecord, useSource } from '../../sync/react';
import { perFrame } from '../../ui/cell';
import { cursorsShown } from '../../ui/settings';
import { toScreen } from '../canvas/camera';
import { type Model, useModel } from '../model/model';
import './presence.css';

/** Other people's cursors, above the paper. They move without rendering. */
export function Cursors(): ReactElement {
  const { session } = useModel();
  const me = useMe()?.participant;
  const peers = usePeers();
  const quiet = useSource(session.presence.quiet);
  const shown = useSource(cursorsShown) === 'on';
  useDragsOfOthers();
  return (
    <div className="cursors" aria-hidden="true">
      {peers
        .filter((peer) => peer.participant !== me && (peer.guide?.laser === true || (shown && !quiet)))
        .map((peer) => (
          <Cursor key={peer.connection} connection={peer.connection} participant={peer.participant} />
        ))}
    </div>
  );
}

const Cursor = memo(function Cursor({
  connection,
  participant,
}: {
  connection: string;
  participant: string;
}): ReactElement | null {
  const { ui, session } = useModel();
  const element = useRef<HTMLDivElement>(null);
  const person = useRecord('person', participant);
  useEffect(() => {
    const place = (): void => {
      const at = session.presence.cursorAt(connection, Date.now());
      const style = element.current?.style;
      if (!style) {
        return;
      }
      style.visibility = at ? 'visible' : 'hidden';
      if (at) {
        const point = toScreen(ui.camera.get(), at);
        style.transform = `translate(${point.x}px, ${point.y}px)`;
      }
    };
    place();
    const ends = [
      session.presence.motion.subscribe(place),
      session.presence.peers.subscribe(place),
      ui.camera.subscribe(place),
    ];
    return () => {
      for (const end of ends) {
        end();
      }
    };
  }, [session, ui, connection]);
  if (!person) {
    return null;
  }
  return (
    <div ref={element} className="cursor" style={{ ['--flag' as string]: `var(--flag-${person.colour})` }}>
      <svg aria-hidden="true" width="20" height="20" viewBox="0 0 20 20">
        <path d="M2.5 1.8l14 7.4-6.4 1.7-3.4 6z" />
      </svg>
      <span>{person.name}</span>
    </div>
  );
});

/** Shows what others drag on its way, until the board says where it was put down. */
function useDragsOfOthers(): void {
  const model = useModel();
  useEffect(() => {
    const dragging = new Set<string>();
    const follow = (): void => showDrags(model, dragging);
    const { ask, stop } = perFrame(follow);
    const ends = [model.session.presence.motion.subscribe(follow), model.session.presence.peers.subscribe(ask)];
    follow();
    return () => {
      stop();
      for (const end of ends) {
        end();
      }
      for (const connection of dragging) {
        model.places.drop(connection);
      }
    };
  }, [model]);
}

/** How long what was let go stays where it was drawn, when the end of the drag is heard of before the move. */
const SETTLE_MS = 250;

function showDrags({ session, places }: Model, dragging: Set<string>): void {
  const now = Date.now();
  const active = new Set<string>();
  for (const { connection, participant } of session.presence.peers.get()) {
    const drag = session.presence.dragAt(connection, now);
    if (drag) {
      active.add(connection);
      dragging.add(connection);
      places.drag(connection, participant, drag.ids, drag.dx, drag.dy);
    }
  }
  for (const connection of dragging) {
    if (!active.has(connection)) {
      dragging.delete(connection);
      setTimeout(() => dragging.has(connection) || places.drop(connection), SETTLE_MS);
    }
  }
}
