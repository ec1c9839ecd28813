import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { loadEnv, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `./run` serves the product; the development server passes everything that is not a source file on to it. */
const server = 'http://localhost:5080';

/** A hash of the built files, whose names hold hashes of what is in them. */
function hashOf(bundle: object): string {
  const names = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
  return createHash('sha256').update(names.sort().join('\n')).digest('hex').slice(0, 12);
}

/** Writes into the page which build it is: when it was built, and the hash of its files (PROTOCOL R95). */
const bundleName: Plugin = {
  name: 'bundle-name',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      if (bundle === undefined) {
        return [];
      }
      const content = `${Math.floor(Date.now() / 1000)}-${hashOf(bundle)}`;
      return [{ tag: 'meta', attrs: { name: 'bundle', content }, injectTo: 'head' }];
    },
  },
};

/** The worker that answers while the server is away. Browsers look for it under one name. */
const worker = 'worker';

/** Tells that worker which files belong to this build. */
const offlineFiles: Plugin = {
  name: 'offline-files',
  enforce: 'post',
  generateBundle: (_, bundle) => {
    const files = Object.values(bundle).flatMap((file) => (isKept(file) ? file.fileName : []));
    const built = { hash: hashOf(bundle), files: files.sort().map((name) => `/${name}`) };
    const chunk = bundle[`${worker}.js`];
    if (chunk?.type !== 'chunk' || !chunk.code.includes('__BUILT__')) {
      throw new Error('The worker has no place for the list of files');
    }
    chunk.code = chunk.code.replace('__BUILT__', () => JSON.stringify(built));
  },
};

/** A file of more characters than this is fetched when it is wanted: what writes PDF files is as large as all that a board opens with. */
const mostCharacters = 400_000;

/** Whether a file is kept for when the server is away: all but the largest, and alphabets that few boards need. */
function isKept(file: { fileName: string; code?: string }): boolean {
  const { fileName, code = '' } = file;
  const isRare = fileName.endsWith('.woff2') && !fileName.includes('-latin-wght');
  return fileName.startsWith('assets/') && !isRare && code.length <= mostCharacters;
}

export default defineConfig({
  plugins: [react(), bundleName, offlineFiles],
  build: {
    // In kB. What writes PDF files is the largest part, fetched when somebody wants one; `npm run size` looks after what a board opens with.
    chunkSizeWarningLimit: 700,
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // What a board opens with must not share a file with what is fetched when it is first wanted.
    rolldownOptions: {
      input: { index: 'index.html', [worker]: 'src/offline/worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === worker ? '[name].js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// }] },
      },
    },
  },
  server: {
    proxy: {
      // The Host header stays as the browser sent it: the server compares it with the Origin.
      '/api': { target: server },
      '/hub': { target: server, ws: true },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    // COCREATE_LONG=1, set by `./test --long`, tries a hundred times as many random histories.
    env: loadEnv('test', '.', 'COCREATE_'),
    css: { include: [/tokens\.css/] },
  },
});
