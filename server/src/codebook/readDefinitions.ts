/** Actors, topics and rule settings: what a head and a codebook both have. */

import type { ParsedNode } from 'yaml';
import { isScalar } from 'yaml';
import type { Actor, ActorKind, Entry, LintSettings, Located, Severity, Topic } from './codebook.ts';
import { Fields, type Misplaced, readChoice, reportColon } from './fields.ts';
import { ID_ADVICE, isId } from './ids.ts';
import { ACTOR_KEYS, HEAD_LINT_KEYS, LINT_KEYS, SEVERITY_CHOICES, TOPIC_KEYS } from './keys.ts';
import { isNothing } from './yamlNodes.ts';
import type { KeyedValue, YamlReader } from './yamlReader.ts';

const ACTORS_EXPECTED =
  'Actors stand one by one under “actors”: an id, a colon, then what is known of it, as in “russia: { name: Russia, kind: state }”.';
const TOPICS_EXPECTED =
  'Topics stand one by one under “topics”: a code, a colon, then its name, as in “security: { name: European security }”.';
const ACTOR_EXPECTED = 'An actor takes a name, or keys such as “{ name: Russia, kind: state }”.';
const TOPIC_EXPECTED = 'A topic takes a name, or keys such as “{ name: European security }”.';
const LINT_EXPECTED = 'Under “lint” stand keys such as “rules: { untagged-mention: warning }”.';
const RULES_EXPECTED =
  'Under “rules” stands each rule with how it is reported, as in “untagged-mention: warning”.';

/** What stands under `actors`, by id. */
export function readActors(reader: YamlReader, node: ParsedNode | null): Map<string, Actor> {
  const actors = new Map<string, Actor>();
  for (const entry of reader.entries(node, ACTORS_EXPECTED)) {
    if (!checkId(reader, entry.key, 'actor')) continue;
    actors.set(entry.key.value, readActor(reader, entry));
  }
  return actors;
}

function readActor(reader: YamlReader, keyed: KeyedValue): Actor {
  const entry = entryOf(keyed);
  const name = shortName(reader, keyed.value);
  const rest = name === null ? reader.entries(keyed.value, ACTOR_EXPECTED) : [];
  const fields = new Fields(reader, rest, ACTOR_KEYS, 'an actor');
  return {
    ...entry,
    name: name ?? fields.text('name')?.value ?? entry.id,
    kind: fields.choice('kind') as ActorKind | null,
    of: fields.ids('of'),
    aka: fields.texts('aka'),
    role: fields.text('role')?.value ?? null,
    country: fields.text('country')?.value ?? null,
    wikidata: fields.text('wikidata')?.value ?? null,
    note: fields.text('note')?.value ?? null,
  };
}

/** What stands under `topics`, by code. */
export function readTopics(reader: YamlReader, node: ParsedNode | null): Map<string, Topic> {
  const topics = new Map<string, Topic>();
  for (const keyed of reader.entries(node, TOPICS_EXPECTED)) {
    if (!checkId(reader, keyed.key, 'topic')) continue;
    const entry = entryOf(keyed);
    const name = shortName(reader, keyed.value);
    const rest = name === null ? reader.entries(keyed.value, TOPIC_EXPECTED) : [];
    const fields = new Fields(reader, rest, TOPIC_KEYS, 'a topic');
    topics.set(entry.id, {
      ...entry,
      name: name ?? fields.text('name')?.value ?? entry.id,
      in: fields.id('in'),
      note: fields.text('note')?.value ?? null,
    });
  }
  return topics;
}

/** `russia: Russia`, short for `russia: { name: Russia }`. */
function shortName(reader: YamlReader, node: ParsedNode | null): string | null {
  const value = reader.resolve(node);
  if (!isScalar(value) || isNothing(value as ParsedNode)) return null;
  return reader.text(node, '')?.value ?? null;
}

export function entryOf({ key, entry }: KeyedValue): Entry {
  return { id: key.value, start: key.start, end: key.end, entry };
}

/** Whether a key is an id. Reports one that is not. */
export function checkId(reader: YamlReader, key: Located, what: string): boolean {
  if (isId(key.value)) return true;
  if (reportColon(reader, key, isId)) return false;
  reader.report(
    'invalid-value',
    key,
    `“${key.value}” cannot be the id of an ${what}. ${ID_ADVICE}`.replace('an topic', 'a topic'),
  );
  return false;
}

const MISPLACED_IN_HEAD: Misplaced = {
  include: 'Which files to look at stands in demarche.yaml.',
  exclude: 'Which files to leave out stands in demarche.yaml.',
};

/**
 * What stands under `lint`. Whether a rule of that name exists is for the rules to say.
 *
 * @param where a head sets rules for its own file and has no `include` or `exclude`
 */
export function readLint(
  reader: YamlReader,
  node: ParsedNode | null,
  where: 'head' | 'codebook',
): LintSettings {
  const entries = reader.entries(node, LINT_EXPECTED);
  const table = where === 'head' ? HEAD_LINT_KEYS : LINT_KEYS;
  const fields = new Fields(reader, entries, table, '“lint”', where === 'head' ? MISPLACED_IN_HEAD : {});
  const rules = new Map<string, Located<Severity>>();
  for (const { key, value } of reader.entries(fields.node('rules'), RULES_EXPECTED)) {
    const text = reader.text(
      value,
      `A rule takes one of: ${SEVERITY_CHOICES.map((choice) => choice.value).join(', ')}.`,
    );
    if (text === null) continue;
    const severity = readChoice(reader, text, 'A rule', SEVERITY_CHOICES);
    if (severity !== null)
      rules.set(key.value, { value: severity as Severity, start: key.start, end: key.end });
  }
  const patterns = (name: string) => (where === 'head' ? [] : fields.texts(name).map(({ value }) => value));
  return { rules, include: patterns('include'), exclude: patterns('exclude') };
}
