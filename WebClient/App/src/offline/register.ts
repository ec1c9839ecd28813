/**
 * Has the browser keep the page for when the server is away. Browsers do so on https and on localhost only; elsewhere, and where it fails, a
 * board needs its server to be opened.
 */
export function keepPage(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    navigator.serviceWorker.register('/worker.js').catch(() => undefined);
  }
}
