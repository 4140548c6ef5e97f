/** The argument as a graph: statements, what points to what, and the groups that they stand in. */
import type { Relation } from '../codebook/attributes.ts';
import { relationsTo } from '../model/relations.ts';
import { resolveStatement } from '../model/resolve.ts';
import { wordsOf } from '../model/words.ts';
import { actorsOf, type Scope, type ScopeDocument, type Subject } from './scope.ts';

export interface ArgumentGraph {
  readonly groups: readonly ArgumentGroup[];
  readonly subjects: number;
}

/** A section: the statements under one heading. */
export interface ArgumentGroup {
  readonly document: ScopeDocument;
  /** Whether it is the first of its document. */
  readonly isFirst: boolean;
  /** Empty before the first heading. */
  readonly heading: string;
  readonly nodes: readonly ArgumentNode[];
  /** Between statements of this group. */
  readonly edges: readonly ArgumentEdge[];
}

export interface ArgumentNode {
  readonly subject: Subject;
  /** Relations to and from statements of other groups. */
  readonly stubs: readonly Stub[];
}

export interface ArgumentEdge {
  readonly type: Relation;
  readonly source: Subject;
  readonly target: Subject;
  /** Of an answer. */
  readonly response: string | null;
}

/** The end of a relation whose other end is drawn elsewhere, or is not in the picture. */
export interface Stub {
  readonly type: Relation;
  readonly isIncoming: boolean;
  /** The key of the other statement, if it is in the picture. */
  readonly key: string | null;
  /** Who says it, and its id or words. */
  readonly who: string;
  readonly what: string;
  /** The title of its document, if it is another one. */
  readonly document: string;
  readonly response: string | null;
}

/** The argument of a scope. Linear in its statements and their relations. */
export function* argumentGraph(scope: Scope): Generator<void, ArgumentGraph> {
  const sections = new Map<string, Subject[]>();
  for (const subject of scope.subjects) {
    const key = groupOf(subject);
    const group = sections.get(key);
    if (group) group.push(subject);
    else sections.set(key, [subject]);
  }
  const groups: ArgumentGroup[] = [];
  let last: ScopeDocument | null = null;
  for (const subjects of sections.values()) {
    const { document, section } = subjects[0] as Subject;
    const edges: ArgumentEdge[] = [];
    const nodes = subjects.map((subject) => ({ subject, stubs: relate(scope, subject, edges) }));
    const heading = document.headings.get(section) ?? '';
    groups.push({ document, isFirst: document !== last, heading, nodes, edges });
    last = document;
    yield;
  }
  return { groups, subjects: scope.subjects.length };
}

function groupOf({ document, section }: Subject): string {
  return `${document.key} ${section}`;
}

/** Puts a statement's relations within its group among the edges. @returns the others, as stubs */
function relate(scope: Scope, subject: Subject, edges: ArgumentEdge[]): Stub[] {
  const stubs: Stub[] = [];
  const seen = sets();
  for (const { type, target: reference } of subject.meaning.relations) {
    const target = subject.document.names.statement(reference);
    // An undefined statement is the linter's matter, a statement about itself as well.
    if (target === null || target.tag === subject.statement.tag) continue;
    const response = type === 'answers' ? subject.meaning.response : null;
    const other = scope.byTag.get(target.tag);
    if (seen[type].has(target.tag)) continue;
    seen[type].add(target.tag);
    if (other && groupOf(other) === groupOf(subject))
      edges.push({ type, source: subject, target: other, response });
    else if (target.fact.kind !== 'unknown')
      stubs.push({ ...nameOther(scope, subject, target, other), type, isIncoming: false, response });
  }
  const seenSources = sets();
  for (const { type, source } of relationsTo(scope.workspace, subject.statement)) {
    const other = scope.byTag.get(source.tag);
    if (seenSources[type].has(source.tag)) continue;
    seenSources[type].add(source.tag);
    if (source.fact.kind === 'unknown' || source.tag === subject.statement.tag) continue;
    if (other && groupOf(other) === groupOf(subject)) continue;
    const response = type === 'answers' ? resolveStatement(source).response : null;
    stubs.push({ ...nameOther(scope, subject, source, other), type, isIncoming: true, response });
  }
  return stubs;
}

/** Tags by relation: a relation that is written twice is one. */
function sets(): Record<Relation, Set<Subject['statement']['tag']>> {
  return { supports: new Set(), rebuts: new Set(), rephrases: new Set(), answers: new Set() };
}

function nameOther(
  scope: Scope,
  subject: Subject,
  statement: Subject['statement'],
  other: Subject | undefined,
): Pick<Stub, 'key' | 'who' | 'what' | 'document'> {
  const names = scope.workspace.namesFor(statement.document);
  const by = other?.by ?? resolveStatement(statement).by.flatMap((id) => actorsOf(names, id));
  const isElsewhere = statement.document !== subject.document.model;
  return {
    key: other?.key ?? null,
    who: by.map((actor) => actor.name).join(', '),
    what: statement.fact.id === null ? wordsOf(statement) : `#${statement.fact.id}`,
    document: isElsewhere ? statement.document.head.title?.value || statement.document.id : '',
  };
}
