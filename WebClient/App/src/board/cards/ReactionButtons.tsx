import type { ReactElement } from 'react';
import { useRecord } from '../../sync/react';
import { Hinted, PlainButton } from '../../ui/Button';
import { REACTIONS, ReactionFace } from '../../ui/cues';
import { t } from '../../words/t';
import { useModel } from '../model/model';
import { toggleReaction } from '../model/more';

/** The six reactions with how many gave each; one's own are marked. */
export function ReactionButtons({ id, onDone }: { id: string; onDone?: () => void }): ReactElement {
  const model = useModel();
  const given = useRecord('idea', id)?.reactions ?? {};
  const own = useRecord('mine', id)?.reactions ?? [];
  return (
    <>
      {REACTIONS.map((reaction) => {
        const n = given[reaction] ?? 0;
        const mine = own.includes(reaction);
        const what = t(`reaction.${reaction}`);
        return (
          <Hinted key={reaction} label={what}>
            <PlainButton
              className="reaction"
              aria-label={n === 0 ? what : t(mine ? 'reaction.countMine' : 'reaction.count', { what, n })}
              aria-pressed={mine}
              onPress={() => {
                toggleReaction(model, id, reaction);
                onDone?.();
              }}
            >
              <ReactionFace reaction={reaction} size={20} />
              {n > 0 && <span>{n}</span>}
            </PlainButton>
          </Hinted>
        );
      })}
    </>
  );
}
