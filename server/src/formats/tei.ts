/**
 * TEI P5: header, the text in divisions and paragraphs, and a stand-off part with actors, topics and relations.
 * A statement is `said` where its claimant and addressee are known to the text, in a `seg` that says what it is; one of
 * several parts is chained with `next` and `prev`.
 */
import type { ExportDocument } from './format.ts';
import type { JsonActor, JsonDocument, JsonStatement } from './json.ts';
import { type LaidOutBlock, layOut, type Markup, type Part } from './layout.ts';
import { element, parent, xmlAttributes, xmlText } from './xml.ts';

export function writeTei({ meaning }: ExportDocument): string {
  const { document } = meaning;
  const blocks = layOut(meaning);
  const root = element(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': document.lang },
    ['', headerXml(meaning), standOffXml(meaning), element('text', {}, bodyXml(meaning, blocks)), ''].join(
      '\n',
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** An `xml:id` that is a name in XML: other signs by their number. */
function xmlId(kind: 'actor' | 'topic' | 'statement', id: string, part = 0): string {
  const name = id.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${(sign.codePointAt(0) as number).toString(16)}_`);
  return `${kind}.${name}${part > 0 ? `..${part + 1}` : ''}`;
}

function pointers(kind: 'actor' | 'topic', ids: readonly string[]): string | null {
  return ids.length === 0 ? null : ids.map((id) => `#${xmlId(kind, id)}`).join(' ');
}

function headerXml({ document, actors }: JsonDocument): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const title = element('title', {}, xmlText(document.title ?? document.id));
  const authors = document.author.map((id) => element('author', {}, xmlText(names.get(id) ?? id)));
  const coder =
    document.coder === null
      ? []
      : [
          element(
            'respStmt',
            {},
            element('resp', {}, 'coded by') + element('name', {}, xmlText(document.coder)),
          ),
        ];
  const source = [
    element('title', {}, xmlText(document.title ?? document.id)),
    ...(document.source === null ? [] : [element('publisher', {}, xmlText(document.source))]),
    ...(document.section === null
      ? []
      : [element('biblScope', { unit: 'section' }, xmlText(document.section))]),
    ...(document.date === null
      ? []
      : [element('date', { when: teiDate(document.date) }, xmlText(document.date))]),
    ...(document.type === null ? [] : [element('note', { type: 'type' }, xmlText(document.type))]),
    ...document.memos.map((memo) => element('note', { type: 'memo' }, xmlText(memo))),
  ];
  return parent('teiHeader', {}, [
    parent('fileDesc', {}, [
      parent('titleStmt', {}, [title, ...authors, ...coder]),
      parent('publicationStmt', {}, [element('p', {}, xmlText(`Demarche document ${document.id}`))]),
      parent('sourceDesc', {}, [parent('bibl', {}, source)]),
    ]),
  ]);
}

/** `@when` takes dates of W3C’s form; another is left to the words. */
function teiDate(date: string): string | null {
  if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) return date;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(date) ? `${date}:00` : null;
}

function standOffXml({ actors, topics, statements }: JsonDocument): string {
  const known = new Set(statements.map(({ id }) => id));
  const persons = actors.filter(({ kind }) => kind === 'person');
  const others = actors.filter(({ kind }) => kind !== 'person');
  const links = statements.flatMap(({ id, relations }) =>
    relations.flatMap(({ type, target }) =>
      known.has(target)
        ? [element('link', { type, target: `#${xmlId('statement', id)} #${xmlId('statement', target)}` })]
        : [],
    ),
  );
  const children = [
    parent(
      'listPerson',
      {},
      persons.map((actor) => actorXml('person', 'persName', actor)),
    ),
    parent(
      'listOrg',
      {},
      others.map((actor) => actorXml('org', 'orgName', actor)),
    ),
    parent(
      'interpGrp',
      { type: 'topic' },
      topics.map(({ id, name, in: up, note }) => {
        const attributes = {
          'xml:id': xmlId('topic', id),
          n: id,
          inst: up === null ? null : pointers('topic', [up]),
        };
        return element('interp', attributes, xmlText(note === null ? name : `${name}: ${note}`));
      }),
    ),
    parent('linkGrp', { type: 'relations' }, links),
  ].filter((child) => child !== '');
  return parent('standOff', {}, children);
}

function actorXml(tag: 'person' | 'org', nameTag: string, actor: JsonActor): string {
  const { id, kind, name, aka, of, role, country, wikidata } = actor;
  const attributes = { 'xml:id': xmlId('actor', id), n: id, role, type: tag === 'org' ? kind : null };
  const note = (type: string, text: string) => element('note', { type }, xmlText(text));
  return element(
    tag,
    attributes,
    [
      element(nameTag, {}, xmlText(name)),
      ...aka.map((other) => element(nameTag, { type: 'alternative' }, xmlText(other))),
      ...(wikidata === null ? [] : [element('idno', { type: 'Wikidata' }, xmlText(wikidata))]),
      ...of.map((group) =>
        element('note', { type: 'affiliation', target: pointers('actor', [group]) }, xmlText(group)),
      ),
      ...(country === null ? [] : [note('country', country)]),
    ].join(''),
  );
}

function bodyXml(meaning: JsonDocument, blocks: readonly LaidOutBlock[]): string {
  const persons = new Set(meaning.actors.flatMap(({ id, kind }) => (kind === 'person' ? [id] : [])));
  const markup: Markup = {
    text: (text) => xmlText(text).replaceAll('\n', '\n<lb/>'),
    open: (part) => openTag(part, persons),
    close: (part) => closeTag(part, persons),
  };
  const divisions: string[][] = [];
  for (const block of blocks) {
    const content = block.render(markup);
    if (block.level > 0) divisions.push([element('head', { n: String(block.level) }, content)]);
    else if (divisions.length === 0) divisions.push([element('p', {}, content)]);
    else divisions.at(-1)?.push(element('p', {}, content));
  }
  if (divisions.length === 0) divisions.push([element('p', {})]);
  // A division holds more than its heading.
  const written = divisions.map((parts) =>
    parent('div', {}, parts.length === 1 && parts[0]?.startsWith('<head') ? [...parts, '<p/>'] : parts),
  );
  return `\n${parent('body', {}, written)}\n`;
}

function openTag({ marked, number, of }: Part, persons: ReadonlySet<string>): string {
  if (marked.type === 'mention') {
    const { actors } = marked.mention;
    const [only] = actors;
    const attributes = { ref: pointers('actor', actors) };
    return `<${mentionTag(actors.length === 1 ? only : undefined, persons)}${xmlAttributes(attributes)}>`;
  }
  const { statement } = marked;
  const chain = {
    'xml:id': xmlId('statement', statement.id, number),
    next: number + 1 < of ? `#${xmlId('statement', statement.id, number + 1)}` : null,
    prev: number > 0 ? `#${xmlId('statement', statement.id, number - 1)}` : null,
  };
  const said = {
    who: pointers('actor', statement.by),
    toWhom: pointers('actor', statement.to),
  };
  const seg = {
    type: statement.kind,
    subtype: nameToken(statement.type ?? statement.strength),
    ana: pointers('topic', statement.topics),
    n: statement.id,
  };
  return `<said${xmlAttributes(said)}><seg${xmlAttributes({ ...chain, ...seg })}>`;
}

function nameToken(value: string | null): string | null {
  return value !== null && /^[\p{L}][\p{L}\p{Nd}._-]*$/u.test(value) ? value : null;
}

function closeTag({ marked, number }: Part, persons: ReadonlySet<string>): string {
  if (marked.type === 'mention') {
    const { actors, memos } = marked.mention;
    const tag = mentionTag(actors.length === 1 ? actors[0] : undefined, persons);
    return `</${tag}>${number === 0 ? memosXml(memos) : ''}`;
  }
  const { statement } = marked;
  return `</seg></said>${number === 0 ? detailsXml(statement) : ''}`;
}

function mentionTag(actor: string | undefined, persons: ReadonlySet<string>): string {
  if (actor === undefined) return 'rs';
  return persons.has(actor) ? 'persName' : 'orgName';
}

function memosXml(memos: readonly string[]): string {
  return memos.map((memo) => element('note', { type: 'memo' }, xmlText(memo))).join('');
}

/** What TEI has no attribute for, as notes after the statement’s first words. */
function detailsXml(statement: JsonStatement): string {
  const details = Object.entries({
    about: statement.about.map((id) => `@${id}`).join(' ') || null,
    via: statement.via.map((id) => `@${id}`).join(' ') || null,
    position: statement.position,
    form: statement.form,
    date: statement.date,
    place: statement.place,
    if: statement.if,
    until: statement.until,
    response: statement.response,
    ...statement.attributes,
  });
  const notes = details.flatMap(([name, value]) =>
    value === null || value === ''
      ? []
      : [element('note', { type: nameToken(name) ?? 'attribute' }, xmlText(value))],
  );
  return notes.join('') + memosXml(statement.memos);
}
