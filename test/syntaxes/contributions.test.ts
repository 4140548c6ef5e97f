/** What package.json is told about this room holds together. */
import { existsSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { syntaxContributions } from '../../syntaxes/build/contributions.ts';
import { generatedFiles } from '../../syntaxes/build/generated.ts';

const ROOT = new URL('../../', import.meta.url);
const contributions = syntaxContributions();
const grammar = generatedFiles().find(({ path }) => path.endsWith('.tmLanguage.json'))?.content ?? '';

test('every file that is named exists', () => {
  const paths = [...JSON.stringify(contributions).matchAll(/"(\.\/[^"]+)"/g)].map(
    (match) => match[1] as string,
  );
  expect(paths).toHaveLength(8);
  for (const path of paths) expect(existsSync(new URL(path, ROOT)), path).toBe(true);
});

test('the icon is small', () => {
  expect(statSync(new URL('syntaxes/icons/demarche.png', ROOT)).size).toBeLessThan(20_000);
});

test('a semantic token looks like what the grammar shows in its place', () => {
  const { semanticTokenTypes, semanticTokenModifiers, semanticTokenScopes } = contributions;
  const types = semanticTokenTypes.map(({ id }) => id as string);
  const modifiers = [undefined, ...semanticTokenModifiers.map(({ id }) => id)];
  for (const [selector, scopes] of Object.entries(semanticTokenScopes[0]?.scopes ?? {})) {
    const [type, modifier] = selector.split('.');
    expect(types).toContain(type);
    expect(modifiers).toContain(modifier);
    expect(scopes).toHaveLength(1);
    expect(grammar).toContain(`"${scopes[0]}"`);
  }
});
