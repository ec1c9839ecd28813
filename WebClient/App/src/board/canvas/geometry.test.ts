import { describe, expect, test } from 'vitest';
import { fitted, panToShow, toBoard, toScreen, viewport, zoomedAt, zoomStep } from './camera';
import { curveBetween } from './curve';
import {
  bounds,
  cardRect,
  freeNear,
  freePlace,
  groupAround,
  intersects,
  nearestTowards,
  type Rect,
  rectBetween,
  resize,
} from './geometry';
import { Grid } from './grid';

describe('a camera', () => {
  const camera = { x: 40, y: -20, zoom: 0.5 };
  const size = { width: 1000, height: 800 };

  test('takes board points to the screen and back', () => {
    const point = { x: 123, y: -456 };
    expect(toBoard(camera, toScreen(camera, point))).toEqual(point);
  });

  test('zooms so that what is under the pointer stays there', () => {
    const at = { x: 300, y: 200 };
    const before = toBoard(camera, at);
    const after = toBoard(zoomedAt(camera, at, 1.7), at);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  test('never zooms beyond its limits', () => {
    expect(zoomedAt(camera, { x: 0, y: 0 }, 1_000).zoom).toBe(3);
    expect(zoomedAt(camera, { x: 0, y: 0 }, 0.000_1).zoom).toBe(0.02);
  });

  test('steps to the next round zoom', () => {
    expect(zoomStep(0.76, 1)).toBe(0.8);
    expect(zoomStep(0.76, -1)).toBe(0.67);
    expect(zoomStep(3, 1)).toBe(3);
  });

  test('fits a rectangle between the insets', () => {
    const rect = { x: 500, y: 500, width: 2_000, height: 300 };
    const insets = { left: 100, top: 50, right: 200, bottom: 50 };
    const seen = fitted(rect, size, insets);
    expect(toScreen(seen, rect).x).toBeCloseTo(100, 6);
    expect(toScreen(seen, { x: 2_500, y: 500 }).x).toBeCloseTo(800, 6);
  });

  test('pans no further than it has to', () => {
    const insets = { left: 0, top: 0, right: 0, bottom: 0 };
    const here = { x: 0, y: 0, zoom: 1 };
    expect(panToShow(here, { x: 10, y: 10, width: 50, height: 50 }, size, insets)).toEqual({ x: 0, y: 0 });
    expect(panToShow(here, { x: 980, y: -30, width: 50, height: 50 }, size, insets)).toEqual({ x: -30, y: 30 });
  });

  test('knows what it shows', () => {
    expect(viewport(camera, size)).toEqual({ x: -80, y: 40, width: 2_000, height: 1_600 });
  });
});

describe('rectangles', () => {
  test('span two corners whichever way they are drawn', () => {
    expect(rectBetween({ x: 5, y: 9 }, { x: 1, y: 2 })).toEqual({ x: 1, y: 2, width: 4, height: 7 });
  });

  test('have bounds only when there are any', () => {
    expect(bounds([])).toBeNull();
    expect(bounds([cardRect({ x: 0, y: 0 }), cardRect({ x: 100, y: 50 })])).toEqual({
      x: 0,
      y: 0,
      width: 308,
      height: 194,
    });
  });

  test('pulled by an edge keep the other edges and a smallest side', () => {
    const rect = { x: 0, y: 0, width: 300, height: 300 };
    const left = { left: true, top: false, right: false, bottom: false };
    expect(resize(rect, left, 50, 99, 160)).toEqual({ x: 50, y: 0, width: 250, height: 300 });
    expect(resize(rect, left, 500, 0, 160)).toEqual({ x: 140, y: 0, width: 160, height: 300 });
    expect(resize(rect, { left: false, top: false, right: true, bottom: true }, -500, 20, 160)).toEqual({
      x: 0,
      y: 0,
      width: 160,
      height: 320,
    });
  });

  test('leave room for a title when they become a group', () => {
    const around = groupAround([cardRect({ x: 0, y: 0 })]);
    expect(around && around.y < -30 && around.x < -20).toBe(true);
  });
});

describe('going from card to card', () => {
  const cards = [
    { id: 'right', rect: cardRect({ x: 300, y: 0 }) },
    { id: 'far right', rect: cardRect({ x: 600, y: 0 }) },
    { id: 'below', rect: cardRect({ x: 0, y: 200 }) },
    { id: 'below right', rect: cardRect({ x: 300, y: 200 }) },
  ];

  test('takes the nearest one that way', () => {
    expect(nearestTowards(cardRect({ x: 0, y: 0 }), 'right', cards)?.id).toBe('right');
    expect(nearestTowards(cardRect({ x: 0, y: 0 }), 'down', cards)?.id).toBe('below');
  });

  test('finds none where there is none', () => {
    expect(nearestTowards(cardRect({ x: 0, y: 0 }), 'left', cards)).toBeNull();
  });
});

test('The next card goes to the right, and past what lies there already', () => {
  const taken = [cardRect({ x: 232, y: 0 })];
  const isTaken = (rect: { x: number; y: number; width: number; height: number }): boolean =>
    taken.some((other) => intersects(other, rect));
  expect(freePlace({ x: 0, y: 0 }, () => false)).toEqual({ x: 232, y: 0 });
  expect(freePlace({ x: 0, y: 0 }, isTaken)).toEqual({ x: 464, y: 0 });
});

test('An arrow leaves the side that looks at the other card and points into it', () => {
  const curve = curveBetween(cardRect({ x: 0, y: 0 }), cardRect({ x: 600, y: 0 }));
  expect(curve.tip.x).toBeLessThan(600);
  expect(curve.tip.x).toBeGreaterThan(580);
  expect(curve.angle).toBeCloseTo(0, 9);
  expect(curve.middle.x).toBeCloseTo(402, 0);
});

test('A grid finds what a search of everything finds, also after moves and removals', () => {
  const grid = new Grid();
  let seed = 7;
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const place = (): ReturnType<typeof cardRect> =>
    cardRect({ x: random() * 20_000 - 10_000, y: random() * 20_000 - 10_000 });
  for (let n = 0; n < 1_500; n++) {
    grid.set(`card ${n % 1_000}`, place());
  }
  for (let n = 0; n < 200; n++) {
    grid.delete(`card ${n}`);
  }
  for (const width of [10, 900, 30_000]) {
    const region = { x: random() * 5_000 - 5_000, y: random() * 5_000 - 5_000, width, height: width };
    const wanted = [...grid.entries()].filter(([, rect]) => intersects(rect, region)).map(([id]) => id);
    expect([...grid.within(region)].sort()).toEqual(wanted.sort());
  }
  expect(grid.size).toBe(800);
});

test('A card that was not put anywhere goes to the free place nearest to the middle, never on another one', () => {
  const placed: { x: number; y: number }[] = [];
  const taken = (rect: Rect): boolean => placed.some((at) => intersects(cardRect(at), rect));
  for (let n = 0; n < 60; n++) {
    placed.push(freeNear({ x: 500, y: 300 }, taken));
  }
  expect(placed[0]).toEqual({ x: 396, y: 228 });
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(60);
  const far = Math.max(...placed.map(({ x, y }) => Math.hypot(x - 396, y - 228)));
  expect(far).toBeLessThan(6 * 232);
});
