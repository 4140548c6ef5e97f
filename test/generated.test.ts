/** What is committed is what the tables make. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedFiles } from '../client/build/generated.ts';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

test.each(generatedFiles(read('package.json')))('$path is fresh', ({ path, content }) => {
  expect(read(path), 'run `npm run generate`').toBe(content);
});
