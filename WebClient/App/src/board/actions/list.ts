import type { Model } from '../model/model';
import { type Action, isAvailable } from './action';
import { arrangeActions } from './arrange';
import { boardActions } from './board';
import { clipboardActions } from './clipboard';
import { ideaActions } from './ideas';
import { isKeystroke, isSingle, type Keys } from './keystrokes';
import { moderationActions } from './moderation';
import { movingActions } from './moving';
import { presenceActions } from './presence';
import { stepActions } from './steps';
import { thingActions } from './things';
import { toolActions } from './tools';

/** Everything that can be done on a board. A new action is added to one of these lists, and is then everywhere. */
export const actions: readonly Action[] = [
  ...ideaActions,
  ...clipboardActions,
  ...arrangeActions,
  ...thingActions,
  ...stepActions,
  ...toolActions,
  ...presenceActions,
  ...movingActions,
  ...moderationActions,
  ...boardActions,
];

/** The action that a key press means now, or undefined. `singles` tells whether single signs count. */
export function actionFor(model: Model, keys: Keys, singles: boolean): Action | undefined {
  return actions.find(
    (action) =>
      action.keys?.some((stroke) => (singles || !isSingle(stroke)) && isKeystroke(stroke, keys)) &&
      isAvailable(action, model),
  );
}
