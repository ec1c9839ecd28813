// Opens a board in Chromium and moves about on it as a hand would; prints the figures of each run as JSON: "open" in milliseconds, the others in
// frames per second.
//   node Bench/Browser/measure.mjs ADDRESS COOKIE RUNS
// Every run opens the board with an empty cache. Frames are counted while events come at the pace of a mouse.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';

const { chromium } = createRequire(new URL('../../WebClient/App/package.json', import.meta.url))('playwright-core');
const [address, cookie, runs = '1'] = process.argv.slice(2);
const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((place) => place && existsSync(place));

/** How long each movement lasts, and how far apart its events are, in milliseconds. */
const MOVE_MS = 2000;
const EVENT_MS = 16;

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Notes when ideas are first on the screen, and the time of every frame. */
function watch() {
  globalThis.frames = [];
  const frame = (now) => {
    globalThis.frames.push(now);
    if (globalThis.shownAt === undefined && document.querySelector('[data-idea], .tiles canvas')) {
      // What this frame draws is on the screen when the next one begins.
      requestAnimationFrame(() => {
        globalThis.shownAt = performance.now();
      });
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Frames per second while `act` is done again and again. */
async function framesWhile(page, act) {
  await page.waitForTimeout(400);
  await page.evaluate(() => {
    globalThis.frames = [];
  });
  const start = performance.now();
  for (let step = 0; performance.now() - start < MOVE_MS; step++) {
    await act((performance.now() - start) / MOVE_MS, step);
    const due = start + (step + 1) * EVENT_MS;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  }
  const frames = await page.evaluate(() => globalThis.frames);
  return (1000 * (frames.length - 1)) / (frames.at(-1) - frames[0]);
}

async function measure() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const { hostname } = new URL(address);
  const [name, ...value] = cookie.split('; ')[0].split('=');
  await context.addCookies([{ name, value: value.join('='), domain: hostname, path: '/' }]);
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.shownAt !== undefined, undefined, { timeout: 60_000 });
  const opened = await page.evaluate(() => globalThis.shownAt);
  await page.waitForTimeout(1500);

  const figures = { open: opened };
  const keep = async (name, act) => {
    figures[name] = await framesWhile(page, act);
  };
  const round = (part) => [Math.round(30 * Math.cos(6.3 * part)), Math.round(30 * Math.sin(6.3 * part))];
  const wheel = (part) => page.mouse.wheel(...round(part));
  await page.mouse.move(720, 450);
  await keep('pan all', wheel);
  await keep('zoom', async (part) => {
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, part < 0.5 ? -5 : 5);
  });
  await page.keyboard.up('Control');
  for (const [name, zoom] of [['pan half', 0.5], ['pan near', 1]]) {
    await page.keyboard.press('0');
    for (let now = 1; now > zoom * 1.01; now = [0.8, 0.67, 0.5, 0.33].find((step) => step < now * 0.99)) {
      await page.keyboard.press('-');
    }
    await keep(name, wheel);
  }
  const box = await page.locator('[data-idea]').nth(20).boundingBox();
  const at = [box.x + box.width / 2, box.y + 12];
  const circle = (part) => page.mouse.move(at[0] + 150 * Math.sin(6.3 * part), at[1] + 100 * (1 - Math.cos(6.3 * part)));
  await page.mouse.move(...at);
  await page.mouse.down();
  await keep('drag one', circle);
  await page.mouse.up();
  await page.keyboard.press('Control+a');
  await page.mouse.move(...at);
  await page.mouse.down();
  await keep('drag all', circle);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await context.close();
  return figures;
}

const measured = [];
for (let run = 0; run < Number(runs); run++) {
  measured.push(await measure());
}
await browser.close();
console.log(JSON.stringify(measured));
