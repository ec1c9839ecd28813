import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BoardProvider, useDots, useIds, useMe, useRecord, useRelated, useStatus } from './react';
import { openMemoryBoard } from './testing/memory';
import { addIdea } from './testing/world';

function Page() {
  const me = useMe();
  const { link } = useStatus();
  const { budget, left } = useDots();
  const ideas = useIds('idea').map((id) => <Idea key={id} id={id} />);
  return (
    <>
      {me?.name} {link} {left}/{budget}: {ideas}
    </>
  );
}

function Idea({ id }: { readonly id: string }) {
  return `${useRecord('idea', id)?.title} (${useRelated('commentsOfIdea', id).length}) `;
}

describe('the hooks', () => {
  it('show the open board', () => {
    const board = openMemoryBoard([
      addIdea('idea-00001', 'One'),
      addIdea('idea-00002', 'Two'),
      { type: 'addComment', id: 'talk-00001', idea: 'idea-00002', text: 'Yes' },
      { type: 'castVote', idea: 'idea-00001', dots: 2 },
    ]);
    const page = renderToStaticMarkup(
      <BoardProvider value={board}>
        <Page />
      </BoardProvider>,
    );
    expect(page).toBe('Ada live 3/5: One (0) Two (1) ');
  });

  it('say so when there is none', () => {
    expect(() => renderToStaticMarkup(<Page />)).toThrow('BoardProvider');
  });
});
