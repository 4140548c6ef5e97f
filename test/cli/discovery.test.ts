/** A walk and a question about one file agree, whatever is left out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Discovery } from '../../server/src/model/discovery.ts';
import { FileError, type FileSystem, type FolderEntry } from '../../server/src/model/files.ts';
import { cases } from '../kit/cases.ts';

/** Files by location, in memory. */
function memoryFiles(files: ReadonlyMap<string, string>): FileSystem {
  const isFolder = (location: string) => [...files.keys()].some((file) => file.startsWith(`${location}/`));
  return {
    stat: async (location) => (files.has(location) ? 'file' : isFolder(location) ? 'folder' : null),
    read: async (location) => {
      const text = files.get(location);
      if (text === undefined) throw new FileError('not-found', 'not found');
      return new TextEncoder().encode(text);
    },
    list: async (location) => {
      if (!isFolder(location)) throw new FileError('not-found', 'not found');
      const entries = new Map<string, FolderEntry>();
      for (const file of files.keys()) {
        if (!file.startsWith(`${location}/`)) continue;
        const [name = '', ...rest] = file.slice(location.length + 1).split('/');
        entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' });
      }
      return [...entries.values()];
    },
  };
}

const name = fc.constantFrom('a', 'b', 'drafts', '.x', 'node_modules');
const folder = fc.array(name, { maxLength: 3 }).map((names) => ['/top', ...names].join('/'));
const pattern = fc.constantFrom(
  'a',
  'a/',
  '/b',
  'drafts/**',
  '*.demarche',
  '!1.demarche',
  '**/a/*',
  'b/a',
  '!drafts/',
  '2*',
  '[',
  '\\',
  '#x',
  ' ',
);
const patterns = fc.array(pattern, { maxLength: 3 });

test('a walk comes upon what it is said to reach, once, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(folder, fc.constantFrom('1.demarche', '2.demarche', 'x.txt')), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.array(fc.tuple(folder, patterns), { maxLength: 3 }),
      fc.array(fc.tuple(folder, fc.record({ include: patterns, exclude: patterns })), { maxLength: 2 }),
      folder,
      async (documents, gitignores, codebooks, root) => {
        const files = new Map(documents.map(([at, file]) => [`${at}/${file}`, '']));
        for (const [at, lines] of gitignores) files.set(`${at}/.gitignore`, lines.join('\n'));
        files.set('/top/.git/HEAD', '');
        const rules = new Map(codebooks);
        const discovery = new Discovery(memoryFiles(files), async (at) => rules.get(at) ?? null);
        const walked: string[] = [];
        for await (const found of discovery.walk(root))
          if (found.kind === 'document') walked.push(found.location);
        const reached: string[] = [];
        for (const file of files.keys()) {
          if (!file.endsWith('.demarche') || !file.startsWith(`${root}/`)) continue;
          if (await discovery.reaches(root, file)) reached.push(file);
        }
        expect([...walked].sort()).toEqual(reached.sort());
        expect(new Set(walked).size).toBe(walked.length);
      },
    ),
    cases(150),
  );
});
