/** What a statement meets with, above it: who supports it, speaks against it, answers it, and where it is named. */
import { RELATIONS, type Relation } from '../codebook/attributes.ts';
import { demandStates } from '../model/demands.ts';
import type { DocumentModel, Statement } from '../model/document.ts';
import { factsOf, nameKey } from '../model/facts.ts';
import { mapped, type Pieces } from '../model/pieces.ts';
import { relationsTo } from '../model/relations.ts';
import type { Workspace } from '../model/workspace.ts';
import { type FilePlace, referencesFrom } from './places.ts';
import { anchorOf, findAnchored, type StatementAnchor, startOf } from './statementAnchor.ts';
import { actorName } from './wording.ts';

/** A line above a statement; what it says is worked out when it is seen. */
export interface Lens {
  readonly kind: 'argument' | 'references';
  /** Where the statement's tag starts. */
  readonly start: number;
  readonly anchor: StatementAnchor;
}

/** What a lens says, and the places that it stands for. */
export interface LensContent {
  readonly title: string;
  /** Where the statement is. */
  readonly location: string;
  readonly start: number;
  readonly places: readonly FilePlace[];
}

/** The lenses of a document: above statements with an id that somebody uses, and above demands. */
export function* lensesOf(workspace: Workspace, document: DocumentModel): Pieces<Lens[]> {
  const lenses: Lens[] = [];
  for (const block of document.source.blocks) {
    for (const statement of document.statementsIn(block)) {
      const { id, kind } = statement.fact;
      if (id === null || kind === 'unknown') continue;
      const isUsed = isUsedAnywhere(workspace, document, id);
      if (!isUsed && kind !== 'demand') continue;
      const lens = { start: startOf(statement), anchor: anchorOf(statement) };
      lenses.push({ ...lens, kind: 'argument' });
      if (isUsed) lenses.push({ ...lens, kind: 'references' });
    }
    yield;
  }
  return lenses;
}

function isUsedAnywhere(workspace: Workspace, document: DocumentModel, id: string): boolean {
  if (document.uses(nameKey('statement', id))) return true;
  const [user] = workspace.documentsUsing(nameKey('statement', `${document.id}/${id}`));
  return user !== undefined;
}

/** What a lens says now; null if its statement is gone. */
export function* resolveLens(
  workspace: Workspace,
  kind: Lens['kind'],
  anchor: unknown,
): Pieces<LensContent | null> {
  const statement = findAnchored(workspace, anchor);
  if (statement === null) return null;
  const { title, places } =
    kind === 'references' ? yield* references(workspace, statement) : yield* argument(workspace, statement);
  // A paragraph may hold several statements, and their lenses stand above it side by side.
  const said = kind === 'argument' ? `#${statement.fact.id}: ${title}` : title;
  return { title: said, places, location: statement.document.location, start: startOf(statement) };
}

type Content = Pick<LensContent, 'title' | 'places'>;

function* references(workspace: Workspace, { document, block, fact }: Statement): Pieces<Content> {
  const own = factsOf(block).definitions.find((each) => each.tag === fact.tag);
  const all = own ? yield* referencesFrom(workspace, document, own) : [];
  const places = all.filter((each) => !each.isDefinition);
  return { title: counted(places.length, 'reference', 'references'), places };
}

const COUNTED: Readonly<Record<Relation, readonly [one: string, several: string] | null>> = {
  supports: ['support', 'supports'],
  rebuts: ['rebuttal', 'rebuttals'],
  rephrases: ['rephrase', 'rephrases'],
  // Who answers what is said for each addressee.
  answers: null,
};

function* argument(workspace: Workspace, statement: Statement): Pieces<Content> {
  const incoming = yield* mapped(relationsTo(workspace, statement), (relation) => relation);
  const parts = RELATIONS.flatMap((type) => {
    const count = incoming.filter((relation) => relation.type === type).length;
    const words = COUNTED[type];
    return count > 0 && words ? [counted(count, ...words)] : [];
  });
  if (statement.fact.kind === 'demand') parts.push(answers(workspace, statement, incoming.length));
  const places = yield* mapped(incoming, ({ source }): FilePlace => {
    const start = startOf(source);
    const end = start + source.tag.end - source.tag.start;
    return { location: source.document.location, start, end, isDefinition: false };
  });
  return { title: parts.filter((part) => part !== '').join(' · ') || 'no relations', places };
}

/** `answered by Sudmark: reject`, and who has not answered. */
function answers(workspace: Workspace, demand: Statement, relations: number): string {
  const states = demandStates(workspace, demand);
  if (states.length === 0) return relations === 0 ? 'no answer' : '';
  if (states.every(({ response }) => response === 'withdraw')) return 'withdrawn';
  const names = workspace.namesFor(demand.document);
  const given = states.filter(({ response }) => response !== null);
  if (given.length === 0) return 'no answer yet';
  const list = given.map(({ addressee, response }) => `${actorName(names, addressee)}: ${response}`);
  const missing = states.filter(({ response }) => response === null);
  const waiting = missing.map(({ addressee }) => actorName(names, addressee)).join(', ');
  return `answered by ${list.join(', ')}${waiting && ` · no answer yet by ${waiting}`}`;
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
