import { REACTIONS } from '../ui/cues';
import { longDate, t } from '../words/t';
import type { BoardContent, ContentIdea } from './content';
import '../words/exchange';

/** How many ideas the list of the most wanted names. */
const favourites = 10;

/** The board as a page to read and to send: what was asked, what people want most, and every idea with what was said about it. In Markdown. */
export function writeReport(content: BoardContent, now: number): string {
  const { board, parts } = content;
  const ideas = parts.flatMap((part) => part.ideas);
  const facts = [t('report.ideas', { n: ideas.length }), longDate(now)].join(' · ');
  const blocks = [`# ${inline(board.title)}`, quote(board.brief), facts, ...mostWanted(content, ideas)];
  for (const { title, ideas: members } of parts) {
    blocks.push(`## ${inline(title ?? t('report.allIdeas')) || t('group.untitled')}`);
    blocks.push(members.map((member) => item(content, member)).join('\n'));
  }
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function mostWanted({ board }: BoardContent, ideas: readonly ContentIdea[]): string[] {
  const wanted = ideas
    .map(({ idea }) => idea)
    .filter(({ votes }) => votes > 0)
    .sort((a, b) => b.votes - a.votes || a.order - b.order)
    .slice(0, favourites);
  if (wanted.length === 0 || board.voteBudget === 0) {
    return [];
  }
  const lines = wanted.map(({ title, votes }, at) => `${at + 1}. ${inline(title)} (${t('idea.votes', { n: votes })})`);
  return [`## ${t('report.favourites')}`, lines.join('\n')];
}

function item({ nameOf }: BoardContent, { idea, comments }: ContentIdea): string {
  const by = nameOf(idea.author);
  const signs = [
    by === '' ? '' : inline(by),
    idea.votes > 0 ? t('idea.votes', { n: idea.votes }) : '',
    ...REACTIONS.flatMap((reaction) => {
      const count = idea.reactions[reaction] ?? 0;
      return count === 0 ? [] : `${t(`reaction.${reaction}`)} ${count}`;
    }),
  ].filter((sign) => sign !== '');
  const lines = [
    `- **${inline(idea.title) || t('idea.untitled')}**${signs.length > 0 ? ` (${signs.join(', ')})` : ''}`,
  ];
  if (idea.body !== '') {
    lines.push('', indent(idea.body, '  '), '');
  }
  for (const { author, text } of comments) {
    lines.push(`  - ${inline(nameOf(author) || t('idea.somebody'))}: ${inline(text)}`);
  }
  return lines.join('\n');
}

/** Text on one line in which nothing is taken for Markdown. */
function inline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/^(\d*)([-+.)])(?=\s)/, '$1\\$2');
}

function quote(text: string): string {
  return text.trim() === '' ? '' : indent(text.trim(), '> ');
}

function indent(text: string, by: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? by.trimEnd() : by + line))
    .join('\n');
}
