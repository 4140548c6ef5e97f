import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Severity } from '../../server/src/codebook/codebook.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { Linter } from '../../server/src/rules/linter.ts';
import { cases } from '../kit/cases.ts';
import { spelledOut } from '../kit/check.ts';
import { codebookText, documentEdit, documentText } from './arbitraries.ts';

const FILES = ['/w/one.demarche', '/w/two.demarche', '/w/sub/three.demarche'] as const;
const CODEBOOKS = ['/w/demarche.yaml', '/w/sub/demarche.yaml', '/w/other.yaml'] as const;

/** What is off by default is kept up to date, too; and where it is off, memos that quiet it still count. */
type Overrides = ReadonlyMap<string, Severity>;
const overriding = fc.constantFrom<Overrides>(new Map([['unanswered-demand', 'hint']]), new Map());

const change = fc.oneof(
  { weight: 8, arbitrary: fc.record({ edit: documentEdit, file: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ codebook: codebookText, file: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ text: fc.option(documentText), file: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.constant(true), file: fc.nat(2) }) },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(workspace: Workspace, each: Change): void {
  const file = FILES[each.file] as string;
  if ('edit' in each) {
    const source = workspace.document(file)?.source;
    if (source === undefined) return;
    const start = Math.floor(each.edit.from * source.length);
    const end = Math.min(source.length, start + each.edit.length);
    workspace.editDocument(file, start, end, each.edit.inserted);
  } else if ('codebook' in each) workspace.setCodebook(CODEBOOKS[each.file] as string, each.codebook);
  else if ('remove' in each) workspace.removeCodebook(CODEBOOKS[each.file] as string);
  else if (each.text === null) workspace.removeDocument(file);
  else workspace.setDocument(file, each.text);
}

/** All that a linter finds, with all that each finding says. */
function allFindings(workspace: Workspace, linter: Linter): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const file of FILES) {
    const document = workspace.document(file);
    if (document) all[file] = linter.findingsIn(document).map(spelledOut);
  }
  for (const [location, file] of [...workspace.codebooks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    all[location] = linter.findingsInCodebook(file).map(spelledOut);
  }
  return all;
}

/** The same files in a workspace of their own. */
function afresh(workspace: Workspace, overrides: Overrides): Record<string, unknown> {
  const fresh = new Workspace();
  const linter = new Linter(fresh, overrides);
  // In the order of the other, since which of several codebooks comes first decides nothing, but related places do.
  for (const { location, text } of workspace.codebooks.values()) fresh.setCodebook(location, text);
  for (const { location, source } of workspace.documents.values()) fresh.setDocument(location, source.text);
  return allFindings(fresh, linter);
}

test('findings after any changes are those of a fresh start', () => {
  fc.assert(
    fc.property(
      fc.tuple(documentText, documentText, documentText),
      codebookText,
      fc.array(change, { minLength: 1, maxLength: 3 }),
      overriding,
      (texts, codebook, changes, overrides) => {
        const workspace = new Workspace();
        const linter = new Linter(workspace, overrides);
        workspace.setCodebook(CODEBOOKS[0], codebook);
        texts.forEach((text, index) => workspace.setDocument(FILES[index] as string, text));
        for (const each of changes) {
          // Asking fills what the linter keeps; what a change should have made it forget shows afterwards.
          for (const document of workspace.documents.values()) linter.findingsIn(document);
          apply(workspace, each);
        }
        const [kept, fresh] = [allFindings(workspace, linter), afresh(workspace, overrides)];
        if (JSON.stringify(kept) !== JSON.stringify(fresh)) expect(kept).toEqual(fresh);
      },
    ),
    cases(200),
  );
}, 600_000);

/** Blocks of a document whose statements answer demands of the other, some by what a third block says of them. */
const answer = fc.constantFrom(
  '{demand #a by=@ru to=@us: x}',
  '{demand #b to=@us,@nobody: x {demand #c: y}}',
  '{claim by=@us answers=#one/a response=agree: x}',
  '{claim by=@ru answers=#one/a,#one/b response=withdraw: x}',
  '{claim #d by=@us response=agree answers=#two/b: x}',
  '{claim #d by=@ru: x}',
  '{+#d: {claim answers=#one/a,#two/a response=reject: x}}',
  '{+#d: {claim #c: x}}',
  '{+#c: {claim answers=#one/b response=decline: x}}',
  '{claim answers=#a,#b response=agree by=@us: x}',
  '{demand #a by=@us to=@ru: y}',
  '{+#a: {demand #b to=@us: y}} {>> demarche-ignore unanswered-demand <<}',
  '{demand #e to=@ru: z} {>> demarche-ignore unanswered-demand <<}',
  'words',
);
const otherHead = fc.constantFrom(
  '',
  '---\ncoder: kh\n---\n\n',
  '---\nauthor: us\n---\n\n',
  '---\nid: one\n---\n\n',
);
const answering = fc.record({ head: otherHead, blocks: fc.array(answer, { minLength: 1, maxLength: 4 }) });
const twist = fc.record({ head: fc.option(otherHead), index: fc.nat(3), block: answer });
const someActors = fc.constantFrom(
  'actors:\n  us: Us\n  ru: Ru\n',
  'actors:\n  us: { name: Us, of: ru }\n',
  '',
);

/** Replaces what differs, and no more. */
function replaceText(workspace: Workspace, file: string, text: string): void {
  const before = workspace.document(file)?.source.text ?? '';
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before[start] === text[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  workspace.editDocument(file, start, before.length - tail, text.slice(start, text.length - tail));
}

test('what is answered from another document', () => {
  fc.assert(
    fc.property(
      answering,
      answering,
      twist,
      someActors,
      someActors,
      overriding,
      (one, two, other, first, second, overrides) => {
        const workspace = new Workspace();
        const linter = new Linter(workspace, overrides);
        const text = ({ head, blocks }: typeof one) => head + blocks.join('\n\n');
        const blocks = two.blocks.with(other.index % two.blocks.length, other.block);
        const changes = [
          () => replaceText(workspace, FILES[1], text({ head: other.head ?? two.head, blocks })),
          () => workspace.setCodebook(CODEBOOKS[0], second),
          () => replaceText(workspace, FILES[1], text(two)),
          () => workspace.removeDocument(FILES[1]),
        ];
        workspace.setCodebook(CODEBOOKS[0], first);
        workspace.setDocument(FILES[0], text(one));
        workspace.setDocument(FILES[1], text(two));
        for (const each of changes) {
          allFindings(workspace, linter);
          each();
          expect(allFindings(workspace, linter)).toEqual(afresh(workspace, overrides));
        }
      },
    ),
    cases(80),
  );
});
