import { sendFile } from '../board/objects/upload';
import { createBoard, fillBoard } from '../sync';
import { type BoardFile, fromBase64 } from './boardFile';

/** Makes a board of one's own from a board's file and answers its id. Files go first: pictures refer to them. */
export async function openFile(file: BoardFile, name: string): Promise<string> {
  const { title, brief, files, format, version, exportedAt: _, ...lists } = file;
  const { board } = await createBoard({ title, brief, name });
  for (const { data, name: fileName, width, height } of files) {
    const content = new Blob([fromBase64(data)]);
    await sendFile(board, { content, name: fileName, width, height, redrawn: false }, () => undefined);
  }
  await fillBoard(board, { format, version, ...lists });
  return board;
}
