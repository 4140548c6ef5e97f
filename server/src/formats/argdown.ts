/**
 * Argdown: a statement each, its topics as tags, what else there is of it as data, and below it those that support or
 * rebut it: in Argdown a relation is written under the statement that it leads to. Signs that Argdown would read are
 * escaped, and a statement stands on one line.
 */
import type { ExportDocument } from './format.ts';
import type { JsonDocument, JsonStatement } from './json.ts';

export function writeArgdown({ meaning }: ExportDocument): string {
  const { document, statements } = meaning;
  const titles = titlesOf(statements);
  const names = new Map(meaning.actors.map(({ id, name }) => [id, name]));
  const incoming = new Map<string, string[]>();
  for (const { id, relations } of statements) {
    for (const { type, target } of relations) {
      const sign = type === 'supports' ? '+' : type === 'rebuts' ? '-' : null;
      if (sign === null || !titles.has(target)) continue;
      const line = `  ${sign} [${titles.get(id)}]`;
      const known = incoming.get(target);
      if (known === undefined) incoming.set(target, [line]);
      else if (!known.includes(line)) known.push(line);
    }
  }
  const head = headOf(document);
  const blocks = statements.map((statement) =>
    [
      statementLine(statement, titles.get(statement.id) as string, names),
      ...(incoming.get(statement.id) ?? []),
    ].join('\n'),
  );
  return `${[...(head === '' ? [] : [head]), ...blocks].join('\n\n')}\n`;
}

/** Ids as titles: without the signs that end a title or begin a note. */
function titlesOf(statements: readonly JsonStatement[]): Map<string, string> {
  return new Map(statements.map(({ id }) => [id, id.replace(/^-/, '_')]));
}

function headOf({ title, author, date, source }: JsonDocument['document']): string {
  const entries = Object.entries({ title, author: author.join(', ') || null, date, source }).flatMap(
    ([key, value]) => (value === null ? [] : [`${key}: ${yamlText(value)}`]),
  );
  return entries.length === 0 ? '' : ['===', ...entries, '==='].join('\n');
}

function statementLine(statement: JsonStatement, title: string, names: ReadonlyMap<string, string>): string {
  const words = statement.spans.map(({ text }) => text).join(' … ');
  const tags = statement.topics.map((topic) => ` #(${topic.replace(/[()#\r\n]/g, '_')})`).join('');
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ') || null;
  const data = Object.entries({
    kind: statement.kind,
    claimant: named(statement.by),
    addressee: named(statement.to),
    position: statement.position,
    date: statement.date,
    start: String(statement.spans[0]?.start ?? 0),
    end: String(statement.spans.at(-1)?.end ?? 0),
  }).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${yamlText(value)}`]));
  return `[${title}]: ${escaped(words)}${tags} {${data.join(', ')}}`;
}

/** Words on one line, with a backslash before each sign that has a meaning in Argdown. */
function escaped(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line === '' ? '…' : line.replace(/[\\[\]<>{}()#@*_/%|~^:+=.,;-]/g, '\\$&');
}

/** A value in quotes; Argdown ends its data at a closing brace that something follows, so none stays one. */
function yamlText(value: string): string {
  return JSON.stringify(
    value.replace(/\s+/g, ' ').replace(/\{/g, '(').replace(/\}/g, ')').replace(/={3,}/g, '=='),
  );
}
