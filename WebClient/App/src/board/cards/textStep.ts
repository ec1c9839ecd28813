/** How large a title is written so that it fits on a card: 1 is the largest of four sizes. */
export function textStep(title: string): 1 | 2 | 3 | 4 {
  const lines = title.split('\n').length - 1;
  const length = title.length + lines * 20;
  const longest = title.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0);
  if (length <= 42 && longest <= 15) {
    return 1;
  }
  if (length <= 80 && longest <= 19) {
    return 2;
  }
  return length <= 128 ? 3 : 4;
}
