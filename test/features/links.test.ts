import { expect, test } from 'vitest';
import { type Link, linksIn, linksInCodebook } from '../../server/src/features/links.ts';
import { openWorkspace } from '../kit/workspace.ts';

const target = ({ target: to }: Link) => ('url' in to ? to.url : to.location);

/** Checks links, each as `words → target`. */
function check(text: string, expected: readonly string[], codebook?: string | null): void {
  const { workspace, document, show } = openWorkspace(text, codebook === undefined ? {} : { codebook });
  const found = linksIn(workspace, document).map((link) => `${show(link)} → ${target(link)}`);
  expect(found).toEqual(expected);
}

test('the publication, the codebook and Wikidata, from a head', () => {
  check(
    '---\nsource: "https://example.org/a?b=c"\ncodebook: ./demarche.yaml\nactors:\n  ada: { name: Ada, wikidata: Q7259 }\n---\n\nSee http://example.org.',
    [
      'https://example.org/a?b=c → https://example.org/a?b=c',
      './demarche.yaml → /w/demarche.yaml',
      'Q7259 → https://www.wikidata.org/wiki/Q7259',
    ],
  );
});

test('nothing that is no web address, and no codebook that is not there', () => {
  check('---\nsource: Harte Courier\n---\n', []);
  check('---\nsource: "command:workbench.action.quit"\n---\n', []);
  check('---\nsource: "javascript:alert(1)"\n---\n', []);
  check('---\nsource: file:///etc/passwd\n---\n', []);
  check('---\ncodebook: gone/demarche.yaml\n---\n', []);
  check('---\ncodebook: demarche.yaml\n---\n', [], null);
});

test('an unclosed head, and a text without one', () => {
  check('---\nsource: https://example.org\n\nText', ['https://example.org → https://example.org']);
  check('{claim: x', []);
});

test('Wikidata, from a codebook: where the item stands, not where it is talked of', () => {
  const codebook =
    'actors:\n  a: { name: A, "wikidata": "Q15" }\n  b:\n    name: B\n    note: not Q1\n    wikidata: Q159\n  c: { name: C, wikidata: 159 }\n';
  const { workspace, show } = openWorkspace('', { codebook });
  const [file] = workspace.codebooks.values();
  const links = file ? linksInCodebook(file) : [];
  expect(links.map((link) => show({ ...link, location: '/w/demarche.yaml' }))).toEqual([
    'demarche.yaml: Q15',
    'demarche.yaml: Q159',
  ]);
});
