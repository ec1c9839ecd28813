// What hosts decide about who is here and what is shown: panels for the host console, the people window and the menu. Each is fetched when it is first wanted.

import { lazy } from 'react';

/** Who comes in: passcode, closing time, most people, approval. */
export const DoorPanel = lazy(() => import('./DoorPanel'));
/** Who waits at the door. */
export const KnocksPanel = lazy(() => import('./KnocksPanel'));
/** What waits for a host, or is hidden. */
export const QueuePanel = lazy(() => import('./QueuePanel'));
/** Who does not come in again. */
export const BannedPanel = lazy(() => import('./BannedPanel'));
/** What is expected of people here. */
export const PolicyPanel = lazy(() => import('./PolicyPanel'));
/** The moderation log, as a file. */
export const LogPanel = lazy(() => import('./LogPanel'));
/** All of these in one window. */
export const ModerationDialog = lazy(() => import('./ModerationDialog'));
/** Asks for the reason and hides. */
export const HideDialog = lazy(() => import('./HideDialog'));

export { asParticipant } from './asParticipant';
export { useKnocks, useQueue } from './counts';
