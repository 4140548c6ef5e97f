/**
 * Every string of the client has its translation. The terms in Simplified Chinese: 主张 claim, 要求 demand, 陈述 statement,
 * 行为体 actor, 提出者 claimant, 对象 addressee, 立场 position, 议题 topic, 编码手册 codebook, 编码员 coder, 备注 memo, 提及 mention,
 * 标记 tag, 文首 head of a document, 标识符 id, 回应 response.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stringsToTranslate } from '../../client/build/translatable.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): Record<string, string> => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

const LOCALES = ['zh-cn'];
const PAIRS = LOCALES.flatMap((locale) => [
  ['package.nls.json', `package.nls.${locale}.json`] as const,
  ['client/l10n/bundle.l10n.json', `client/l10n/bundle.l10n.${locale}.json`] as const,
]);

/** What must be in a translation as it is: what is put in, links' targets, code. */
function fixedParts(text: string): string[] {
  return [...text.matchAll(/\{\d+\}|\]\([^)]*\)|`+[^`]+`+|\$\([^)]*\)/g)].map(([part]) => part).sort();
}

/** What has no words to translate. */
function isName(text: string): boolean {
  return text === 'Demarche' || !/\p{L}/u.test(text.replaceAll(/\{\d+\}/g, ''));
}

test.each(PAIRS)('%s is translated in %s', (english, translated) => {
  const strings = read(english);
  const translations = read(translated);
  const missing = Object.entries(strings).filter(([key]) => !translations[key]?.trim());
  const stale = Object.keys(translations).filter((key) => !(key in strings));
  const same = Object.entries(strings).filter(([key, text]) => !isName(text) && translations[key] === text);
  const different = Object.entries(strings).filter(
    ([key, text]) =>
      translations[key] && fixedParts(text).join('\n') !== fixedParts(translations[key]).join('\n'),
  );
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${title} in ${translated}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  const entry = ([key, text]: [string, string]) => `${JSON.stringify(key)}: ${JSON.stringify(text)}`;
  expect(
    list('Not translated', missing.map(entry)) +
      list('Left in English', same.map(entry)) +
      list('Without the same placeholders, links or code', different.map(entry)) +
      list('No longer used', stale),
  ).toBe('');
});

test('package.json names every string that its translations have, and no other', () => {
  const manifest = readFileSync(new URL('package.json', ROOT), 'utf8');
  const named = [...manifest.matchAll(/"%([^"%]+)%"/g)].map((match) => match[1] as string);
  expect([...new Set(named)].sort()).toEqual(Object.keys(read('package.nls.json')).sort());
});

test('no words for users stand in package.json itself', () => {
  const { contributes } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8'));
  const keys = /^(title|label|description|markdownDescription|name|altText|contents|enumDescriptions)$/;
  const wrong: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (!/^%.+%$/.test(value) && value !== 'Demarche') wrong.push(`${path}: ${value}`);
      return;
    }
    for (const [key, member] of Object.entries(value ?? {})) {
      const isWords = keys.test(key) || (Array.isArray(value) && path.endsWith('enumDescriptions'));
      if (isWords || typeof member === 'object') visit(member, `${path}.${key}`);
    }
  };
  for (const part of ['commands', 'submenus', 'views', 'viewsContainers', 'viewsWelcome', 'walkthroughs']) {
    visit(contributes[part], part);
  }
  visit(contributes.configuration, 'configuration');
  expect(wrong).toEqual([]);
});

test('the folder of bundles holds bundles only, and is named in package.json', () => {
  const { l10n } = read('package.json');
  expect(existsSync(new URL(`${l10n}/bundle.l10n.json`, ROOT))).toBe(true);
  expect(readdirSync(new URL(`${l10n}/`, ROOT)).sort()).toEqual(
    ['bundle.l10n.json', ...LOCALES.map((locale) => `bundle.l10n.${locale}.json`)].sort(),
  );
});

test('strings are found in all ways of writing them, and once', () => {
  const text = `
    // t('a comment')
    t('one'); vscode.l10n.t("It's {0}", x); const { t } = vscode.l10n;
    t(
      'over lines',
      count,
    ); t('don\\'t'); \`\${t('inside')}\`; t('one'); set('no'); count('no');`;
  expect(Object.keys(stringsToTranslate([{ name: 'x.ts', text }]))).toEqual([
    "It's {0}",
    "don't",
    'inside',
    'one',
    'over lines',
  ]);
});

test.each(['t(`a ${b}`)', 't(name)', "t('a' + b)"])(
  '%s is refused, since no translation would be found',
  (text) => {
    expect(() => stringsToTranslate([{ name: 'x.ts', text }])).toThrow('x.ts');
  },
);
