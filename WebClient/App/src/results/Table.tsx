import type { ReactElement } from 'react';
import { Button } from '../ui/Button';
import { toast } from '../ui/toasts';
import { t } from '../words/t';
import { csvOf } from './csv';
import '../words/voting';
import '../words/windows';
import './table.css';

/** Cells to be read, and to be taken elsewhere. The first row has the names of the columns, the column `headed` those of the rows. */
export function Table({
  caption,
  cells,
  headed,
}: {
  caption: string;
  cells: readonly (readonly string[])[];
  headed: number;
}): ReactElement {
  const [head = [], ...rows] = cells;
  return (
    <div className="results-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached with keys */}
      {/* biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no form's fieldset */}
      <div className="results-table-scroll" tabIndex={0} role="group" aria-label={caption}>
        <table>
          <caption className="hidden-words">{caption}</caption>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same, and rows never change places
              <tr key={at}>
                {row.map((cell, column) =>
                  column === headed ? (
                    <th key={head[column]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={head[column]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        onPress={() => {
          navigator.clipboard.writeText(csvOf(cells)).then(
            () => toast(t('results.copied')),
            () => toast(t('share.copyFailed'), 'bad'),
          );
        }}
      >
        {t('results.copy')}
      </Button>
    </div>
  );
}
