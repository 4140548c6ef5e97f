/** What is committed is what the tables make. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedFiles } from '../client/build/generated.ts';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

const client = readdirSync(new URL('client/src', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: read(`client/src/${name}`) }));
const files = generatedFiles({
  manifest: read('package.json'),
  manifestStrings: read('package.nls.json'),
  client,
});

test.each(files)('$path is fresh', ({ path, content }) => {
  expect(read(path), 'run `npm run generate`').toBe(content);
});
