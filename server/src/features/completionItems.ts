/** The entries that completion offers. */
import { type AttributeDefinition, STATEMENT_KINDS, type StatementKind } from '../codebook/attributes.ts';
import type { Actor } from '../codebook/codebook.ts';
import { activityIn } from '../model/activity.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CompletionEntry } from './completion.ts';
import { describeAttribute } from './hover.ts';
import { escapeMarkdown } from './markdown.ts';
import { actorName, shorten, summaryOf, wordsOf } from './wording.ts';

type Given = Pick<CompletionEntry, 'label' | 'kind'> & Partial<CompletionEntry>;

function entry(given: Given): CompletionEntry {
  return {
    detail: '',
    documentation: '',
    filterText: given.label,
    sortText: given.label,
    insertText: given.label,
    snippet: false,
    ...given,
  };
}

const TAGS: readonly [label: string, detail: string, snippet: string][] = [
  ['claim', 'the words assert', 'claim ${1:#id }by=@$2: $0'],
  ['demand', 'the words ask, order or threaten', 'demand ${1:#id }by=@$2 to=@$3: $0'],
  ['@actor', 'the words name an actor', '@$1: $0'],
  ['+#statement', 'more words of a statement', '+#$1: $0'],
];

/** The tags, as snippets for what comes after the brace. @param isClosed a `}` stands at the cursor already */
export function tagItems(isClosed: boolean): CompletionEntry[] {
  return TAGS.map(([label, detail, snippet], index) => {
    const insertText = isClosed ? snippet : `${snippet}}`;
    return entry({ label, kind: 'tag', detail, insertText, snippet: true, sortText: String(index) });
  });
}

/** Actors of codebook and head by how often the document names them, then by name; `@author` last. */
export function actorItems(workspace: Workspace, document: DocumentModel): CompletionEntry[] {
  const names = workspace.namesFor(document);
  const { actors: active } = activityIn(workspace, document);
  const items = names.actors.map((actor) => {
    const activity = active.get(actor.id);
    const count = activity
      ? activity.claims.length + activity.demands.length + activity.received.length + activity.mentions
      : 0;
    return actorItem(names, actor, count);
  });
  if (names.actors.some((actor) => actor.id === AUTHOR)) return items;
  const author = entry({ label: `@${AUTHOR}`, kind: 'actor', detail: names.author.name, sortText: '~' });
  return [...items, author];
}

function actorItem(names: Names, actor: Actor, count: number): CompletionEntry {
  const aliases = actor.aka.map((other) => other.value);
  const groups = actor.of.map((group) => actorName(names, group.value)).join(', ');
  const facts = [
    actor.kind ?? '',
    actor.role ?? '',
    groups && `of ${groups}`,
    aliases.length > 0 ? `also ${aliases.join(', ')}` : '',
  ];
  return entry({
    label: `@${actor.id}`,
    kind: 'actor',
    detail: count > 0 ? `${actor.name} · ${count}×` : actor.name,
    documentation: escapeMarkdown(facts.filter((fact) => fact !== '').join(' · ')),
    filterText: [`@${actor.id}`, actor.name, ...aliases].join(' '),
    sortText: `${String(99_999 - Math.min(count, 99_999)).padStart(5, '0')} ${actor.name}`,
  });
}

export function topicItems(names: Names): CompletionEntry[] {
  return names.topics.map((topic) =>
    entry({
      label: topic.id,
      kind: 'topic',
      detail: topic.name,
      documentation: escapeMarkdown(topic.note ?? ''),
      filterText: `${topic.id} ${topic.name}`,
    }),
  );
}

/** The document's statements that have an id; `targets` are the kinds that may be pointed to, null any. */
export function statementItems(
  workspace: Workspace,
  document: DocumentModel,
  targets: readonly StatementKind[] | null,
): CompletionEntry[] {
  const names = workspace.namesFor(document);
  const items: CompletionEntry[] = [];
  for (const statement of document.statements()) {
    const { id, kind } = statement.fact;
    if (id === null || kind === 'unknown' || (targets !== null && !targets.includes(kind))) continue;
    const words = wordsOf(statement);
    items.push(
      entry({
        label: `#${id}`,
        kind: 'statement',
        detail: shorten(words, 60),
        documentation: escapeMarkdown(`${kind}: ${summaryOf(names, statement)}`),
        filterText: `#${id} ${shorten(words, 200)}`,
      }),
    );
  }
  return items;
}

/** The attributes that a statement of this kind may still have. */
export function attributeItems(
  attributes: ReadonlyMap<string, AttributeDefinition>,
  word: string,
  present: ReadonlySet<string>,
): CompletionEntry[] {
  const kind = STATEMENT_KINDS.find((each) => each === word);
  const allowed = [...attributes.values()].filter(
    (each) => !present.has(each.name) && (kind === undefined || each.for.includes(kind)),
  );
  const items = allowed.map((definition, index) =>
    entry({
      label: definition.name,
      kind: 'attribute',
      detail: definition.note,
      documentation: describeAttribute(definition),
      insertText: `${definition.name}=${valueSnippet(definition)}`,
      snippet: true,
      sortText: `${definition.required ? 0 : 1}${String(index).padStart(3, '0')}`,
    }),
  );
  if (present.has('#')) return items;
  return [
    entry({
      label: '#id',
      kind: 'attribute',
      detail: 'its own name',
      insertText: '#$1',
      snippet: true,
      sortText: '00',
    }),
    ...items,
  ];
}

function valueSnippet({ type }: AttributeDefinition): string {
  switch (type) {
    case 'actor':
      return '@$1';
    case 'statement':
      return '#$1';
    case 'text':
      return '"$1"';
    default:
      return '$1';
  }
}

export function choiceItems({ choices }: AttributeDefinition): CompletionEntry[] {
  return choices.map(({ value, note }, index) =>
    entry({ label: value, kind: 'value', detail: note, sortText: String(index).padStart(3, '0') }),
  );
}
