import { asParticipant } from '../../moderation/asParticipant';
import type { Holding } from '../../wire';
import type { Model } from '../model/model';
import { selectedThings } from '../model/things';
import type { Action } from './action';

/** What hosts decide about what is shown. */
export const moderationActions: readonly Action[] = [
  {
    id: 'moderation.approve',
    words: 'mod.approveDo',
    part: 'ideas',
    icon: 'check',
    menu: 'this',
    when: (model) => held(model, 'waiting').length > 0,
    run: (model) => void model.session.send({ type: 'approve', ids: held(model, 'waiting') }),
  },
  {
    id: 'moderation.show',
    words: 'mod.showAll',
    part: 'ideas',
    icon: 'eye',
    menu: 'this',
    when: (model) => held(model, 'hidden').length > 0,
    run: (model) => void model.session.send({ type: 'show', ids: held(model, 'hidden') }),
  },
  {
    id: 'moderation.hide',
    words: 'mod.hideFrom',
    part: 'ideas',
    icon: 'lock',
    menu: 'removing',
    when: (model) => held(model, 'none', 'waiting').length > 0,
    run: (model) => model.ui.hiding.set(held(model, 'none', 'waiting')),
  },
  {
    id: 'moderation.open',
    words: 'mod.title',
    part: 'board',
    icon: 'people',
    when: isHost,
    run: ({ ui }) => ui.dialog.set('moderation'),
  },
  {
    id: 'people.segments',
    words: 'people.segments',
    part: 'board',
    icon: 'people',
    when: isHost,
    run: ({ ui }) => ui.dialog.set('segments'),
  },
  {
    id: 'moderation.asParticipant',
    words: 'mod.seeAsParticipant',
    part: 'board',
    icon: 'eye',
    when: isHost,
    run: () => asParticipant.set(true),
  },
];

function isHost({ session }: Model): boolean {
  return session.me.get()?.isHost ?? false;
}

/** Selected things that are held so; none for who is no host. */
function held(model: Model, ...how: readonly Holding[]): string[] {
  const ids = (): string[] =>
    selectedThings(model).flatMap(({ record }) => (how.includes(record.held) ? record.id : []));
  return isHost(model) ? ids() : [];
}
