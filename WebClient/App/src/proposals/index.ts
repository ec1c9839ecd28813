import { part } from '../ui/part';

/** Proposals of groups, fetched when they are first wanted. */
export const ProposalPanel = part(() => import('./ProposalPanel'));
export { askForGroups } from './clusters';
