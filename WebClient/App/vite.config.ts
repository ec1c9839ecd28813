import react from '@vitejs/plugin-react';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where `./run` serves the product; the development server passes everything that is not a source file on to it. */
const server = 'http://localhost:5080';

export default defineConfig({
  plugins: [react()],
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
