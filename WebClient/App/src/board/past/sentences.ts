import type { RecordReader } from '../../sync';
import type { HistoryLine } from '../../wire';
import { isWord, t } from '../../words/t';
import '../../words/past';

/** Characters of what something says that stand in a line. */
const longest = 80;

/** A line of the history in words. What things are called is read from the board as its reader sees it today. */
export function sentenceOf(records: RecordReader, { act, count, about }: HistoryLine, who: string): string {
  const key = `history.${act}`;
  const what = about.map((id) => titleOf(records, id)).find((title) => title !== undefined) ?? t('history.gone');
  return t(isWord(key) ? key : 'history.other', { who, n: count, what });
}

/** What a thing or a person is called, in quotation marks where it is what somebody wrote. */
export function titleOf(records: RecordReader, id: string): string | undefined {
  const titled = records.get('idea', id) ?? records.get('group', id) ?? records.get('frame', id);
  const words = titled?.title ?? records.get('note', id)?.text ?? records.get('image', id)?.alt;
  return words === undefined ? records.get('person', id)?.name : `“${words.slice(0, longest) || t('bin.untitled')}”`;
}
