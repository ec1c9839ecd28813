import { part } from '../ui/part';

/** Votes, fetched when they are first wanted. */
export const VoteBar = part(() => import('./VoteBar'));
export const VotingScreen = part(() => import('./VotingScreen'));
export const StartVoteDialog = part(() => import('./StartVoteDialog'));
export const VotesDialog = part(() => import('./VotesDialog'));
export { closeFocus, openResults, openVote } from './focus';
