import { type Built, Shell } from './shell';

/** The build that this worker is of; written here when it is built. */
declare const __BUILT__: Built;

/** What of a service worker's world is used here. */
interface Worker {
  addEventListener(type: 'install' | 'activate' | 'fetch', listener: (event: WorkerEvent) => void): void;
}

interface WorkerEvent {
  readonly request: Request;
  waitUntil(done: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const shell = new Shell(__BUILT__, {
  caches,
  fetch: (request, init) => fetch(request, init),
  after: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const worker = globalThis as unknown as Worker;
worker.addEventListener('install', (event) => event.waitUntil(shell.install()));
worker.addEventListener('activate', (event) => event.waitUntil(shell.activate()));
worker.addEventListener('fetch', (event) => {
  const answer = shell.answer(event.request);
  if (answer !== null) {
    event.respondWith(answer);
  }
});
