import { expect, test } from 'vitest';
import { editsForMoves, relativePath } from '../../server/src/features/fileRename.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { applyTo } from '../kit/placedEdits.ts';
import { openWorkspace } from '../kit/workspace.ts';

const OTHERS = {
  'talks.demarche': 'Then {demand #open: y}. {claim supports=#talks/open: x}.',
  'named.demarche': '---\nid: named\n---\n\n{claim #a: y}.',
  'theirs.demarche': '---\ncoder: ab\n---\n\n{claim answers=#talks/open: x}.',
};

/** Checks what follows when files (by name, or folders) move, each edit as `file: old → new`. */
function check(
  text: string,
  moves: Readonly<Record<string, string>>,
  expected: readonly string[],
  others: Record<string, string> = OTHERS,
): void {
  const { workspace, show } = openWorkspace(text, { others });
  const files = Object.entries(moves).map(([from, to]) => ({ from: `/w/${from}`, to: `/w/${to}` }));
  const edits = finish(editsForMoves(workspace, files));
  expect(edits.map((edit) => `${show(edit)} → ${edit.text}`)).toEqual(expected);
}

test('references follow a document whose id is its file’s name', () => {
  check('{claim answers=#talks/open,#named/a: x}', { 'talks.demarche': 'Second talks.demarche' }, [
    'talks → Second-talks',
    'talks.demarche: talks → Second-talks',
  ]);
});

test('nothing follows where the id stays: in the head, in another folder, with another ending', () => {
  check('{claim supports=#named/a: x}', { 'named.demarche': 'new.demarche' }, []);
  check('{claim answers=#talks/open: x}', { 'talks.demarche': 'more/talks.demarche' }, []);
  check('{claim answers=#talks/open: x}', { 'talks.demarche': 'talks.txt' }, []);
  check('{claim answers=#talks/open: x}', { 'unknown.demarche': 'y.demarche' }, []);
});

test('a name that another document has is not taken: references would mean either', () => {
  check('{claim answers=#talks/open: x}', { 'talks.demarche': 'deep/named.demarche' }, []);
  check('{claim answers=#talks/open: x}', { 'talks.demarche': 'deep/theirs.demarche' }, [
    'talks → theirs',
    'talks.demarche: talks → theirs',
  ]);
});

test('two files that change places, and a folder', () => {
  const others = { 'a.demarche': '{claim #x: 1}', 'b.demarche': '{claim #x: 2}' };
  check(
    '{claim supports=#a/x,#b/x: 3}',
    { 'a.demarche': 'b.demarche', 'b.demarche': 'a.demarche' },
    ['a → b', 'b → a'],
    others,
  );
  check('{claim supports=#a/x: 3}', { 'a.demarche': 'c.demarche', 'b.demarche': 'c.demarche' }, [], others);
});

test('of two documents with one id, references follow the one that they mean', () => {
  const others = { 'one/a.demarche': '{claim #x: 1}', 'two/a.demarche': '{claim #x: 2}' };
  check('{claim supports=#a/x: 3}', { 'two/a.demarche': 'two/b.demarche' }, [], others);
  check('{claim supports=#a/x: 3}', { 'one/a.demarche': 'one/b.demarche' }, ['a → b'], others);
});

test('paths to codebooks follow: when the document moves, the codebook, or its folder', () => {
  const others = {
    'deep/x.demarche': '---\ncodebook: ../demarche.yaml\n---\n\nx',
    'y.demarche': '---\ncodebook: "demarche.yaml"\n---\n',
  };
  check(
    '',
    { 'deep/x.demarche': 'x.demarche' },
    ['deep/x.demarche: ../demarche.yaml → demarche.yaml'],
    others,
  );
  check('', { deep: 'deeper/still' }, ['deep/x.demarche: ../demarche.yaml → ../../demarche.yaml'], others);
  check(
    '',
    { 'demarche.yaml': 'two words/demarche.yaml' },
    [
      'deep/x.demarche: ../demarche.yaml → ../two words/demarche.yaml',
      'y.demarche: "demarche.yaml" → "two words/demarche.yaml"',
    ],
    others,
  );
  check('---\ncodebook: ../no/demarche.yaml\n---\n', { 'main.demarche': 'deep/main.demarche' }, []);
});

test('on a broken document, and on one that is being edited', () => {
  const { workspace, document, show } = openWorkspace('x', { others: OTHERS });
  workspace.editDocument(
    document.location,
    0,
    1,
    '{claim answers=#talks/open and {claim #b rebuts=#talks/open',
  );
  const edits = finish(editsForMoves(workspace, [{ from: '/w/talks.demarche', to: '/w/new.demarche' }]));
  expect(edits.map(show)).toEqual(['talks', 'talks', 'talks.demarche: talks']);
  applyTo(workspace, edits);
  expect(document.source.text).toBe('{claim answers=#new/open and {claim #b rebuts=#new/open');
});

test('relative paths, with URIs too', () => {
  expect(relativePath('file:///w/a', 'file:///w/b/c.yaml')).toBe('../b/c.yaml');
  expect(relativePath('file:///w/a', 'vscode-vfs://w/b.yaml')).toBe(null);
  expect(relativePath('w', 'w/c.yaml')).toBe('c.yaml');
});
