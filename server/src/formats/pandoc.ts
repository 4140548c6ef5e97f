/**
 * Markdown for Pandoc, with a bracketed span around each statement and mention: `[words]{#id .claim by="russia"}`. Each
 * sign that Markdown would read stands escaped, so that the words come out as they were published; headings stay.
 */
import { RELATIONS } from '../codebook/attributes.ts';
import type { ExportDocument } from './format.ts';
import type { JsonDocument, JsonStatement } from './json.ts';
import { layOut, type Markup, type Part } from './layout.ts';

const MARKUP: Markup = { text: escapeMarkdown, open: () => '[', close: (part) => `]${attributesOf(part)}` };

export function writePandoc({ meaning }: ExportDocument): string {
  const blocks = layOut(meaning).map((block) => {
    const words = block.render(MARKUP);
    return block.level > 0 ? `${'#'.repeat(block.level)} ${words.trim()}` : guardedLines(words);
  });
  return `${[head(meaning), ...blocks].filter((part) => part !== '').join('\n\n')}\n`;
}

/** Text as Markdown that says just that. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#$^~|@&"']/g, '\\$&')
    .replace(/\.{3}|-{2,}/g, (signs) => signs.replace(/./g, '\\$&'))
    .replace(/(?<=:)\/\//g, '\\/\\/');
}

/** Lines that would begin a list, a rule, a definition or code do not; spaces at a line’s end break no line. */
function guardedLines(words: string): string {
  return words
    .split('\n')
    .map((line) =>
      line
        .replace(/[ \t]+$/, '')
        .replace(/^[ \t]+/, '')
        .replace(/^(\[*)([-+=:%])/, '$1\\$2')
        .replace(/^(\[*)(\p{L}{1,4}|\d+)([.)])(?=\s|$)/u, '$1$2\\$3')
        .replace(/^(\[*)(\()(?=\w{1,4}\))/, '$1\\$2'),
    )
    .join('\n');
}

function attributesOf({ marked, number }: Part): string {
  if (marked.type === 'mention') return `{.mention actors=${quoted(marked.mention.actors.join(' '))}}`;
  const { statement } = marked;
  if (number > 0) return `{.continuation of=${quoted(statement.id)}}`;
  const values = Object.entries(valuesOf(statement)).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [` ${name}=${quoted(value)}`],
  );
  // Identifiers of Pandoc’s hold no `~`.
  const id = statement.id.startsWith('~') ? '' : `#${statement.id} `;
  return `{${id}.${statement.kind}${values.join('')}}`;
}

function valuesOf(statement: JsonStatement): Record<string, string | null> {
  const names = (ids: readonly string[]) => ids.join(' ');
  const relations = RELATIONS.map((type) => [
    type,
    names(statement.relations.filter((each) => each.type === type).map(({ target }) => target)),
  ]);
  const own = Object.entries(statement.attributes).filter(([name]) => /^[A-Za-z][\w-]*$/.test(name));
  return {
    by: names(statement.by),
    to: names(statement.to),
    about: names(statement.about),
    via: names(statement.via),
    topic: names(statement.topics),
    position: statement.position,
    form: statement.form,
    date: statement.date,
    place: statement.place,
    type: statement.type,
    strength: statement.strength,
    if: statement.if,
    until: statement.until,
    response: statement.response,
    ...Object.fromEntries(relations),
    ...Object.fromEntries(own.map(([name, value]) => [`data-${name}`, value])),
    memo: statement.memos.join(' | '),
  };
}

/** A value in quotes, on one line. */
function quoted(value: string): string {
  return `"${value.replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&')}"`;
}

function head({ document, actors }: JsonDocument): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const text = (value: string) => JSON.stringify(escapeMarkdown(value.replace(/\s+/g, ' ')));
  const author = document.author.map((id) => text(names.get(id) ?? id));
  const entries = [
    ...(document.title === null ? [] : [`title: ${text(document.title)}`]),
    ...(author.length === 0 ? [] : [`author: [${author.join(', ')}]`]),
    ...(document.date === null ? [] : [`date: ${text(document.date)}`]),
    ...(document.source === null ? [] : [`source: ${text(document.source)}`]),
    ...(document.lang === null ? [] : [`lang: ${JSON.stringify(document.lang)}`]),
  ];
  return entries.length === 0 ? '' : ['---', ...entries, '---'].join('\n');
}
