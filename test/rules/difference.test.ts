/** What crosses blocks costs what an edit touches, and says what a fresh look would say. */
import { expect, test } from 'vitest';
import type { Severity } from '../../server/src/codebook/codebook.ts';
import { fingerprint } from '../../server/src/model/identity.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { Linter } from '../../server/src/rules/linter.ts';

const LOCATION = '/w/main.demarche';
const OTHER = '/w/other.demarche';
const MANY = 500;
const ON = new Map<string, Severity>([['unanswered-demand', 'hint']]);

const demands = Array.from(
  { length: MANY },
  (_, i) => `{demand #d${i} by=@norland to=@sudmark: Open gate ${i}}.`,
);
const replies = demands.map((_, i) => `{claim #r${i} by=@sudmark answers=#d${i} response=agree: Yes ${i}}.`);
const text = [...demands, ...replies].join('\n\n');

function open(files: Readonly<Record<string, string>>, overrides: ReadonlyMap<string, Severity> = ON) {
  const workspace = new Workspace();
  const linter = new Linter(workspace, overrides);
  workspace.setCodebook('/w/demarche.yaml', 'actors: { norland: Norland, sudmark: Sudmark }\n');
  for (const [location, content] of Object.entries(files)) workspace.setDocument(location, content);
  const found = (rule: string, location = LOCATION) => {
    const document = workspace.document(location);
    if (document === null) return [];
    return linter
      .findingsIn(document)
      .filter((finding) => finding.rule === rule)
      .map(({ start, end }) => document.source.text.slice(start, end));
  };
  const replace = (before: string, after: string, location = LOCATION) => {
    const start = workspace.document(location)?.source.text.indexOf(before) ?? -1;
    expect(start).toBeGreaterThanOrEqual(0);
    workspace.editDocument(location, start, start + before.length, after);
  };
  /** How many blocks with statements are asked about answers again. */
  const cost = (change: () => void) => {
    for (const document of workspace.documents.values()) linter.findingsIn(document);
    const before = linter.answersChecked;
    change();
    for (const document of workspace.documents.values()) linter.findingsIn(document);
    return linter.answersChecked - before;
  };
  return { workspace, linter, found, replace, cost };
}

test('an edit asks the demands that it touches, wherever they stand', () => {
  const { cost, replace, found } = open({ [LOCATION]: text });
  expect(found('unanswered-demand')).toEqual([]);
  expect(cost(() => replace('Open gate 250', 'Open the gate 250'))).toBe(1);
  // The reply, and the demand that it answers.
  expect(cost(() => replace('Yes 250', 'Yes indeed'))).toBe(2);
  expect(cost(() => replace('answers=#d250', 'answers=#d251'))).toBe(3);
  expect(found('unanswered-demand')).toEqual(['{demand #d250 by=@norland to=@sudmark']);
});

test('an edit of another document asks the demands that it answers', () => {
  const { cost, replace, found } = open({
    [LOCATION]: demands.join('\n\n'),
    [OTHER]: replies.join('\n\n').replaceAll('answers=#', 'answers=#main/'),
  });
  expect(found('unanswered-demand')).toEqual([]);
  expect(cost(() => replace('response=agree: Yes 7}', 'response=withdraw: Yes 7}', OTHER))).toBe(2);
  expect(found('unanswered-demand')).toEqual(['{demand #d7 by=@norland to=@sudmark']);
});

test('where the rule is off, nobody is asked; a memo that quiets it is useless only where it would find nothing', () => {
  const { cost, replace, found } = open({ [LOCATION]: text }, new Map());
  expect(cost(() => replace('Yes 250', 'Yes indeed'))).toBe(0);
  const memo = ' {>> demarche-ignore unanswered-demand: later <<}';
  expect(cost(() => replace('Open gate 3}.', `Open gate 3}.${memo}`))).toBe(1);
  expect(found('useless-ignore')).toEqual(['unanswered-demand']);
  replace(replies[3] as string, 'Silence.');
  expect(found('useless-ignore')).toEqual([]);
  expect(found('unanswered-demand')).toEqual([]);
});

test('a demand that others within a continuation of it spell out', () => {
  const { replace, found } = open({
    [LOCATION]:
      '{demand #a by=@norland to=@sudmark: Asks}.\n\n{+#a: {demand #b: open}}.\n\n{claim by=@sudmark answers=#b response=agree: Yes}.',
  });
  expect(found('unanswered-demand')).toEqual([]);
  replace('demand #b:', 'demand #b by=@norland to=@sudmark:');
  expect(found('unanswered-demand')).toEqual(['{demand #a by=@norland to=@sudmark']);
  // A second one of that name, before it: the inner one no longer counts.
  replace('demand #b by=@norland to=@sudmark:', 'demand #b:');
  replace('Asks}.', 'Asks}.\n\n{demand #b by=@norland to=@sudmark: Other}.');
  expect(found('unanswered-demand')).toEqual(['{demand #a by=@norland to=@sudmark']);
});

test('the text of a source-hash: marks, words, line ends, and back', () => {
  const words = 'Open the gates.\n\nClose them.';
  const { found, replace } = open({
    [LOCATION]: `---\nsource-hash: ${fingerprint(words)}\n---\n\n${words}`,
  });
  const isChanged = () => found('text-changed').length > 0;
  expect(isChanged()).toBe(false);
  replace('the gates', '{claim: the gates}');
  expect(isChanged()).toBe(false);
  replace('Close them', 'Close it');
  expect(isChanged()).toBe(true);
  replace('Close it', 'Close them');
  expect(isChanged()).toBe(false);
  replace('.\n\nClose', '.\r\n\r\nClose');
  expect(isChanged()).toBe(false);
  replace(fingerprint(words), '0'.repeat(64));
  expect(isChanged()).toBe(true);
});
