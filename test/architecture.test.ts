import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** The rooms of the house, from the ground up: a room may use those below it, never one above. */
const FLOORS: readonly (readonly string[])[] = [
  ['grammar'],
  ['server/src/syntax'],
  ['server/src/codebook'],
  ['server/src/model'],
  [
    'server/src/rules',
    'server/src/formats',
    'server/src/pictures',
    'server/src/analysis',
    'server/src/agreement',
  ],
  ['server/src/networks'],
  ['server/src/features'],
  ['server/src/files'],
  ['server/src/lsp'],
  ['server/src/cli'],
];
const PURE = FLOORS.slice(0, 7).flat();
const root = path.resolve(import.meta.dirname, '..');

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

/** What a file imports: modules by name, files of ours by path. */
function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  const names = Array.from(
    source.matchAll(
      /(?:^|\n)\s*(?:import|export)[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  );
  return names
    .map((match) => (match[1] ?? match[2]) as string)
    .map((name) =>
      name.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : name,
    );
}

const roomOf = (file: string) => FLOORS.flat().find((room) => file.startsWith(`${room}/`));
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room));

test('every file of the server is in a room', () => {
  expect(filesIn('server/src').filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test('arrows between rooms run down only', () => {
  const wrong: string[] = [];
  for (const room of FLOORS.flat()) {
    for (const file of filesIn(room).filter((each) => !each.includes('/build/'))) {
      for (const target of importsOf(file)) {
        const other = roomOf(target);
        if (other === undefined || other === room) continue;
        if (floorOf(other) >= floorOf(room)) wrong.push(`${file} → ${target}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('no circle of files', () => {
  const files = new Set([...filesIn('server/src'), ...filesIn('client/src'), ...filesIn('grammar')]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const target of valueImportsOf(file)) if (files.has(target)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

/** Imports that are there when the program runs: types make no circle. */
function valueImportsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8').replace(/import type [^;]*;/g, '');
  return Array.from(source.matchAll(/(?:import|export)([^'";]*?)from\s+['"](\.[^'"]+)['"]/g))
    .filter((match) => !/^\s*\{(\s*type [^,}]+,?)*\s*\}\s*$/.test(match[1] ?? ''))
    .map((match) => path.posix.normalize(path.posix.join(path.posix.dirname(file), match[2] as string)));
}

test('the pure rooms touch neither files nor clock nor editor', () => {
  const wrong: string[] = [];
  for (const file of PURE.flatMap(filesIn).filter((each) => !each.includes('/build/'))) {
    for (const name of importsOf(file))
      if (/^(vscode|node:|fs$|path$)/.test(name)) wrong.push(`${file} → ${name}`);
    const source = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
    for (const [word] of source.matchAll(
      /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|globalThis)/g,
    )) {
      wrong.push(`${file}: ${word}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the client takes from the server the names of its own requests, nothing else', () => {
  const wrong = filesIn('client/src').flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('server/') && !target.startsWith('server/src/lsp/requests/'))
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});
