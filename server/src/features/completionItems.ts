/** The entries that completion offers. */
import { type AttributeDefinition, STATEMENT_KINDS } from '../codebook/attributes.ts';
import type { Actor } from '../codebook/codebook.ts';
import { activityIn } from '../model/activity.ts';
import type { DocumentModel } from '../model/document.ts';
import type { Names } from '../model/names.ts';
import { AUTHOR } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { RULES } from '../rules/index.ts';
import type { CompletionEntry } from './completionEntry.ts';

type Given = Pick<CompletionEntry, 'label' | 'kind'> & Partial<CompletionEntry>;

/** An entry, with what is not given as its label has it. */
export function entry(given: Given): CompletionEntry {
  return {
    id: given.label,
    detail: '',
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
    return actorItem(actor, count);
  });
  if (names.actors.some((actor) => actor.id === AUTHOR)) return items;
  const label = `@${AUTHOR}`;
  const author = entry({ label, kind: 'actor', id: AUTHOR, detail: names.author.name, sortText: '~' });
  return [...items, author];
}

function actorItem({ id, name, aka }: Actor, count: number): CompletionEntry {
  return entry({
    label: `@${id}`,
    kind: 'actor',
    id,
    detail: count > 0 ? `${name} · ${count}×` : name,
    filterText: [`@${id}`, name, ...aka.map((other) => other.value)].join(' '),
    sortText: `${String(99_999 - Math.min(count, 99_999)).padStart(5, '0')} ${name}`,
  });
}

export function topicItems(names: Names): CompletionEntry[] {
  return names.topics.map((topic) =>
    entry({
      label: topic.id,
      kind: 'topic',
      detail: topic.name,
      filterText: `${topic.id} ${topic.name}`,
    }),
  );
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

export function choiceItems({ name, choices }: AttributeDefinition): CompletionEntry[] {
  return choices.map(({ value, note }, index) =>
    entry({
      label: value,
      kind: 'value',
      id: `${name}=${value}`,
      detail: note,
      sortText: String(index).padStart(3, '0'),
    }),
  );
}

/** The rules that a memo may quiet, those left out that it names already. */
export function ruleItems(present: ReadonlySet<string>): CompletionEntry[] {
  return [...RULES.values()]
    .filter(({ name }) => !present.has(name))
    .map(({ name, summary }) => entry({ label: name, kind: 'rule', detail: summary }));
}
