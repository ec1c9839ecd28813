import { useEffect, useState } from 'react';
import { fetchOwn, fetchOwnPlaybook, fetchPlaybook, fetchPlaybooks } from './api';
import type { Playbook, PlaybookSummary } from './playbook';

/** A playbook that can be chosen, and whether it is this person's own. */
export interface Offered extends PlaybookSummary {
  readonly own: boolean;
}

/** All playbooks that this person can choose from, their own first; null until they are there. */
export function usePlaybooks(): {
  readonly list: readonly Offered[] | null;
  readonly problem: unknown;
  readonly again: () => void;
} {
  const [list, setList] = useState<readonly Offered[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let wanted = true;
    setProblem(null);
    Promise.all([fetchPlaybooks(), fetchOwn().catch(() => [])]).then(
      ([shipped, own]) =>
        wanted &&
        setList([...own.map((one) => ({ ...one, own: true })), ...shipped.map((one) => ({ ...one, own: false }))]),
      (error: unknown) => wanted && setProblem(error),
    );
    return () => {
      wanted = false;
    };
  }, [attempt]);
  return { list, problem, again: () => setAttempt((n) => n + 1) };
}

/** The whole of a playbook. */
export function fetchOffered({ id, own }: Pick<Offered, 'id' | 'own'>): Promise<Playbook> {
  return own ? fetchOwnPlaybook(id) : fetchPlaybook(id);
}
