import { part, windowPart } from '../ui/part';
// What hosts decide about who is here and what is shown: panels for the host console, the people window and the menu. Each is fetched when it is first wanted.

/** Who comes in: passcode, closing time, most people, approval. */
export const DoorPanel = part(() => import('./DoorPanel'));
/** Who waits at the door. */
export const KnocksPanel = part(() => import('./KnocksPanel'));
/** What waits for a host, or is hidden. */
export const QueuePanel = part(() => import('./QueuePanel'));
/** Who does not come in again. */
export const BannedPanel = part(() => import('./BannedPanel'));
/** What is expected of people here. */
export const PolicyPanel = part(() => import('./PolicyPanel'));
/** The moderation log, as a file. */
export const LogPanel = part(() => import('./LogPanel'));
/** All of these in one window. */
export const ModerationDialog = windowPart(() => import('./ModerationDialog'));
/** Asks for the reason and hides. */
export const HideDialog = part(() => import('./HideDialog'));

export { asParticipant } from './asParticipant';
export { useKnocks, useQueue } from './counts';
