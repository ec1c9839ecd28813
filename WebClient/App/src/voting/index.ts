import { lazy } from 'react';

/** Votes, fetched when they are first wanted. */
export const VoteBar = lazy(() => import('./VoteBar'));
export const VotingScreen = lazy(() => import('./VotingScreen'));
export const StartVoteDialog = lazy(() => import('./StartVoteDialog'));
export const VotesDialog = lazy(() => import('./VotesDialog'));
export { closeFocus, openResults, openVote } from './focus';
