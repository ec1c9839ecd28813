// Says how much code the browser loads before it shows the first board, compressed, and fails when that is too much.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const mostBytes = 200 * 1024;
const root = new URL('../../wwwroot/', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true }).filter((name) => /\.(html|js|css)$/.test(name));

let bytes = 0;
for (const name of files.sort()) {
  const size = gzipSync(readFileSync(join(root, name)), { level: 9 }).length;
  bytes += size;
  process.stdout.write(`${String(size).padStart(8)}  ${name}\n`);
}
process.stdout.write(`${String(bytes).padStart(8)}  in all, of ${mostBytes} at most\n`);
process.exitCode = files.length > 0 && bytes <= mostBytes ? 0 : 1;
