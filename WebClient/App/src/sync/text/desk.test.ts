import { describe, expect, it } from 'vitest';
import { Desk } from './desk';

const idea = 'idea-00001';

describe('drafts of one body', () => {
  it('R51 follow what others insert at their place: the others stand first, for every draft of the pile', () => {
    const desk = new Desk();
    const drafts = [desk.draft(idea, '', [[0, 'A']]), desk.draft(idea, 'A', [[0, 'B'], 1])];
    desk.confirmed(idea, 1, [[0, 'x']], drafts);
    expect(drafts.map(({ under }) => under)).toEqual(['x', 'xA']);
    expect(drafts.map((draft) => draft.command(1).changes)).toEqual([
      [1, [0, 'A']],
      [1, [0, 'B'], 1],
    ]);
    expect(desk.shownChange(idea, 'BA', 'xBA').changes).toEqual([[0, 'x'], 2]);
  });

  it('stand on the text without a draft that came to nothing', () => {
    const desk = new Desk();
    const dropped = desk.draft(idea, 'a', [[0, 'aa'], 1]);
    const later = desk.draft(idea, 'aaa', [2, [0, 'x'], 1]);
    desk.dropped(dropped, [later]);
    expect(later.putOn('a')).toBe('xa');
  });

  it('know themselves in what is confirmed, once they are known to be accepted', () => {
    const desk = new Desk();
    const drafts = [desk.draft(idea, '', [[0, 'A']]), desk.draft(idea, 'A', [1, [0, 'B']])];
    const [first] = drafts;
    if (first !== undefined) {
      first.acceptedIn = 7;
    }
    desk.confirmed(idea, 6, [[0, 'A']], drafts);
    expect(first?.isConfirmed).toBe(false);
    desk.confirmed(idea, 7, [1, [0, 'A']], drafts);
    expect(first?.isConfirmed).toBe(true);
    expect(drafts[1]?.putOn('AA')).toBe('AAB');
  });

  it('tell where places of an older version are now, and where they are among what is typed', () => {
    const desk = new Desk();
    desk.confirmed(idea, 5, [[0, 'xx'], 3], []);
    desk.confirmed('idea-00002', 6, [[0, 'yyyy'], 3], []);
    desk.confirmed(idea, 7, [5, [0, 'z']], []);
    expect(desk.placeNow(idea, 4, 1)).toBe(3);
    expect(desk.placeNow(idea, 6, 1)).toBe(1);
    expect(desk.placeNow(idea, 4, 9)).toBe(null);
    const typing = [desk.draft(idea, 'xxabcz', [[0, 'me'], 6])];
    expect(desk.toShown(3, typing)).toBe(5);
    expect(desk.toConfirmed(5, typing)).toBe(3);
    expect(desk.toConfirmed(1, typing)).toBe(0);
  });
});
