import { lazy } from 'react';

/** Results, fetched when they are first wanted. */
export const ResultsScreen = lazy(() => import('./ResultsScreen'));
/** `<ResultsPicture vote={…} most={8} size="big" />` is readable at the other end of a room. */
export const ResultsPicture = lazy(() => import('./ResultsPicture'));
