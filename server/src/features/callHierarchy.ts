/**
 * The argument as a hierarchy of calls: a statement is called by those that support, rebut, rephrase or answer it,
 * and calls those that it does this to.
 */
import { RELATIONS, type Relation } from '../codebook/attributes.ts';
import type { TextRange } from '../codebook/codebook.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { mapped, type Pieces } from '../model/pieces.ts';
import { relationsTo } from '../model/relations.ts';
import { wordsOf } from '../model/words.ts';
import type { Workspace } from '../model/workspace.ts';
import { anchorOf, findAnchored, type StatementAnchor, startOf } from './statementAnchor.ts';
import { nameAt, tagAt } from './target.ts';
import { shorten, summaryOf } from './wording.ts';

/** A statement in the hierarchy. Offsets are from its document's start. */
export interface ArgumentItem {
  readonly kind: 'claim' | 'demand' | 'unknown';
  readonly name: string;
  readonly detail: string;
  readonly location: string;
  readonly range: TextRange;
  /** The mark that opens it. */
  readonly selection: TextRange;
  readonly anchor: StatementAnchor;
}

/** A relation between the statement asked about and another one. */
export interface ArgumentCall {
  readonly item: ArgumentItem;
  /** Where the one names the other: places in the statement that points. */
  readonly from: readonly TextRange[];
}

/** The statement at an offset: the one that is named there, else the one whose words or marks these are. */
export function argumentAt(
  workspace: Workspace,
  document: DocumentModel,
  offset: number,
): ArgumentItem | null {
  const statement = statementNear(workspace, document, offset);
  return statement && itemOf(workspace, statement);
}

function statementNear(workspace: Workspace, document: DocumentModel, offset: number): Statement | null {
  const name = nameAt(document, offset);
  const named = name?.kind === 'statement' ? workspace.statement(name.id, document) : null;
  const place = tagAt(document, offset);
  if (place === null) return named;
  const own = document.statementOfTag(place.block, place.index);
  // Of two statements with one id, the one that the cursor is on.
  if (named && named.fact.id !== own?.fact.id) return named;
  if (own) return own;
  // Within a mention: the statement that it is part of.
  for (let index = place.tag.parent; index >= 0; index = place.block.tree.tags[index]?.parent ?? -1) {
    const outer = document.statementOfTag(place.block, index);
    if (outer) return outer;
  }
  return null;
}

/** The statements that point to one. @param anchor as an item had it */
export function* incomingArguments(workspace: Workspace, anchor: unknown): Pieces<ArgumentCall[]> {
  const target = findAnchored(workspace, anchor);
  if (target === null) return [];
  const found = new Found(workspace);
  for (const { type, source } of relationsTo(workspace, target)) {
    found.add(type, source, placesNaming(workspace, source, type, target));
    yield;
  }
  return yield* found.calls();
}

/** The statements that one points to. */
export function* outgoingArguments(workspace: Workspace, anchor: unknown): Pieces<ArgumentCall[]> {
  const source = findAnchored(workspace, anchor);
  if (source === null) return [];
  const found = new Found(workspace);
  for (const type of RELATIONS) {
    for (const { target, range } of targetsOf(workspace, source, type)) found.add(type, target, [range]);
    yield;
  }
  return yield* found.calls();
}

function placesNaming(
  workspace: Workspace,
  source: Statement,
  type: Relation,
  target: Statement,
): TextRange[] {
  return targetsOf(workspace, source, type)
    .filter((each) => each.target.tag === target.tag)
    .map((each) => each.range);
}

/** What a statement names in one attribute: each statement, and where. */
function targetsOf(
  workspace: Workspace,
  { document, block, fact }: Statement,
  type: Relation,
): { target: Statement; range: TextRange }[] {
  const base = document.startOf(block);
  return (fact.attributes.get(type)?.values ?? []).flatMap((value) => {
    if (value.type !== 'statement') return [];
    const reference = value.document === null ? value.id : `${value.document}/${value.id}`;
    const target = workspace.statement(reference.normalize('NFC'), document);
    return target ? [{ target, range: { start: base + value.start, end: base + value.end } }] : [];
  });
}

function itemOf(workspace: Workspace, statement: Statement, relations: readonly string[] = []): ArgumentItem {
  const { document, fact, tag } = statement;
  const start = startOf(statement);
  const words = shorten(wordsOf(statement), 60);
  const summary = summaryOf(workspace.namesFor(document), statement);
  const title = document.head.title?.value ?? document.id;
  return {
    kind: fact.kind,
    name: `${fact.id === null ? '' : `#${fact.id} `}${words}`.trim() || '(empty)',
    detail: [relations.join(', '), summary, title].filter((part) => part !== '').join(' · '),
    location: document.location,
    range: { start, end: start + tag.end - tag.start },
    selection: { start, end: start + Math.min(tag.bodyStart, tag.end) - tag.start },
    anchor: anchorOf(statement),
  };
}

/** Statements with all their relations to one: each is listed once. */
class Found {
  readonly #workspace: Workspace;
  readonly #byTag = new Map<
    Statement['tag'],
    { readonly statement: Statement; readonly types: Set<Relation>; readonly from: Map<number, TextRange> }
  >();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  add(type: Relation, statement: Statement, from: readonly TextRange[]): void {
    const known = this.#byTag.get(statement.tag) ?? { statement, types: new Set(), from: new Map() };
    known.types.add(type);
    for (const range of from) known.from.set(range.start, range);
    this.#byTag.set(statement.tag, known);
  }

  calls(): Pieces<ArgumentCall[]> {
    return mapped(this.#byTag.values(), ({ statement, types, from }) => ({
      item: itemOf(this.#workspace, statement, [...types]),
      from: [...from.values()],
    }));
  }
}
