/** Documents for the tests of formats: made up, rich in what formats stumble over, and their way out and back. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { attributesOf } from '../../server/src/codebook/index.ts';
import { FACETS, type FacetName } from '../../server/src/formats/facets.ts';
import type { ExportContext, ExportDocument, Format, NamedFile } from '../../server/src/formats/format.ts';
import { FORMATS } from '../../server/src/formats/index.ts';
import { describeDocument, type JsonDocument } from '../../server/src/formats/json.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { codebookText, documentText } from '../rules/arbitraries.ts';

export const CODEBOOK = `actors:
  norland: { name: Norland, kind: state, aka: [Arnby, "the \\"north\\""], country: XNO, wikidata: Q20 }
  sudmark: { name: Südmark 苏德马克, kind: state, of: league }
  league: { name: River League, kind: organization, role: IGO }
  lind: { name: Maja Lind, kind: person, of: [norland, league] }
  北岸: { name: 北岸国, kind: state }
topics:
  dam: { name: "Harte dam; the high one", in: river, note: "Any stage: building, filling." }
  river: { name: The river Harte }
attributes:
  frame: { for: [claim], values: [historical, legal] }
  wit: { note: The coder’s own words. }
`;

/** A text with everything in it: overlaps, gaps, several lines, scripts, escapes, memos. */
export const RICH = `---
title: "Whose river? “Ours”, <they> say & smile"
author: lind
date: 2024-03-05
source: The Weir
section: Rivers
type: commentary
lang: en
coder: kh
---

# Who holds {@norland: the north}

{@norland: Arnby 🚢} {demand #halt by=@norland to=@sudmark,@league topic=dam position=oppose strength=ultimatum until=2024-06-01 if="the ice, all of it, is gone" date="2024-03-01T15:00" place="St. Abel": asks {claim #cold by=@sudmark topic=dam,river type=forecast frame=legal wit="a \\"dry\\" \\{joke\\}": that the gates
stay shut}}{+#cold: , in winter} too. {>> Check: “shut”? <<}

{claim #no by=@sudmark answers=#halt response=reject supports=#cold rebuts=#other/thing: 不行，他说} \\{sic\\} — {claim: it’s e\u0301lan, [she] *says* #1 <b> & x=y; C:\\ports\\}, {+#no: and الجليد رقيق هنا {>> right to left <<}}.

## 🇫🇷 2. What now

{+#no: = SUM(1, 2)} {@sudmark,@norland: Both {>> together <<}} are {claim #maybe by=@lind rephrases=#no type=value: -1 or +1, @home}.
`;

export interface Described extends ExportDocument {
  readonly workspace: Workspace;
}

/** A document’s meaning, as exports get it. */
export function described(text: string, codebook: string | null = CODEBOOK, name = 'main'): ExportDocument {
  const workspace = new Workspace();
  if (codebook !== null) workspace.setCodebook('/w/demarche.yaml', codebook);
  const document = workspace.setDocument(`/w/${name}.demarche`, text);
  const attributes = attributesOf(workspace.codebookOf(document)?.codebook ?? null);
  return { path: `${name}.demarche`, name, meaning: describeDocument(workspace, document), attributes };
}

export function contextOf(documents: readonly ExportDocument[]): ExportContext {
  return { isOne: false, attributes: new Map(documents.flatMap(({ attributes }) => [...attributes])) };
}

/** All files that a format makes of documents. */
export function exported(name: string, documents: readonly ExportDocument[]): NamedFile[] {
  const { writer, ending } = FORMATS.get(name) as Format;
  const context = contextOf(documents);
  switch (writer.makes) {
    case 'text':
      return [{ name: `all${ending}`, content: [...writer.write(documents, context)].join('') }];
    case 'each':
      return documents.map((each) => ({ name: `${each.name}${ending}`, content: writer.write(each) }));
    case 'files':
      return [...writer.write(documents, context)];
    case 'archive':
      return [{ name: `all${ending}`, content: writer.write(documents, context) }];
  }
}

/** The only text that a format makes of a document. */
export function exportedText(name: string, text: string, codebook: string | null = CODEBOOK): string {
  return String(exported(name, [described(text, codebook)])[0]?.content);
}

/** Any document at all, sound or broken. */
export const anyDocument = fc.tuple(documentText, codebookText);

const WORDS = [
  'The ice', ' is thick', '🚢', ' e\u0301lan', ' 冰很厚', ' الجليد', ', “so”', '; x=1', ' \\{sic\\}', ' C:\\ports', ' \\\\', '\nand', ' <b>&amp;', ' 👩‍👩‍👧',
  ' [x](y)', ' *so*', ' #1', ' @x', ' "q"', " 'q'", ' -- ', ' ...', ' =1+1', '\tx', ' _y_', ' $z$', ' {{', 
].filter((word) => !word.includes('{{')); // biome-ignore format: a list

const actor = fc.constantFrom('norland', 'sudmark', 'league', 'lind', '北岸', 'nobody', 'author');
const ids = ['a', 'b', 'c', '北', 'é2', 'halt-1'];
const list = (value: fc.Arbitrary<string>, most = 2) =>
  fc.uniqueArray(value, { minLength: 1, maxLength: most }).map((values) => values.join(','));
const attribute = (name: string, value: fc.Arbitrary<string>) => value.map((text) => ` ${name}=${text}`);
const text = fc.constantFrom('"if so, then"', '"a \\"b\\" \\{c\\}"', '"冰; 🚢"', '"=1"');
const attributes = fc
  .tuple(
    fc.option(attribute('by', list(actor.map((id) => `@${id}`))), { nil: '' }),
    fc.option(attribute('to', list(actor.map((id) => `@${id}`))), { nil: '' }),
    fc.option(attribute('about', list(actor.map((id) => `@${id}`))), { nil: '' }),
    fc.option(attribute('via', list(actor.map((id) => `@${id}`))), { nil: '' }),
    fc.option(attribute('topic', list(fc.constantFrom('dam', 'river', 'fog'))), { nil: '' }),
    fc.option(attribute('position', fc.constantFrom('support', 'oppose')), { nil: '' }),
    fc.option(attribute('form', fc.constantFrom('protest', 'ruling')), { nil: '' }),
    fc.option(attribute('date', fc.constantFrom('2021', '2021-12', '2021-12-17', '"2021-12-17T15:00"')), {
      nil: '',
    }),
    fc.option(attribute('place', text), { nil: '' }),
    fc.option(attribute('if', text), { nil: '' }),
    fc.option(attribute('until', fc.constantFrom('2025')), { nil: '' }),
    fc.option(attribute('type', fc.constantFrom('fact', 'value')), { nil: '' }),
    fc.option(attribute('strength', fc.constantFrom('appeal', 'threat')), { nil: '' }),
    fc.option(attribute('frame', fc.constantFrom('legal')), { nil: '' }),
    fc.option(attribute('wit', text), { nil: '' }),
    fc.option(attribute('supports', list(fc.constantFrom(...ids).map((id) => `#${id}`))), { nil: '' }),
    fc.option(attribute('answers', fc.constantFrom('#a', '#other/b')), { nil: '' }),
    fc.option(attribute('response', fc.constantFrom('agree', 'reject')), { nil: '' }),
  )
  .chain((all) => fc.subarray(all))
  .map((some) => some.join(''));

const memo = fc.constantFrom('', '', '', ' {>> a memo <<}', ' {>> = “x” & <y> <<}');

type Node =
  | { readonly words: string }
  | {
      readonly tag: 'mention' | 'claim' | 'demand' | 'more';
      readonly id: string | null;
      readonly attributes: string;
      readonly body: Node[];
      readonly memo: string;
    };

const { nodes } = fc.letrec<{ nodes: Node[]; node: Node }>((tie) => ({
  nodes: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...WORDS).map((words) => ({ words })),
    fc.record({
      tag: fc.constantFrom('mention' as const, 'claim' as const, 'demand' as const, 'more' as const),
      id: fc.option(fc.constantFrom(...ids)),
      attributes,
      body: tie('nodes'),
      memo,
    }),
  ),
}));

/** The marks of a block; ids are defined once in a document, then continued. */
function written(tree: readonly Node[], defined: Set<string>, inside: ReadonlySet<string>): string {
  return tree
    .map((node) => {
      if ('words' in node) return node.words;
      const { tag, id, attributes, body, memo } = node;
      const within = id === null ? inside : new Set([...inside, id]);
      const open = () => {
        if (tag === 'mention') return `{@${id === null ? 'norland' : 'sudmark,@lind'}: So`;
        if (id !== null && inside.has(id)) return `{claim${attributes}: So`;
        if (tag === 'more' && id !== null && defined.has(id)) return `{+#${id}: So`;
        if (id !== null && defined.has(id)) return `{claim: So`;
        if (id !== null) defined.add(id);
        return `{${tag === 'demand' ? 'demand' : 'claim'}${id === null ? '' : ` #${id}`}${attributes}: So`;
      };
      return `${open()}${written(body, defined, within)}${memo}}`;
    })
    .join('');
}

const head = fc.constantFrom(
  '---\ntitle: "A: b"\ncoder: kh\n---\n\n',
  '---\ntitle: T\nauthor: Ada Lind\ndate: 2022-01-19\nsource: S\n---\n\n',
  '---\nid: own\nauthor: [lind, norland]\nlang: zh\nsection: X\ntype: note\n---\n\n',
  '---\nauthor: lind\ndate: 2022\n---\n\n{>> on the document <<}\n\n',
);

/** A sound document without mistakes in its marks, in LF or CRLF. */
export const soundDocument = fc
  .tuple(
    head,
    fc.array(fc.tuple(fc.constantFrom('', '', '', '# ', '### '), nodes), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n', '\n', '\r\n'),
  )
  .map(([start, blocks, lineEnd]) => {
    const defined = new Set<string>();
    const bodies = blocks.map(([sign, tree]) => {
      const body = `So ${written(tree, defined, new Set())}`;
      return sign + (sign === '' ? body : body.replaceAll('\n', ' '));
    });
    return (start + bodies.join('\n\n')).replaceAll('\n', lineEnd);
  });

/** What of a document is still there: expects each part to be the same, but those named. */
export function expectSame(before: JsonDocument, after: JsonDocument, except: readonly FacetName[]): void {
  const [one, other] = [inOrder(before), inOrder(after)];
  for (const [name, { items }] of Object.entries(FACETS)) {
    // What the characters are follows from the other parts.
    if (['supplementary', 'controls', 'halves', ...except].includes(name)) continue;
    expect(items(other), name).toEqual(items(one));
  }
}

/** Statements by their words, not by where their tags stand: another of their parts may come to define them. */
function inOrder(document: JsonDocument): JsonDocument {
  const key = ({ spans, kind, id }: JsonDocument['statements'][number]) =>
    JSON.stringify([spans.map(({ start, end }) => [start, end]), kind, id.startsWith('~') ? '' : id]);
  const relations = (statement: JsonDocument['statements'][number]) => ({ ...statement });
  return {
    ...document,
    statements: document.statements.map(relations).sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    mentions: [...document.mentions].sort(
      (a, b) => a.start - b.start || b.end - a.end || (String(a.actors) < String(b.actors) ? -1 : 1),
    ),
  };
}
