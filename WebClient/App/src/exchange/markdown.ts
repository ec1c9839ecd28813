import type { List, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { type Draft, DraftMaker } from './draft';

/**
 * Markdown: a heading names the group of what follows, a list item is an idea, and what stands below it in the same item is its body.
 * A paragraph outside a list is an idea too. The document's only first-level heading, when it comes first, is its title and no group.
 */
export function readMarkdown(text: string): Draft {
  const maker = new DraftMaker();
  const blocks = fromMarkdown(text).children;
  const title = documentTitle(blocks);
  let group = '';
  for (const block of blocks) {
    if (block.type === 'heading') {
      group = block === title ? '' : textOf(block);
    } else if (block.type === 'list') {
      readList(maker, block, group, text);
    } else if (block.type === 'paragraph' || block.type === 'blockquote') {
      maker.add(lineOf(block), { title: flat(block), body: '', colour: '', group });
    }
  }
  return maker.draft;
}

function documentTitle(blocks: readonly RootContent[]): RootContent | undefined {
  const first = blocks[0];
  const firstLevel = blocks.filter((block) => block.type === 'heading' && block.depth === 1);
  return firstLevel.length === 1 && firstLevel[0] === first ? first : undefined;
}

function readList(maker: DraftMaker, list: List, group: string, source: string): void {
  for (const item of list.children) {
    const [head, ...rest] = item.children;
    if (head === undefined) {
      continue;
    }
    const body = rest.map((block) => sourceOf(block, source)).join('\n\n');
    const title = flat(head).replace(/^\[[ xX]\]\s+/, '');
    maker.add(lineOf(item), { title, body, colour: '', group });
  }
}

/** A block as it was written, without the indentation that makes it part of a list item. */
function sourceOf(block: Nodes, source: string): string {
  const { start, end } = block.position ?? {};
  const written = source.slice(start?.offset ?? 0, end?.offset ?? 0);
  const indent = new RegExp(`^ {1,${Math.max(1, (start?.column ?? 2) - 1)}}`, 'gm');
  return written.replace(indent, '');
}

/** The words of a block on one line: a line break in the source is none on paper. */
function flat(block: Nodes): string {
  return textOf(block).replace(/\s+/g, ' ');
}

function lineOf(block: Nodes): number {
  return block.position?.start.line ?? 0;
}
