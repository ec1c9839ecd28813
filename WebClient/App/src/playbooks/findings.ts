/** What a check found: where, how bad it is, and what to do about it. */
export interface Finding {
  /** Such as `title`, `steps[2].vote.budget`; empty for the whole. */
  readonly path: string;
  readonly severity: 'error' | 'warning' | 'advice';
  /** A sentence that says what to do. */
  readonly text: string;
}

/** The place that a path names, as parts: `steps[2].name` and `/steps/2/name` are the same. */
export function partsOf(path: string): readonly string[] {
  return path.split(/[.[\]/]+/).filter((part) => part !== '' && part !== '$');
}

/** The findings about one place or anything in it. */
export function findingsAt(findings: readonly Finding[], ...place: readonly string[]): readonly Finding[] {
  return findings.filter(({ path }) => {
    const parts = partsOf(path);
    return place.every((part, at) => parts[at] === part);
  });
}

/** The findings about one step, with paths from that step on. */
export function findingsOfStep(findings: readonly Finding[], step: number): readonly Finding[] {
  return findingsAt(findings, 'steps', String(step)).map((finding) => ({
    ...finding,
    path: partsOf(finding.path).slice(2).join('.'),
  }));
}
