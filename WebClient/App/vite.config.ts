import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { loadEnv, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `./run` serves the product; the development server passes everything that is not a source file on to it. */
const server = 'http://localhost:5080';

/** Writes into the page which build it is: when it was built, and a hash of its files, whose names hold hashes of what is in them (PROTOCOL R95). */
const bundleName: Plugin = {
  name: 'bundle-name',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      if (bundle === undefined) {
        return [];
      }
      const hash = createHash('sha256').update(Object.keys(bundle).sort().join('\n')).digest('hex').slice(0, 12);
      const content = `${Math.floor(Date.now() / 1000)}-${hash}`;
      return [{ tag: 'meta', attrs: { name: 'bundle', content }, injectTo: 'head' }];
    },
  },
};

export default defineConfig({
  plugins: [react(), bundleName],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // What a board opens with must not share a file with what is fetched when it is first wanted.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// }] } },
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
