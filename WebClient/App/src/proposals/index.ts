import { lazy } from 'react';

/** Proposals of groups, fetched when they are first wanted. */
export const ProposalPanel = lazy(() => import('./ProposalPanel'));
export { askForGroups } from './clusters';
