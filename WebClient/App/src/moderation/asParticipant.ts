import { Cell } from '../ui/cell';

/** Whether this tab shows its host what a contributor sees. It is the tab's alone, and over with it. */
export const asParticipant = new Cell(false);
