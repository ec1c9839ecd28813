import { part } from '../ui/part';

/** Results, fetched when they are first wanted. */
export const ResultsScreen = part(() => import('./ResultsScreen'));
/** `<ResultsPicture vote={…} most={8} size="big" />` is readable at the other end of a room. */
export const ResultsPicture = part(() => import('./ResultsPicture'));
