/** Hands a file to the person: the browser saves it where downloads go. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the address over by then; without a pause Safari saves nothing.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file's name from a board's title: what no file system forbids, at most 80 characters. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `${plain || 'board'}.${ending}`;
}
