/** An actor in a hover: who it is, and what it claims, demands and is asked for, here and in the workspace. */

import type { Actor } from '../codebook/codebook.ts';
import { type ActorActivity, activityIn, type Resolved } from '../model/activity.ts';
import type { DocumentModel } from '../model/document.ts';
import { nameKey } from '../model/facts.ts';
import type { Names } from '../model/names.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { reference } from './hoverStatement.ts';
import type { Linker } from './markdown.ts';
import { code, escapeMarkdown } from './markdown.ts';
import { actorName } from './wording.ts';

const LATEST = 3;

/** Markdown for an actor, or null if nobody knows it. */
export function actorHover(
  workspace: Workspace,
  document: DocumentModel,
  id: string,
  link: Linker,
): string | null {
  const names = workspace.namesFor(document);
  const actors = names.expand(id);
  if (actors.length === 0) return null;
  return actors.map((actor) => describe(workspace, document, names, actor, link)).join('\n\n---\n\n');
}

function describe(
  workspace: Workspace,
  document: DocumentModel,
  names: Names,
  actor: Actor,
  link: Linker,
): string {
  const here = activityIn(workspace, document).actors.get(actor.id);
  const parts = [
    `**${escapeMarkdown(actor.name)}** ${code(`@${actor.id}`)}`,
    whoItIs(names, actor),
    countsLine('Here', here ? [here] : []),
  ];
  // A name made for the document's author is its own: elsewhere it means somebody else.
  const all = actor.id === AUTHOR ? [] : activities(workspace, document, actor);
  if (all.length > 0) parts.push(countsLine('In the workspace', all));
  if (here) {
    parts.push(latest('Claims', here.claims, link), latest('Demands', here.demands, link));
    parts.push(latest('Is asked', here.received, link));
  }
  const elsewhere = all.filter((activity) => activity !== here);
  parts.push(elsewhereLatest('Says elsewhere', elsewhere, (each) => [...each.claims, ...each.demands], link));
  parts.push(elsewhereLatest('Is asked elsewhere', elsewhere, (each) => each.received, link));
  return parts.filter((part) => part !== '').join('\n\n');
}

function whoItIs(names: Names, actor: Actor): string {
  const facts = [
    actor.kind ?? '',
    actor.role ?? '',
    actor.of.length > 0 ? `of ${actor.of.map((group) => actorName(names, group.value)).join(', ')}` : '',
    actor.country ?? '',
    actor.aka.length > 0 ? `also ${actor.aka.map((other) => other.value).join(', ')}` : '',
    actor.note ?? '',
  ];
  return escapeMarkdown(facts.filter((fact) => fact !== '').join(' · '));
}

/** What the actor does in all documents that follow the same codebook. */
function activities(workspace: Workspace, document: DocumentModel, actor: Actor): ActorActivity[] {
  const codebook = workspace.codebookOf(document);
  const documents = new Set([document, ...workspace.documentsUsing(nameKey('actor', actor.id))]);
  return [...documents]
    .filter((other) => workspace.codebookOf(other) === codebook)
    .map((other) => activityIn(workspace, other).actors.get(actor.id))
    .filter((activity) => activity !== undefined);
}

function countsLine(place: string, found: readonly ActorActivity[]): string {
  if (found.length === 0) return '';
  const sum = (count: (activity: ActorActivity) => number) =>
    found.reduce((total, each) => total + count(each), 0);
  const counts = [
    plural(
      sum((each) => each.claims.length),
      'claim',
    ),
    plural(
      sum((each) => each.demands.length),
      'demand',
    ),
    `${plural(
      sum((each) => each.received.length),
      'demand',
    )} received`,
    plural(
      sum((each) => each.mentions),
      'mention',
    ),
  ];
  return `${place}: ${counts.join(', ')}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The last few of a list, those that come last in the text first. */
function latest(title: string, statements: readonly Resolved[], link: Linker): string {
  if (statements.length === 0) return '';
  const shown = statements.slice(-LATEST).reverse();
  return `${title}:\n${shown.map(({ statement }) => `- ${reference(statement, link)}`).join('\n')}`;
}

/** The few with the latest dates among those of other documents, with the titles of these. */
function elsewhereLatest(
  title: string,
  found: readonly ActorActivity[],
  pick: (activity: ActorActivity) => readonly Resolved[],
  link: Linker,
): string {
  const shown = found
    .flatMap(pick)
    .sort((a, b) => compareDates(b.meaning.date, a.meaning.date))
    .slice(0, LATEST);
  if (shown.length === 0) return '';
  const lines = shown.map(({ statement, meaning }) => {
    const { head, id } = statement.document;
    const source = [head.title?.value ?? id, meaning.date ?? ''].filter((part) => part !== '').join(', ');
    return `- ${reference(statement, link)} *(${escapeMarkdown(source)})*`;
  });
  return `${title}:\n${lines.join('\n')}`;
}

/** Statements without a date come before all others. */
function compareDates(a: string | null, b: string | null): number {
  const [first, second] = [a ?? '', b ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
