import { useEffect } from 'react';
import { useModel } from '../model/model';

/** More than this many selected things are not worth telling others one by one. */
const MOST = 50;

/** Lets others see what is selected here. */
export function useTellSelection(): void {
  const { ui, session } = useModel();
  useEffect(
    () => ui.selection.subscribe(() => session.setPresence({ selection: [...ui.selection.get()].slice(0, MOST) })),
    [ui, session],
  );
}
