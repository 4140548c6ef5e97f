/** A statement in a hover: who says what to whom, on what, its words, what speaks for and against it. */

import { demandStates } from '../model/demands.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import { relationsTo } from '../model/relations.ts';
import { type Meaning, resolveStatement } from '../model/resolve.ts';
import { wordsOf } from '../model/words.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Linker } from './markdown.ts';
import { code, escapeMarkdown, link as linkTo, quotation } from './markdown.ts';
import { actorName, actorNames, nameOfStatement, shorten } from './wording.ts';

const KIND_TITLES = { claim: 'Claim', demand: 'Demand', unknown: 'Unknown kind of statement' } as const;

const OUTGOING = {
  supports: 'Supports',
  rebuts: 'Rebuts',
  rephrases: 'Rephrases',
  answers: 'Answers',
} as const;
const INCOMING = {
  supports: 'Supported by',
  rebuts: 'Rebutted by',
  rephrases: 'Rephrased by',
  answers: 'Answered by',
} as const;

/** Markdown for a statement, as seen from a document. */
export function statementHover(
  workspace: Workspace,
  statement: Statement,
  from: DocumentModel,
  link: Linker,
): string {
  const names = workspace.namesFor(statement.document);
  const meaning = resolveStatement(statement);
  const { kind, id } = statement.fact;
  const replies = kind === 'demand' ? states(workspace, statement, names, link) : '';
  const relations = [outgoing(workspace, statement, meaning, link), incoming(workspace, statement, link)];
  const argument = relations.filter((each) => each !== '').join('\n');
  const parts = [
    `**${KIND_TITLES[kind]}**${id === null ? '' : ` ${code(`#${id}`)}`}${elsewhere(statement, from)}`,
    speakers(names, meaning),
    quotation(shorten(wordsOf(statement), 400) || '(no words)'),
    circumstances(names, meaning),
    // Before the argument, which may be long: what one wants to know of a demand is what became of it.
    replies && `Replies:\n${replies}`,
    // Markdown makes one list of two that nothing stands between.
    replies && argument ? `In the argument:\n${argument}` : argument,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function elsewhere({ document }: Statement, from: DocumentModel): string {
  return document === from ? '' : ` in ${escapeMarkdown(document.head.title?.value ?? document.id)}`;
}

function speakers(names: Names, { by, to, via, about }: Meaning): string {
  const line = [`**${escapeMarkdown(actorNames(names, by))}**`];
  if (to.length > 0) line.push(`→ **${escapeMarkdown(actorNames(names, to))}**`);
  if (about.length > 0) line.push(`about ${escapeMarkdown(actorNames(names, about))}`);
  if (via.length > 0) line.push(`via ${escapeMarkdown(actorNames(names, via))}`);
  return line.join(' ');
}

function circumstances(names: Names, meaning: Meaning): string {
  const position = meaning.position === null ? '' : ` (${meaning.position})`;
  const topics = meaning.topics.map((topic) => names.topic(topic)?.name ?? topic).join(', ');
  const facts: [string, string | null][] = [
    ['topic', topics ? topics + position : null],
    ['type', meaning.type],
    ['strength', meaning.strength],
    ['form', meaning.form],
    ['if', meaning.if],
    ['until', meaning.until],
    ['date', meaning.date],
    ['place', meaning.place],
    ['response', meaning.response],
    ...Object.entries(meaning.attributes),
  ];
  return facts
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${escapeMarkdown(name)}: ${escapeMarkdown(value as string)}`)
    .join(' · ');
}

function outgoing(
  workspace: Workspace,
  { document }: Statement,
  { relations }: Meaning,
  link: Linker,
): string {
  return list(
    relations.map(({ type, target }) => {
      const statement = workspace.statement(target, document);
      return `${OUTGOING[type]} ${statement ? reference(statement, link) : code(`#${target}`)}`;
    }),
  );
}

function incoming(workspace: Workspace, statement: Statement, link: Linker): string {
  const relations = [...relationsTo(workspace, statement)];
  return list(relations.map(({ type, source }) => `${INCOMING[type]} ${reference(source, link)}`));
}

/** The state of a demand, a line per addressee. */
function states(workspace: Workspace, demand: Statement, names: Names, link: Linker): string {
  return list(
    demandStates(workspace, demand).map(({ addressee, response, reply }) => {
      const state = response === null ? 'no answer yet' : response;
      const source = reply === null ? '' : ` ${reference(reply, link)}`;
      return `${escapeMarkdown(actorName(names, addressee))}: **${state}**${source}`;
    }),
  );
}

/** A statement as a link with its first words. */
export function reference(statement: Statement, link: Linker): string {
  const { document, block, tag } = statement;
  const name = escapeMarkdown(nameOfStatement(statement, 60));
  const words = statement.fact.id === null ? '' : ` ${escapeMarkdown(shorten(wordsOf(statement), 60))}`;
  return `${linkTo(name, link(document.location, document.startOf(block) + tag.start))}${words}`;
}

function list(items: readonly string[]): string {
  const most = 8;
  const shown = items.slice(0, most).map((item) => `- ${item}`);
  if (items.length > most) shown.push(`- and ${items.length - most} more`);
  return shown.join('\n');
}
