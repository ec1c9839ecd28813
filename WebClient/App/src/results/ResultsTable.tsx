import type { ReactElement } from 'react';
import type { VoteRecord } from '../wire';
import { number, t } from '../words/t';
import { titleIn } from './names';
import { digitsOf } from './scale';
import { Table } from './Table';
import '../words/voting';

/** The same result as a table, for those who would rather read it or take it elsewhere. */
export function ResultsTable({ vote }: { vote: VoteRecord }): ReactElement {
  return <Table caption={vote.title} cells={cellsOf(vote)} headed={1} />;
}

/** The table's cells, names of columns first. */
export function cellsOf(vote: VoteRecord): readonly (readonly string[])[] {
  const { plan, results } = vote;
  const { method } = plan;
  const intervals = results.rows.some(({ low, high }) => high > low);
  const digits = method === 'pairwise' ? 3 : digitsOf(method);
  const budget = method === 'budget';
  const columns = [
    t('results.place'),
    t('results.option'),
    method === 'none' ? '' : t(`results.column.${method}`),
    ...(intervals ? [t('results.from'), t('results.to')] : []),
    t('results.voters'),
    ...(budget ? [t('results.costs'), t('results.fits')] : []),
    t('results.merged'),
  ];
  const rows = results.rows.map((row) => [
    String(row.place),
    titleIn(vote, row.option),
    number(row.value, digits),
    ...(intervals ? [number(row.low, digits || 1), number(row.high, digits || 1)] : []),
    String(row.voters),
    ...(budget
      ? [
          number(vote.options.find(({ id }) => id === row.option)?.price ?? 0, 0),
          t(row.fits ? 'results.yes' : 'results.no'),
        ]
      : []),
    row.merged.map((id) => titleIn(vote, id)).join('; '),
  ]);
  return [columns, ...rows];
}
