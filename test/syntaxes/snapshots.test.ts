/** Every fixture, token by token. `vitest run -u` accepts what changed; read the difference. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadGrammar, render } from './tokenizer.ts';

const FIXTURES = new URL('fixtures/', import.meta.url);
const grammar = await loadGrammar();

test.each(readdirSync(FIXTURES).filter((name) => name.endsWith('.demarche')))('%s', async (name) => {
  const text = readFileSync(new URL(name, FIXTURES), 'utf8');
  await expect(`${render(grammar, text)}\n`).toMatchFileSnapshot(`fixtures/${name}.snap`);
});
