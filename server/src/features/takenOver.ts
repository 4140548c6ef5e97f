/** What a new statement has without its being written: from the statement around it, or by default. */
import type { DocumentModel, Statement } from '../model/document.ts';
import { AUTHOR, type Meaning, resolveStatement } from '../model/resolve.ts';
import type { Workspace } from '../model/workspace.ts';
import { bodyAround, outwards } from './enclosingTag.ts';
import type { Segment } from './selection.ts';
import type { GivenAttribute } from './writeAttribute.ts';

/** The innermost statement whose words, or a continuation's, hold a range; null without one. */
export function statementAround(document: DocumentModel, { start, end }: Segment): Statement | null {
  const place = bodyAround(document, start, end);
  if (place === null) return null;
  for (const index of outwards(place)) {
    const kind = place.block.tree.tags[index]?.kind;
    if (kind === undefined || kind === 'mention') continue;
    return document.statementOfTag(place.block, index);
  }
  return null;
}

/** The attributes that have to be written, of those that a statement around a range is to have. */
export function ownAttributes(
  workspace: Workspace,
  document: DocumentModel,
  words: Segment,
  kind: 'claim' | 'demand',
  given: readonly GivenAttribute[],
): GivenAttribute[] {
  const filled = given.filter(({ values }) => values.length > 0);
  const around = statementAround(document, words);
  const outer = around && resolveStatement(around);
  const names = workspace.namesFor(document);
  const expand = (ids: readonly string[]) =>
    [...new Set(ids.flatMap((id) => names.expand(id).map((actor) => actor.id)))].sort().join(' ');
  const isSame = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length && (a.every((id) => b.includes(id)) || expand(a) === expand(b));

  const by = filled.find(({ name }) => name === 'by')?.values ?? [];
  const speaksForItself = by.length > 0 && !isSame(by, outer?.by ?? [AUTHOR]);
  const taken = speaksForItself ? onlyTimeAndPlace(outer) : outer;
  return filled.filter(({ name, values }) => {
    if (name === 'by') return speaksForItself;
    const already = taken && takenOver(taken, name, kind);
    return already === null || already === undefined || !isSame(values, already);
  });
}

type Taken = Partial<Meaning>;

/** A statement with a claimant of its own takes over no more. */
function onlyTimeAndPlace(outer: Meaning | null): Taken | null {
  return outer && { date: outer.date, place: outer.place };
}

function takenOver(outer: Taken, name: string, kind: 'claim' | 'demand'): readonly string[] | null {
  const one = (value: string | null | undefined) => (value ? [value] : null);
  switch (name) {
    case 'to':
    case 'via':
      return outer[name] ?? null;
    case 'date':
    case 'place':
    case 'form':
      return one(outer[name]);
    case 'strength':
    case 'if':
    case 'until':
      return kind === 'demand' ? one(outer[name]) : null;
    default:
      return null;
  }
}
