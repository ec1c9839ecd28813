// Weighs what a browser fetches before the first board is shown: the page, its code and styles, the board's, and the list that a phone shows
// first. Fails over the limit.
//   npm run build && npm run size
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 200;
const folder = new URL('../../wwwroot/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'));

/** The files that a chunk needs before it runs: itself, its styles, and the same of whatever it imports. */
function filesOf(name, found = new Set()) {
  const chunk = manifest[name];
  if (chunk === undefined) {
    throw new Error(`${name} is not in what was built`);
  }
  for (const file of [chunk.file, ...(chunk.css ?? [])]) {
    found.add(file);
  }
  for (const imported of chunk.imports ?? []) {
    if (!found.has(manifest[imported].file)) {
      filesOf(imported, found);
    }
  }
  return found;
}

const first = ['index.html', 'src/board/BoardPage.tsx', 'src/board/list/IdeaList.tsx'];
const files = first.reduce((found, name) => filesOf(name, found), new Set());
const sizes = ['index.html', ...files].map((file) => ({
  file,
  bytes: gzipSync(readFileSync(new URL(file, folder)), { level: 9 }).length,
}));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { file, bytes } of sizes.sort((a, b) => b.bytes - a.bytes)) {
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KB  ${file}`);
}
console.log(
  `${(total / 1024).toFixed(1).padStart(7)} KB  in all, compressed (limit ${LIMIT_KB} KB); the font comes after`,
);
if (total > LIMIT_KB * 1024) {
  console.error(`Too much: fetch something later (React.lazy), or do without it.`);
  process.exit(1);
}
