import { sendFile } from '../board/objects/upload';
import { createBoard, fillBoard } from '../sync';
import type { BoardFile } from './boardFile';
import { readFiles } from './boardPictures';

/** Makes a board of one's own from a board's file and answers its id. Files go first: pictures refer to them. Where one of them is damaged no board is made. */
export async function openFile(file: BoardFile, name: string): Promise<string> {
  const { title, brief, files: _, format, version, exportedAt: __, ...lists } = file;
  const files = await readFiles(file);
  const { board } = await createBoard({ title, brief, name });
  for (const { record, content } of files) {
    const { name: fileName, width, height } = record;
    await sendFile(board, { content, name: fileName, width, height, redrawn: false }, () => undefined);
  }
  await fillBoard(board, { format, version, ...lists });
  return board;
}
