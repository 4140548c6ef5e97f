/** Which names mean something else after a change of a head or a codebook. */
import type { AttributeEntry, Codebook, Definitions, Entry, Head } from '../codebook/codebook.ts';
import { type NameKey, type NameKind, nameKey } from './facts.ts';

/** Keys of the entries that changed; all, where what changed concerns every block. */
export function changedByHead(before: Head, after: Head): ReadonlySet<NameKey> | 'all' {
  const same =
    before.date?.value === after.date?.value &&
    before.codebook?.value === after.codebook?.value &&
    before.coder?.value === after.coder?.value &&
    before.sourceHash?.value === after.sourceHash?.value &&
    sameList(before.authors, after.authors) &&
    sameActorNames(before, after) &&
    sameRules(before, after);
  return same ? changedDefinitions(before, after) : 'all';
}

/** The same for a codebook: an attribute that becomes required, or no longer is, concerns every statement. */
export function changedByCodebook(before: Codebook, after: Codebook): ReadonlySet<NameKey> | 'all' {
  if (!sameRules(before, after) || !sameActorNames(before, after)) return 'all';
  const required = (codebook: Codebook) =>
    [...codebook.attributes.values()].filter((entry) => entry.definition.required).map(attributeMeaning);
  if (JSON.stringify(required(before)) !== JSON.stringify(required(after))) return 'all';
  const keys = changedDefinitions(before, after);
  addChanged('attribute', before.attributes, after.attributes, attributeMeaning, keys);
  return keys;
}

function attributeMeaning({ definition }: AttributeEntry): string {
  return JSON.stringify(definition);
}

function changedDefinitions(before: Definitions, after: Definitions): Set<NameKey> {
  const keys = new Set<NameKey>();
  addChanged('actor', before.actors, after.actors, meaningOf, keys);
  addChanged('topic', before.topics, after.topics, meaningOf, keys);
  // Who may answer for whom follows from all affiliations together, whoever is named.
  if (affiliations(before) !== affiliations(after)) keys.add(nameKey('attribute', 'answers'));
  return keys;
}

function affiliations({ actors }: Definitions): string {
  return JSON.stringify([...actors.values()].map(({ id, of }) => [id, of.map(({ value }) => value)]));
}

/** An entry without its places. */
function meaningOf(entry: Entry): string {
  return JSON.stringify(entry, (key, value) =>
    key === 'start' || key === 'end' || key === 'entry' ? undefined : value,
  );
}

function addChanged<E>(
  kind: NameKind,
  before: ReadonlyMap<string, E>,
  after: ReadonlyMap<string, E>,
  meaning: (entry: E) => string,
  keys: Set<NameKey>,
): void {
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)];
    if (old === undefined || now === undefined || meaning(old) !== meaning(now)) keys.add(nameKey(kind, id));
  }
}

function sameList(before: readonly { value: string }[], after: readonly { value: string }[]): boolean {
  return before.length === after.length && before.every((each, index) => each.value === after[index]?.value);
}

/** Any text may hold an actor's name, tagged or not. */
function sameActorNames(before: Definitions, after: Definitions): boolean {
  const names = ({ actors }: Definitions) =>
    JSON.stringify(
      [...actors.values()].map(({ id, name, aka }) => [id, name, ...aka.map(({ value }) => value)]),
    );
  return names(before) === names(after);
}

function sameRules(before: Definitions, after: Definitions): boolean {
  const rules = ({ lint }: Definitions) =>
    JSON.stringify([...lint.rules].map(([rule, { value }]) => [rule, value]));
  return rules(before) === rules(after);
}
