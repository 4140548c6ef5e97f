import { expect, test } from 'vitest';
import {
  definitionsOf,
  highlightsIn,
  referencesFrom,
  referencesOfEntry,
} from '../../server/src/features/places.ts';
import { nameAt, nameInCodebook } from '../../server/src/features/target.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { openWorkspace } from '../kit/workspace.ts';

const OTHERS = {
  'other.demarche': '{@norland: Arnby} again. {claim supports=#main/open: Yes}.',
  'second.demarche': '---\nid: main\ncoder: ab\n---\n\n{demand #open: Another coder’s}.',
};

function check(
  marked: string,
  expected: { definition: string[]; references: string[]; highlights: string[] },
): void {
  const { workspace, document, cursor, show } = openWorkspace(marked, { others: OTHERS });
  const name = nameAt(document, cursor);
  const found = (places: Parameters<typeof show>[0][]) => places.map(show);
  expect({
    definition: name ? found(definitionsOf(workspace, document, name)) : [],
    references: name ? found(finish(referencesFrom(workspace, document, name))) : [],
    highlights: name ? found(finish(highlightsIn(workspace, document, name))) : [],
  }).toEqual(expected);
}

test('an actor: to the codebook, from all texts that follow it', () => {
  check('{@nor<|>land: Arnby}. {claim by=@norland,@lind: x}.', {
    definition: ['demarche.yaml: norland'],
    references: [
      'demarche.yaml: norland',
      'demarche.yaml: norland',
      'other.demarche: norland',
      'norland',
      'norland',
    ],
    highlights: ['norland', 'norland'],
  });
});

test('an actor of the head stays in its document', () => {
  check('---\nactors:\n  norland: { name: The old Norland }\n---\n\n{@nor<|>land: Arnby}.', {
    definition: ['norland'],
    references: ['norland', 'norland'],
    highlights: ['norland', 'norland'],
  });
});

test('a statement: relations and continuations, from other documents of the same coder', () => {
  check('{demand #open: x}. {claim answers=#o<|>pen: y}. {+#open: z}.', {
    definition: ['#open'],
    references: ['open', 'open', 'open', 'other.demarche: main/open'],
    highlights: ['open', 'open', 'open'],
  });
});

test('a statement of another document, and its document', () => {
  const { workspace, document, cursor, show } = openWorkspace('{claim rebuts=#other/f<|>ar: x}.', {
    others: { 'other.demarche': 'Then {claim #far: y}.' },
  });
  const name = nameAt(document, cursor);
  expect(name && definitionsOf(workspace, document, name).map(show)).toEqual(['other.demarche: #far']);
});

test('topics and attributes of the codebook; nothing for a core attribute or plain words', () => {
  check('{claim topic=d<|>am: x}', {
    definition: ['demarche.yaml: dam'],
    references: ['demarche.yaml: dam', 'dam'],
    highlights: ['dam'],
  });
  check('{claim fra<|>me=legal: x}', {
    definition: ['demarche.yaml: frame'],
    references: ['frame'],
    highlights: ['frame'],
  });
  check('{claim t<|>opic=dam: x}', { definition: [], references: ['topic'], highlights: ['topic'] });
  check('{claim: wor<|>ds}', { definition: [], references: [], highlights: [] });
});

test('the author of the head', () => {
  check('---\nauthor: Ada Berg\n---\n\n{claim by=@auth<|>or: x}.', {
    definition: ['Ada Berg'],
    references: ['author'],
    highlights: ['author'],
  });
});

test('from the codebook to the texts', () => {
  const { workspace, show } = openWorkspace('{@lind: She} {claim by=@lind: x}.');
  const [file] = workspace.codebooks.values();
  if (!file) throw new Error('no codebook');
  const name = nameInCodebook(file, file.text.indexOf('lind') + 2);
  expect(name && finish(referencesOfEntry(workspace, file, name)).map(show)).toEqual([
    'demarche.yaml: lind',
    'lind',
    'lind',
  ]);
});

test('works where a tag is broken', () => {
  check('{@norl<|>and Arnby and {claim by=@norland', {
    definition: ['demarche.yaml: norland'],
    references: [
      'demarche.yaml: norland',
      'demarche.yaml: norland',
      'other.demarche: norland',
      'norland',
      'norland',
    ],
    highlights: ['norland', 'norland'],
  });
});
