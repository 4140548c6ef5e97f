/** What a name on the command line means in a corpus, for renaming. */
import { type RenameSubject, refusalOf } from '../features/renameSubject.ts';
import type { DocumentModel } from '../model/document.ts';
import { nameKey } from '../model/facts.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import { CommandError } from './failure.ts';
import type { Target } from './targets.ts';

export const RENAME_KINDS = ['actor', 'topic', 'statement', 'document', 'attribute'] as const;
export type RenameKind = (typeof RENAME_KINDS)[number];

/** The places of a subject are for editors, which show them. */
const NO_PLACE = { start: 0, end: 0 };

/**
 * The subject with a name. Of several, it must be clear which is meant.
 *
 * @param targets the files that the user named: a codebook is looked for among these and those that they follow
 * @throws CommandError if none has the name, or several have
 */
export function subjectNamed(
  workspace: Workspace,
  targets: readonly Target[],
  kind: RenameKind,
  name: string,
): RenameSubject {
  const id = name.normalize('NFC').replace(kind === 'actor' ? /^@/ : /^#/, '');
  const refusal = refusalOf({ kind, id });
  if (refusal !== null) throw new CommandError(refusal);
  switch (kind) {
    case 'statement':
      return statementNamed(workspace, targets, id);
    case 'document':
      if ([...workspace.documentsWithId(id)].length === 0)
        throw new CommandError(`no document has the id ${id}`);
      return { kind, id, ...NO_PLACE };
    default:
      return entryNamed(workspace, targets, kind, id);
  }
}

function documentsOf(workspace: Workspace, targets: readonly Target[]): DocumentModel[] {
  return targets.flatMap(({ location }) => workspace.document(location) ?? []);
}

function statementNamed(workspace: Workspace, targets: readonly Target[], name: string): RenameSubject {
  const [id = '', document] = name.split('/').reverse();
  const owners = documentsOf(workspace, targets).filter(
    (each) => each.statement(id) !== null && (document === undefined || each.id === document),
  );
  const [owner, another] = owners;
  if (owner === undefined) throw new CommandError(`no statement is called #${name}`);
  if (another !== undefined) {
    const advice = another.id === owner.id ? 'name the file' : `write ${owner.id}/${id}, or name the file`;
    throw new CommandError(`${owners.length} documents have a statement #${name}: ${advice}`);
  }
  return { kind: 'statement', document: owner, id, ...NO_PLACE };
}

function entryNamed(
  workspace: Workspace,
  targets: readonly Target[],
  kind: 'actor' | 'topic' | 'attribute',
  id: string,
): RenameSubject {
  const documents = documentsOf(workspace, targets);
  const followed = new Set<CodebookFile | null>(documents.map((each) => workspace.codebookOf(each)));
  for (const { location } of targets) followed.add(workspace.codebooks.get(location) ?? null);
  const files = [...followed].filter((file) => file !== null && sectionOf(file, kind).has(id));
  const [file, anotherFile] = files;
  if (anotherFile != null)
    throw new CommandError(`${files.length} codebooks define ${id}: name the folder of one of them`);
  if (file != null) return { kind, id, file, document: null, ...NO_PLACE };
  const heads = documents.filter(({ head }) => kind !== 'attribute' && head[`${kind}s`].has(id));
  const [document, anotherHead] = heads;
  if (anotherHead !== undefined)
    throw new CommandError(`${heads.length} documents define ${id} in their heads: name one of them`);
  if (document !== undefined) return { kind, id, file: null, document, ...NO_PLACE };
  const isUsed = documents.some((each) => each.uses(nameKey(kind, id)));
  const advice = isUsed ? ', though texts name it: correct those, or define it first' : '';
  throw new CommandError(`no ${kind} is called ${id}${advice}`);
}

function sectionOf({ codebook }: CodebookFile, kind: 'actor' | 'topic' | 'attribute') {
  return codebook[`${kind}s`];
}
