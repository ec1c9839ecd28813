import { newId } from '../../sync';
import { toast } from '../../ui/toasts';
import type { Reaction } from '../../wire';
import { t } from '../../words/t';
import type { End } from '../canvas/gestures';
import { type Model, send } from './model';

/** Draws an arrow from one thing to another, unless there is one already. */
export function connect(model: Model, from: string, to: string): void {
  if (from !== to && isFree(model, from, to)) {
    send(model, { type: 'addConnector', id: newId(), from, to, label: '' });
  }
}

/** Moves one end of an arrow to another thing, unless it would lead back to where it comes from, or where there is one already. */
export function attach(model: Model, id: string, end: End, thing: string): void {
  const connector = model.session.records.get('connector', id);
  if (!connector || connector[end] === thing) {
    return;
  }
  const from = end === 'from' ? thing : connector.from;
  const to = end === 'to' ? thing : connector.to;
  if (from === to) {
    toast(t('connector.loop'));
  } else if (isFree(model, from, to)) {
    send(model, { type: 'attachConnector', id, from, to });
  }
}

/** Whether no arrow leads from the one to the other yet; says so where one does. */
function isFree({ session: { records } }: Model, from: string, to: string): boolean {
  const there = records.related('connectorsOf', from).some((id) => {
    const connector = records.get('connector', id);
    return connector?.from === from && connector.to === to;
  });
  if (there) {
    toast(t('connector.same'));
  }
  return !there;
}

/** How many dots the viewer has in all, how many are left, and by how many more are placed than there now are. */
export function dots({ session: { records } }: Model): { budget: number; left: number; over: number } {
  const budget = records.get('board', 'board')?.voteBudget ?? 0;
  const spent = records.all('mine').reduce((sum, mine) => sum + mine.votes, 0);
  return { budget, left: Math.max(0, budget - spent), over: Math.max(0, spent - budget) };
}

/** Puts one dot on an idea, or says kindly why not. */
export function addDot(model: Model, idea: string): void {
  const { budget, left, over } = dots(model);
  if (budget === 0) {
    toast(t('vote.off'));
  } else if (over > 0) {
    toast(t('vote.overBudget', { n: over }));
  } else if (left === 0) {
    toast(t('vote.none'));
  } else {
    send(model, { type: 'castVote', idea, dots: 1 });
  }
}

/** Takes one of the viewer's own dots back. */
export function takeDot(model: Model, idea: string): void {
  if ((model.session.records.get('mine', idea)?.votes ?? 0) > 0) {
    send(model, { type: 'withdrawVote', idea, dots: 1 });
  }
}

/** Reacts, or takes the same reaction back. */
export function toggleReaction(model: Model, idea: string, reaction: Reaction): void {
  const has = model.session.records.get('mine', idea)?.reactions.includes(reaction) ?? false;
  send(model, has ? { type: 'withdrawReaction', idea, reaction } : { type: 'addReaction', idea, reaction });
}
