import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/index.ts';
import { rulesTable } from '../../server/src/rules/table.ts';
import { lint } from '../kit/check.ts';
import { readPage, type Sample } from './rulePages.ts';

const FOLDER = new URL('../../server/src/rules/', import.meta.url);
const README = new URL('README.md', FOLDER);

/** Everything found in a sample: in its text and in its codebook. */
function found({ text, codebook }: Sample) {
  const { findings, inCodebook } = lint(text, { codebook });
  return [...findings, ...inCodebook];
}

/** Names of the rules that report errors, each once. */
function errorsIn(sample: Sample): string[] {
  const errors = found(sample).filter((finding) => finding.severity === 'error');
  return [...new Set(errors.map((finding) => finding.rule))];
}

describe.each([...RULES.values()])('$name', (rule) => {
  const page = readPage(rule.name);

  test('has a page', () => {
    expect(page.title).toBe(rule.name);
    expect(page.sections.slice(0, 2)).toEqual(['Wrong', 'Right']);
    expect(page.wrong.length).toBeGreaterThan(0);
    expect(page.right.length).toBeGreaterThan(0);
  });

  test.each(page.wrong)('finds what is wrong: $text', (sample) => {
    expect(found(sample).map((finding) => finding.rule)).toContain(rule.name);
    expect(errorsIn(sample).filter((name) => name !== rule.name)).toEqual(sample.also);
  });

  test.each(page.right)('leaves alone what is right: $text', (sample) => {
    expect(found(sample).filter((finding) => finding.rule === rule.name)).toEqual([]);
    expect(errorsIn(sample)).toEqual([]);
  });

  test('speaks as an analyst would', () => {
    for (const sample of page.wrong) {
      for (const { rule: name, message } of found(sample)) {
        if (name !== rule.name) continue;
        expect(message).toMatch(/^\S[^]*[.?]$/);
        expect(message).not.toMatch(/token|pars(e|ing)|syntax|undefined|null|NaN|\bnode\b|offset/i);
        const sentences = message.replace(/“[^”]*”/g, '').split(/(?<=[.?])\s+(?=[A-Z])/);
        // What a codebook's reader says of a key lists all the others, which is a third.
        expect(sentences.length, message).toBeLessThanOrEqual(name === 'unknown-key' ? 3 : 2);
      }
    }
  });

  test('offers what it says that it offers', () => {
    const kinds = new Set<string>();
    for (const sample of page.wrong) {
      for (const finding of found(sample)) {
        if (finding.rule === rule.name) for (const fix of finding.fixes) kinds.add(fix.kind);
      }
    }
    expect([...kinds].sort()).toEqual([...rule.mends].sort());
  });
});

test('there is no page without its rule', () => {
  const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(pages.map((name) => name.slice(0, -3)).sort()).toEqual([...RULES.keys()].sort());
});

test('the table of rules is up to date (UPDATE=1 writes it)', () => {
  if (process.env.UPDATE) writeFileSync(README, rulesTable());
  expect(readFileSync(README, 'utf8')).toBe(rulesTable());
});
