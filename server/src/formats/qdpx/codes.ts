/**
 * The code tree of a project: what codings can say of a statement. The kinds, mentions, and a code for each attribute
 * with its values below it; topics lie below those that they are part of, actors below the role that they play.
 */

import { valueText } from '../attributeText.ts';
import { guidOf } from '../guid.ts';
import type { JsonDocument, JsonStatement } from '../json.ts';
import { element, xmlText } from '../xml.ts';

export interface Code {
  readonly guid: string;
  readonly name: string;
  /** What it stands for, as Demarche writes it: `topic=dam`; null for a code that only holds others. */
  readonly meaning: string | null;
  readonly note: string | null;
  readonly depth: number;
  readonly children: Map<string, Code>;
}

const COLOURS: Readonly<Record<string, string>> = {
  claim: '#2F6DB5',
  demand: '#B5482F',
  mention: '#6B7280',
};

/** Topics lie no deeper than this in each other. */
const DEEPEST = 32;

export class CodeTree {
  readonly #roots = new Map<string, Code>();
  readonly #actorNames = new Map<string, string>();
  readonly #topics = new Map<string, JsonDocument['topics'][number]>();
  readonly #placed = new Map<string, Code>();

  /** Makes the names of a document’s actors and topics known. */
  learn({ actors, topics }: JsonDocument): void {
    for (const { id, name } of actors) if (!this.#actorNames.has(id)) this.#actorNames.set(id, name);
    for (const topic of topics) if (!this.#topics.has(topic.id)) this.#topics.set(topic.id, topic);
  }

  /** The GUIDs of all codes of a statement; the codes are made as they are needed. */
  codesOf(statement: JsonStatement): string[] {
    const values: [string, string][] = (
      ['position', 'form', 'type', 'strength', 'response'] as const
    ).flatMap((name) => (statement[name] === null ? [] : [[name, statement[name]]]));
    return [
      this.#child(this.#roots, statement.kind, statement.kind, null).guid,
      ...(['by', 'to', 'about', 'via'] as const).flatMap((role) =>
        statement[role].map((id) => this.#valueOf(role, `@${id}`, this.#actorNames.get(id) ?? id)),
      ),
      ...statement.topics.map((id) => this.#topic(id).guid),
      ...[...values, ...Object.entries(statement.attributes)].map(([name, value]) =>
        this.#valueOf(name, valueText(value), value),
      ),
    ];
  }

  mention(): string {
    return this.#child(this.#roots, 'mention', 'mention', null).guid;
  }

  toXml(): string {
    return [...this.#roots.values()].map(codeXml).join('\n');
  }

  #valueOf(attribute: string, value: string, name: string): string {
    const group = this.#child(this.#roots, `group:${attribute}`, null, null, attribute);
    return this.#child(group.children, `${attribute}=${value}`, `${attribute}=${value}`, null, name).guid;
  }

  /** A topic’s code stands where it was put first: below its parent, or at the top where that lies too deep. */
  #topic(id: string, seen: ReadonlySet<string> = new Set()): Code {
    const placed = this.#placed.get(id);
    if (placed !== undefined) return placed;
    const topic = this.#topics.get(id);
    const up = topic?.in ?? null;
    const isTop = up === null || seen.has(up) || seen.size >= DEEPEST;
    let group = isTop ? null : this.#topic(up, new Set([...seen, id]));
    if (group === null || group.depth >= DEEPEST)
      group = this.#child(this.#roots, 'group:topic', null, null, 'topic');
    const depth = group.depth + 1;
    const code = this.#child(
      group.children,
      `topic=${id}`,
      `topic=${id}`,
      topic?.note ?? null,
      topic?.name ?? id,
      depth,
    );
    this.#placed.set(id, code);
    return code;
  }

  #child(
    siblings: Map<string, Code>,
    key: string,
    meaning: string | null,
    note: string | null,
    name = key,
    depth = 0,
  ): Code {
    let code = siblings.get(key);
    if (code === undefined) {
      code = { guid: guidOf('code', key), name, meaning, note, depth, children: new Map() };
      siblings.set(key, code);
    }
    return code;
  }
}

function codeXml({ guid, name, meaning, note, children }: Code): string {
  const description = [meaning?.includes('=') ? meaning : null, note]
    .filter((each) => each !== null)
    .join('\n');
  const inner = [
    ...(description === '' ? [] : [element('Description', {}, xmlText(description))]),
    ...[...children.values()].map(codeXml),
  ];
  const attributes = { guid, name, isCodable: String(meaning !== null), color: COLOURS[name] };
  return element('Code', attributes, inner.length > 0 ? inner.join('') : null);
}
