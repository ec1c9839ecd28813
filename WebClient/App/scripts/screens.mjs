// Takes pictures of every screen into shots/ (git-ignored), to be judged by eye.
//   npm run dev            in one terminal
//   npm run screens        in another; or: node scripts/screens.mjs http://localhost:5173 typical phone
// Further words keep only pictures whose name contains all of them.
import { mkdir, readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const [base = 'http://localhost:5173', ...wanted] = process.argv.slice(2);
const folder = new URL('../shots/', import.meta.url);

const sizes = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  laptop: { viewport: { width: 1440, height: 900 } },
  big: { viewport: { width: 1920, height: 1080 } },
};

/** What every picture on a board shows here. */
const buckle = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480">
  <rect width="640" height="480" fill="#d9cdb8"/><rect y="170" width="640" height="140" fill="#4a5d52"/>
  <rect x="200" y="110" width="240" height="260" rx="34" fill="#26231f"/><rect x="250" y="170" width="140" height="140" rx="16" fill="#4a5d52"/>
  <rect x="306" y="90" width="28" height="300" rx="14" fill="#c9632f"/></svg>`;

const press = (key) => (page) => page.keyboard.press(key);
const openIdea = async (page) => {
  await page.locator('[data-idea="idea-1-0"]').click();
  await page.keyboard.press('o');
  await page.keyboard.press('Shift+Digit1');
};
const openFirstRow = async (page) => {
  await page.locator('.row-main').nth(6).tap();
  await page.getByRole('dialog').waitFor();
};
const toCanvas = async (page) => {
  await page.getByRole('button', { name: 'Canvas' }).tap();
  await page.locator('.canvas').waitFor();
};
const drag = async (page) => {
  const box = await page.locator('[data-idea="loose-1"]').boundingBox();
  await page.mouse.move(box.x + 40, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + 120, { steps: 4 });
  await page.mouse.move(box.x + 44, box.y + 17, { steps: 4 });
};
const find = async (page) => {
  await page.keyboard.press('Control+f');
  await page.getByPlaceholder('Find ideas…').fill('the');
  await page.getByRole('button', { name: 'Next one' }).click();
};
const commands = async (page) => {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What would you like to do?').fill('s');
};
const menu = (page) => page.locator('[data-idea="idea-0-1"]').click({ button: 'right' });
const choose = async (page) => {
  await page.locator('[data-idea="loose-0"]').click();
  await page.locator('[data-idea="loose-1"]').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Align and arrange' }).click();
};
const selectConnector = (page) => page.evaluate(() => globalThis.model.ui.select(['line-00009']));
const gotIt = (page) => page.getByRole('button', { name: 'Got it' }).last().click();
const seeBoth = (page) => page.getByRole('button', { name: 'See both' }).click();
const openConsole = (page) => page.keyboard.press('Shift+C');
const openConsolePeople = async (page) => {
  await openConsole(page);
  await page.getByRole('tab', { name: 'People' }).click();
};
const askToBegin = async (page) => {
  await page.keyboard.press('Shift+N');
  await page.getByRole('alertdialog').waitFor();
};
const choosePlaybook = async (page) => {
  await page.getByRole('button', { name: 'Choose a playbook' }).click();
  await page.getByText('6-3-5 brainwriting').waitFor();
};
const previewPlaybook = async (page) => {
  await choosePlaybook(page);
  await page.getByText('6-3-5 brainwriting').click();
  await page.locator('.picker-steps').waitFor();
};
const editPlaybook = async (page) => {
  await page.getByRole('button', { name: '6-3-5 brainwriting' }).click();
  await page
    .getByRole('button', { name: /Pass the sheets on/ })
    .first()
    .waitFor();
  await page.locator('.plan-open').nth(2).click();
};
const scrollTo = (place) => (page) =>
  page.locator(place).evaluate((element) => element.scrollIntoView({ block: 'start' }));
const openWindow = (name) => {
  const open = async (page) => {
    await page.evaluate((window) => globalThis.model.ui.dialog.set(window), name);
    await page.getByRole('dialog').waitFor();
  };
  return Object.assign(open, { opens: 'dialog' });
};

const openHistory = async (page) => {
  await openWindow('history')(page);
  await page.locator('.past-row').first().waitFor();
};
const showReport = async (page) => {
  const panel = page.locator('section[aria-labelledby="poll-title"]');
  await panel.getByRole('button', { name: 'Show it' }).click();
  await panel.locator('.poll-minutes').scrollIntoViewIfNeeded();
};
const showMinutes = async (page) => {
  await showReport(page);
  const panel = page.locator('section[aria-labelledby="poll-title"]');
  await panel.getByRole('button', { name: 'Table' }).click();
  await panel.evaluate((element) => element.scrollIntoView({ block: 'start' }));
};

/** What a history's first page and a report on a poll hold. */
const history = {
  seq: 64,
  next: 31,
  points: [
    { id: 'point-0002', name: 'Before “Find what belongs together”', seq: 52, at: Date.now() - 1_300_000, by: '' },
    { id: 'point-0001', name: 'What came by post', seq: 12, at: Date.now() - 90_000_000, by: 'tanvi' },
  ],
  names: [{ participant: 'gone-0001', name: 'Ruth Ek' }],
  lines: [
    ['leif', 'ideas-moved', 3, []],
    ['me-memory-1', 'idea-retitled', 1, ['idea-1-3']],
    ['ines', 'comment-added', 1, ['idea-1-0']],
    ['gone-0001', 'idea-removed', 2, []],
    ['tanvi', 'group-added', 1, ['group-2']],
    ['amara', 'idea-added', 1, ['idea-1-0']],
    ['mohsen', 'idea-added', 1, ['idea-0-1']],
    ['oda', 'idea-recoloured', 4, []],
  ].map(([actor, act, count, about], at) => ({
    number: 60 - at,
    seq: 64 - at,
    at: Date.now() - at * at * 160_000 - 40_000,
    actor,
    act,
    count,
    about,
  })),
};
const report = {
  eligible: 21,
  taken: 20,
  cast: 18,
  minutes: [2, 1, 0, 1, 9, 0, 2, 1, 0, 1, 1, 0],
  bursts: [4],
  sharedDevices: [3, 2],
};

/** The boards that the start page lists. */
const boards = [
  'What would make the trail bag yours?',
  'Retrospective, week 46',
  'Names for the new shop in the old harbour',
].map((title, at) => ({
  board: `board-${at}`,
  title,
  role: at === 1 ? 'host' : 'contributor',
  joinedAt: Date.now() - at * 86_400_000,
  contributions: { ideas: 3, comments: 1, votes: 5 },
}));

/** Each screen: its address, the sizes it is looked at, and what is done before the picture is taken. */
const screens = [
  { name: 'start', path: '/', on: ['phone', 'laptop'] },
  ...['join', 'join-0', 'join-1', 'join-600', 'join-charter'].map((name) => ({
    name,
    path: `/show/${name}`,
    on: ['phone', 'laptop'],
  })),
  { name: 'empty', path: '/show/empty', on: ['phone', 'laptop'] },
  { name: 'empty-canvas', path: '/show/empty', on: ['phone'], act: toCanvas },
  { name: 'typical', path: '/show/typical', on: ['phone', 'laptop', 'big'] },
  { name: 'typical-canvas', path: '/show/typical', on: ['phone'], act: toCanvas },
  { name: 'typical-idea', path: '/show/typical', on: ['laptop', 'big'], act: openIdea },
  { name: 'typical-sheet', path: '/show/typical', on: ['phone'], act: openFirstRow },
  { name: 'crowded', path: '/show/crowded', on: ['phone', 'laptop', 'big'] },
  { name: 'offline', path: '/show/offline', on: ['phone', 'laptop'] },
  { name: 'things', path: '/show/things', on: ['laptop'] },
  { name: 'things-canvas', path: '/show/things', on: ['phone'], act: toCanvas },
  { name: 'things-list', path: '/show/things', on: ['phone'] },
  { name: 'things-connector', path: '/show/things', on: ['laptop'], act: selectConnector },
  { name: 'crowded-things', path: '/show/crowded-things', on: ['laptop'] },
  { name: 'things-stamp', path: '/show/things', on: ['laptop'], act: press('s') },
  { name: 'observer', path: '/show/observer', on: ['laptop'] },
  { name: 'history', path: '/show/typical', on: ['phone', 'laptop'], act: openHistory },
  { name: 'segments-window', path: '/show/segments', on: ['phone', 'laptop'], act: openWindow('segments') },
  ...['share', 'settings', 'people', 'help', 'profile', 'import', 'export'].map((name) => ({
    name,
    path: '/show/typical',
    on: ['phone', 'laptop'],
    act: openWindow(name),
  })),
  ...['dots', 'approval', 'score', 'ranking', 'pairwise', 'quadratic', 'budget', 'done', 'rest', 'closed', 'other'].map(
    (kind) => ({ name: `vote-${kind}`, path: `/show/vote-${kind}`, on: ['phone', 'laptop'] }),
  ),
  ...['dots', 'approval', 'score', 'ranking', 'pairwise', 'quadratic', 'budget'].map((kind) => ({
    name: `results-${kind}`,
    path: `/show/results-${kind}`,
    on: ['phone', 'laptop', 'big'],
  })),
  ...['dots', 'score', 'approval'].map((kind) => ({
    name: `segments-${kind}`,
    path: `/show/results-${kind}`,
    on: ['phone', 'laptop'],
    act: scrollTo('#by-segment'),
  })),
  { name: 'poll', path: '/show/results-approval', on: ['phone', 'laptop'], act: showReport },
  { name: 'poll-minutes', path: '/show/results-approval', on: ['phone', 'laptop'], act: showMinutes },
  { name: 'rules-changed', path: '/show/results-dots', on: ['phone', 'laptop'], act: scrollTo('#rules-changes') },
  { name: 'proposal', path: '/show/proposal', on: ['phone', 'laptop'] },
  { name: 'votebar', path: '/show/votebar-dots', on: ['phone', 'laptop'] },
  ...['votes', 'startVote'].map((name) => ({
    name,
    path: '/show/votebar-dots',
    on: ['phone', 'laptop'],
    act: openWindow(name),
  })),
  { name: 'huge', path: '/show/huge', on: ['phone', 'laptop'] },
  ...['lobby', 'own', 'sheet', 'group', 'timeup', 'rules'].map((state) => ({
    name: `guest-${state}`,
    path: `/show/guest-${state}`,
    on: ['phone', 'laptop'],
  })),
  { name: 'guest-folded', path: '/show/guest-own', on: ['phone', 'laptop'], act: gotIt },
  { name: 'guest-rules-both', path: '/show/guest-rules', on: ['phone', 'laptop'], act: seeBoth },
  { name: 'host-lobby', path: '/show/host-lobby', on: ['laptop'] },
  { name: 'host-console', path: '/show/host-own', on: ['laptop'], act: openConsole },
  { name: 'host-people', path: '/show/host-own', on: ['laptop'], act: openConsolePeople },
  { name: 'host-begin', path: '/show/host-sheet', on: ['laptop'], act: askToBegin },
  ...['agenda', 'rules', 'playbook'].map((name) => ({
    name: `host-${name}-window`,
    path: '/show/host-own',
    on: ['phone', 'laptop'],
    act: openWindow(name),
  })),
  ...['lobby', 'own', 'sheet'].map((state) => ({
    name: `console-${state}`,
    path: `/show/console-${state}`,
    on: ['phone', 'laptop'],
  })),
  { name: 'console-none', path: '/show/console-none', on: ['phone'] },
  ...['lobby', 'own', 'sheet', 'group', 'over', 'timeup'].map((state) => ({
    name: `big-${state}`,
    path: `/show/big-${state}`,
    on: ['big'],
  })),
  { name: 'big-phone', path: '/show/big-own', on: ['phone'] },
  { name: 'playbooks', path: '/playbooks', on: ['phone', 'laptop'] },
  { name: 'playbooks-editor', path: '/playbooks', on: ['phone', 'laptop'], act: editPlaybook },
  { name: 'start-playbook', path: '/', on: ['phone', 'laptop'], act: choosePlaybook },
  { name: 'start-preview', path: '/', on: ['phone', 'laptop'], act: previewPlaybook },
  { name: 'drag', path: '/show/typical', on: ['laptop'], act: drag },
  { name: 'find', path: '/show/typical', on: ['laptop'], act: find },
  { name: 'commands', path: '/show/typical', on: ['phone', 'laptop'], act: commands },
  { name: 'menu', path: '/show/typical', on: ['laptop'], act: menu },
  { name: 'several', path: '/show/typical', on: ['laptop'], act: choose },
  { name: 'select-all', path: '/show/typical', on: ['laptop'], act: press('Control+a') },
  { name: 'editing', path: '/show/typical', on: ['laptop'], act: press('n') },
];

/** What a screen is made of when it is there: the page around it comes earlier. */
const places =
  '.list, .canvas, .lobby, .sheet-view, .focus, .join-column, .start-new, .console-page .console, .console-page .now, .big, .playbooks';

/** For so long nothing may change before a picture is taken, in milliseconds. */
const quietMs = 350;

/** A board of 10,000 ideas takes its time to be made in the browser. */
const patienceMs = 90_000;

/** How many requests of a page are on their way. */
const underWay = new WeakMap();

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const picture = await pngOf(buckle);
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const [size, options] of Object.entries(sizes)) {
      await shoot(colorScheme, size, options);
    }
  }
} finally {
  await browser.close();
}

/** A drawing as the file that somebody would upload. */
async function pngOf(svg) {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const png = await page.screenshot();
  await page.close();
  return png;
}

function countRequests(page) {
  const requests = new Set();
  underWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Waits until nothing is on its way, and what came is shown: parts of a screen are fetched when they are wanted, and bring along others. */
async function settled(page) {
  const until = Date.now() + patienceMs;
  let quiet = false;
  while (!quiet && Date.now() < until) {
    const before = underWay.get(page).size;
    const still = await page.evaluate(unchangedFor, quietMs);
    quiet = still && before === 0 && underWay.get(page).size === 0;
  }
  if (!quiet) {
    throw new Error(`${page.url()} does not come to rest`);
  }
}

/** In the page: whether nothing but the words of a running clock changes for so long. */
function unchangedFor(ms) {
  return document.fonts.ready.then(
    () =>
      new Promise((answer) => {
        let still = true;
        const watcher = new MutationObserver(() => {
          still = false;
        });
        watcher.observe(document.body, { childList: true, subtree: true });
        setTimeout(() => {
          watcher.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => answer(still)));
        }, ms);
      }),
  );
}

/** Answers what a server would: who one is, where the server is found, and playbooks to choose from. */
async function serve(page) {
  const { list, steps, findings } = await playbooks();
  const answer = (body) => (route) => route.fulfill({ json: body });
  await page.route('**/api/address', answer({ origin: 'https://bags.example.com', framers: [] }));
  await page.route(
    '**/api/me',
    answer({ participant: 'me', profile: { name: 'Signe Lund', colour: 'sun', language: '', segment: '' }, boards }),
  );
  await page.route(
    '**/api/me/playbooks',
    answer(list.slice(0, 1).map((one) => ({ ...one, id: 'own-one-0001', title: 'Our own 6-3-5' }))),
  );
  await page.route('**/api/boards/*/history?*', answer(history));
  await page.route('**/api/boards/*/votes/*/report', answer(report));
  await page.route('**/api/playbooks/check', answer(findings));
  await page.route('**/api/playbooks', answer(list));
  await page.route('**/api/playbooks/*', (route) => {
    const id = route.request().url().split('/').at(-1);
    return id === 'check'
      ? route.fallback()
      : route.fulfill({
          json: {
            format: 'cocreate.playbook/1',
            charter: 'Your ideas go to the design team. Every one of them gets an answer by 12 December.',
            debrief: ['What surprised you?', 'What would you build first?'],
            ...list.find((one) => one.id === id),
            steps,
          },
        });
  });
}

async function playbooks() {
  const { list, steps, findings } = JSON.parse(
    await readFile(new URL('../src/dev/playbooks.json', import.meta.url), 'utf8'),
  );
  return { list, steps, findings };
}

async function shoot(colorScheme, size, options) {
  const chosen = screens
    .filter((screen) => screen.on.includes(size))
    .map((screen) => ({ ...screen, file: `${screen.name}-${size}-${colorScheme}.png` }))
    .filter(({ file }) => wanted.every((word) => file.includes(word)));
  for (const screen of chosen) {
    const context = await browser.newContext({ ...options, colorScheme, reducedMotion: 'reduce' });
    try {
      await shootOne(await context.newPage(), screen);
      console.log(screen.file);
    } catch (error) {
      // One screen that does not come to what it is to show must not keep the others from being looked at.
      console.error(screen.file, error.message);
      process.exitCode = 1;
    } finally {
      await context.close();
    }
  }
}

async function shootOne(page, { path, act, file }) {
  countRequests(page);
  page.on('pageerror', (error) => console.error(file, error.message));
  page.on('console', (message) => message.type() === 'error' && console.error(file, message.text()));
  await page.route('**/api/boards/*/files/*', (route) => route.fulfill({ contentType: 'image/png', body: picture }));
  await serve(page);
  await page.goto(base + path);
  await page.locator(places).first().waitFor({ timeout: patienceMs });
  await settled(page);
  await act?.(page);
  await settled(page);
  // A window that was opened is still there: a page that loads anew by itself must not pass for one without it.
  if (act?.opens !== undefined) {
    await page.getByRole(act.opens).waitFor({ timeout: 1_000 });
  }
  await page.screenshot({ path: new URL(file, folder).pathname });
}
