/**
 * What a head or a `demarche.yaml` says, as plain data. Ranges are offsets (UTF-16 units) into the text of the
 * file that it stands in. Ids and keys are NFC.
 */
import type { AttributeDefinition } from './attributes.ts';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A value with its place (its quotes included). Texts are trimmed and NFC. */
export interface Located<T = string> extends TextRange {
  readonly value: T;
}

export const ACTOR_KINDS = ['person', 'organization', 'state', 'group'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Something that the codebook names. `start` and `end` are those of its key; `entry` is the whole pair. */
export interface Entry extends TextRange {
  readonly id: string;
  readonly entry: TextRange;
}

export interface Actor extends Entry {
  /** Falls back to the id. */
  readonly name: string;
  readonly kind: ActorKind | null;
  /** Ids of the actors that it belongs to. */
  readonly of: readonly Located[];
  /** Other names that texts use. */
  readonly aka: readonly Located[];
  readonly role: string | null;
  readonly country: string | null;
  readonly wikidata: string | null;
  readonly note: string | null;
}

export interface Topic extends Entry {
  readonly name: string;
  /** Id of the topic that it is part of. */
  readonly in: Located | null;
  readonly note: string | null;
}

/** What a codebook says of an attribute: one of its own, or more of a core one. */
export interface AttributeEntry extends Entry {
  readonly definition: AttributeDefinition;
}

export const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface LintSettings {
  /** By the rule's name, which is where the range is. */
  readonly rules: ReadonlyMap<string, Located<Severity>>;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A mistake in YAML or in what it says. `rule` is the rule that reports it. */
export interface CodebookProblem extends TextRange {
  readonly rule: 'invalid-yaml' | 'unknown-key' | 'invalid-value' | 'invalid-date' | 'unclosed-head';
  /** What is wrong and what to do, as an analyst would say it. */
  readonly message: string;
  /** One reading is clear: these edits keep the meaning. */
  readonly fix: {
    readonly title: string;
    readonly edits: readonly (TextRange & { readonly text: string })[];
  } | null;
}

/** The parts that a head and a codebook share. */
export interface Definitions {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly lint: LintSettings;
  readonly problems: readonly CodebookProblem[];
}

/** A `demarche.yaml`. */
export interface Codebook extends Definitions {
  /** By name: its own attributes, and core ones with what it adds to them. */
  readonly attributes: ReadonlyMap<string, AttributeEntry>;
}

/** A document's head. What is missing is null or empty; defaults are filled in by the model. */
export interface Head extends Definitions {
  readonly id: Located | null;
  readonly title: Located | null;
  /** As written: an actor's id or a name. */
  readonly authors: readonly Located[];
  readonly date: Located | null;
  readonly source: Located | null;
  readonly section: Located | null;
  readonly type: Located | null;
  readonly lang: Located | null;
  readonly coder: Located | null;
  readonly codebook: Located | null;
  readonly sourceHash: Located | null;
}
