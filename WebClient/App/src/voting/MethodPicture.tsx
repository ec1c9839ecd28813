import type { ReactElement } from 'react';
import type { PlanMethod } from './plan';

/** What a ballot of each method looks like, drawn on a square of 40. */
const pictures: Readonly<Record<PlanMethod, ReactElement>> = {
  dots: (
    <>
      <path d="M6 12h14M6 20h14M6 28h14" />
      <circle cx="26" cy="12" r="2.6" className="full" />
      <circle cx="33" cy="12" r="2.6" className="full" />
      <circle cx="26" cy="28" r="2.6" className="full" />
    </>
  ),
  approval: <path d="M6 12h16M6 20h16M6 28h16M27 12l2.5 2.5L34 10M27 28l2.5 2.5L34 26" />,
  score: (
    <>
      <path d="M6 12h28M6 20h28M6 28h28" />
      <circle cx="28" cy="12" r="3" className="full" />
      <circle cx="14" cy="20" r="3" className="full" />
      <circle cx="22" cy="28" r="3" className="full" />
    </>
  ),
  ranking: <path d="M8 30V18h7v12M16.5 30V10h7v20M25 30V22h7v8" />,
  pairwise: (
    <>
      <rect x="6" y="11" width="11" height="18" rx="2" className="full" />
      <rect x="23" y="11" width="11" height="18" rx="2" />
    </>
  ),
  quadratic: (
    <>
      <rect x="6" y="24" width="6" height="6" rx="1" className="full" />
      <rect x="16" y="18" width="5" height="5" rx="1" className="full" />
      <rect x="23" y="18" width="5" height="5" rx="1" className="full" />
      <rect x="16" y="25" width="5" height="5" rx="1" className="full" />
      <rect x="23" y="25" width="5" height="5" rx="1" className="full" />
      <path d="M31 30V10M28.5 12.5L31 10l2.5 2.5" />
    </>
  ),
  budget: (
    <>
      <ellipse cx="15" cy="14" rx="8" ry="3.5" />
      <path d="M7 14v5c0 2 3.6 3.5 8 3.5s8-1.5 8-3.5v-5M7 19v5c0 2 3.6 3.5 8 3.5s8-1.5 8-3.5v-5" />
      <path d="M28 20h6M31 17v6" />
    </>
  ),
};

export function MethodPicture({ method }: { method: PlanMethod }): ReactElement {
  return (
    <svg className="method-picture" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
      {pictures[method]}
    </svg>
  );
}
