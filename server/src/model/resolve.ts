/**
 * What a statement means: its own attributes, what it takes over from the statement around it, and the defaults.
 *
 * Inside another's words, a statement without `by` takes over the outer one's `by`, `to`, `via`, `date`, `place`,
 * `form` and, a demand in a demand, `strength`, `if`, `until`, where it lacks them. One with its own `by` takes over
 * `date` and `place`, and its `via` defaults to the outer `by`.
 */
import type { Attribute } from '../../../grammar/events.ts';
import { RELATIONS, type Relation } from '../codebook/attributes.ts';
import type { Statement } from './document.ts';

/** The actor who always exists: the document's author. */
export const AUTHOR = 'author';

/** A statement with defaults filled in. Ids are NFC; `author` stands for the document's author. */
export interface Meaning {
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly about: readonly string[];
  readonly via: readonly string[];
  readonly topics: readonly string[];
  readonly position: string | null;
  readonly form: string | null;
  readonly date: string | null;
  readonly place: string | null;
  readonly type: string | null;
  readonly strength: string | null;
  readonly if: string | null;
  readonly until: string | null;
  readonly response: string | null;
  /** The codebook's own attributes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly relations: readonly { readonly type: Relation; readonly target: string }[];
}

const CORE = new Set(
  'by to about via topic position form date place type strength if until response'
    .split(' ')
    .concat(RELATIONS),
);

/** What a statement means. Linear in the number of statements that it stands inside of. */
export function resolveStatement(statement: Statement): Meaning {
  const chain = [statement];
  const seen = new Set([statement.tag]);
  for (
    let outer = statement.document.outerOf(statement);
    outer !== null;
    outer = outer.document.outerOf(outer)
  ) {
    // A continuation may put a statement inside itself.
    if (seen.has(outer.tag)) break;
    seen.add(outer.tag);
    chain.push(outer);
  }
  let meaning: Meaning | null = null;
  for (const each of chain.reverse()) meaning = fillIn(each, meaning);
  return meaning as Meaning;
}

/** A statement's own attributes, over those of the statement around it. */
function fillIn(statement: Statement, outer: Meaning | null): Meaning {
  const { attributes } = statement.fact;
  const own = readOwn(attributes);
  const documentDate = statement.document.head.date?.value ?? null;
  const speaksForItself = own.by.length > 0 || outer === null;
  const by = own.by.length > 0 ? own.by : (outer?.by ?? [AUTHOR]);
  const shared = {
    ...own,
    by,
    date: own.date ?? outer?.date ?? documentDate,
    place: own.place ?? outer?.place ?? null,
  };
  if (speaksForItself) return { ...shared, via: own.via.length > 0 ? own.via : defaultVia(by, outer) };
  const inherited = {
    ...shared,
    to: own.to.length > 0 ? own.to : outer.to,
    via: own.via.length > 0 ? own.via : outer.via,
    form: own.form ?? outer.form,
  };
  if (statement.fact.kind !== 'demand') return inherited;
  return {
    ...inherited,
    strength: own.strength ?? outer.strength,
    if: own.if ?? outer.if,
    until: own.until ?? outer.until,
  };
}

/** Who reports a statement when the text does not say: who speaks around it, or the document's author. */
function defaultVia(by: readonly string[], outer: Meaning | null): readonly string[] {
  if (outer !== null) return outer.by;
  return by.includes(AUTHOR) ? [] : [AUTHOR];
}

function readOwn(attributes: ReadonlyMap<string, Attribute>): Meaning {
  const names = (name: string) => namesIn(attributes.get(name));
  const text = (name: string) => textOf(attributes.get(name));
  return {
    by: names('by'),
    to: names('to'),
    about: names('about'),
    via: names('via'),
    topics: names('topic'),
    position: text('position'),
    form: text('form'),
    date: text('date'),
    place: text('place'),
    type: text('type'),
    strength: text('strength'),
    if: text('if'),
    until: text('until'),
    response: text('response'),
    attributes: Object.fromEntries(
      [...attributes].filter(([name]) => !CORE.has(name)).map(([name, each]) => [name, textOf(each) ?? '']),
    ),
    relations: RELATIONS.flatMap((type) => names(type).map((target) => ({ type, target }))),
  };
}

/** The names that an attribute lists, NFC: actors, statements (`id` or `document/id`), codes. */
function namesIn(attribute: Attribute | undefined): string[] {
  if (attribute === undefined) return [];
  return attribute.values.map((value) => {
    if (value.type === 'word' || value.type === 'string') return value.text.normalize('NFC');
    const id = value.id.normalize('NFC');
    return value.type === 'statement' && value.document !== null
      ? `${value.document.normalize('NFC')}/${id}`
      : id;
  });
}

/** The first value as text: where one value belongs, more count for nothing. */
function textOf(attribute: Attribute | undefined): string | null {
  return namesIn(attribute)[0] ?? null;
}
