import { type ReactElement, useEffect, useState } from 'react';
import { ApiError, look } from '../sync';
import type { LookAnswer } from '../wire';
import { t } from '../words/t';
import { JoinByCode } from './JoinByCode';
import JoinPage from './JoinPage';
import { Notice, Waiting } from './Notice';
import { sentenceFor } from './problems';
import { go } from './router';
import '../words/pages';

/** `/j/CODE`: whoever is on the board already goes straight in; others are asked for a name. */
export default function CodePage({ code }: { code: string }): ReactElement {
  const [found, setFound] = useState<LookAnswer | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt looks again
  useEffect(() => {
    let here = true;
    const find = async (): Promise<void> => {
      const entrance = await look({ code });
      if (entrance.isMember && here) {
        go(`/b/${entrance.board}`, true);
      } else if (here) {
        setFound(entrance);
      }
    };
    setProblem(null);
    find().catch((error: unknown) => here && setProblem(error));
    return () => {
      here = false;
    };
  }, [code, attempt]);

  if (found) {
    return <JoinPage entrance={found} by={{ code }} />;
  }
  if (problem === null) {
    return <Waiting words={t('join.looking')} />;
  }
  if (problem instanceof ApiError && (problem.status === 404 || problem.code === 'inviteInvalid')) {
    return (
      <Notice title={t('join.codeUnknown')} text={t('join.codeUnknownNext')}>
        <JoinByCode />
      </Notice>
    );
  }
  return <Notice title={t('join.looking')} text={sentenceFor(problem)} onAgain={() => setAttempt(attempt + 1)} />;
}
