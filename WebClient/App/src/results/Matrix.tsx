import type { ReactElement } from 'react';
import type { VoteRecord } from '../wire';
import { t } from '../words/t';
import { titleIn } from './names';
import '../words/voting';
import './table.css';

/** Each option against each: how many people put the one of the line above the one of the column. The larger side of a pair is marked. */
export function Matrix({ vote }: { vote: VoteRecord }): ReactElement | null {
  const { rows, matrix } = vote.results;
  const size = rows.length;
  if (size < 2 || matrix.length !== size * size) {
    return null;
  }
  const over = (row: number, column: number): number => matrix[row * size + column] ?? 0;
  return (
    <section className="panel" aria-labelledby="matrix-title">
      <h3 id="matrix-title">{t('results.matrix')}</h3>
      <p className="panel-text">{t('results.matrixText')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached with keys */}
      {/* biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no form's fieldset */}
      <div className="matrix" tabIndex={0} role="group" aria-labelledby="matrix-title">
        <table>
          <thead>
            <tr>
              <td />
              {rows.map((row) => (
                <th key={row.option} scope="col" title={titleIn(vote, row.option)}>
                  {row.place}
                  <span className="hidden-words">. {titleIn(vote, row.option)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, line) => (
              <tr key={row.option}>
                <th scope="row">
                  <span>{row.place}</span> {titleIn(vote, row.option)}
                </th>
                {rows.map((other, column) =>
                  line === column ? (
                    <td key={other.option} className="matrix-self">
                      –
                    </td>
                  ) : (
                    <td
                      key={other.option}
                      className={over(line, column) > over(column, line) ? 'matrix-more' : undefined}
                    >
                      {over(line, column)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
