import { ApiError } from '../sync';
import { t } from '../words/t';
import '../words/pages';

/** What went wrong with a request, and what to do next, in one sentence. */
export function sentenceFor(problem: unknown): string {
  if (!(problem instanceof ApiError)) {
    return t('error.server');
  }
  if (problem.status === 0) {
    return t('error.offline');
  }
  if (problem.status === 429) {
    return problem.retryAfterSeconds > 60
      ? t('door.tooManyPasscodes', { n: Math.ceil(problem.retryAfterSeconds / 60) })
      : t('join.tooOften');
  }
  return problem.code === null ? t('error.server') : t(`refusal.${problem.code}`);
}
