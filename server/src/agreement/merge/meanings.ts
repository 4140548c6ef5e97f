/**
 * What a statement takes over from those around it may change when another coder's statement comes to stand around it. What it
 * took over, or had by default, is then written into its head.
 */
import type { DocumentModel, Statement } from '../../model/document.ts';
import { type Meaning, resolveStatement } from '../../model/resolve.ts';
import type { Coding } from '../units.ts';
import { attribute } from './headText.ts';

const ACTORS = ['by', 'to', 'via'] as const;
const TEXTS = ['form', 'date', 'place', 'strength', 'if', 'until'] as const;

/**
 * The statements of a merged document that mean something else there than where they come from.
 *
 * @param definitions by the place of a statement's tag in the merged document: its index among A's units, or, counted on from those, B's
 * @returns by the same index, the attributes that its head must say, as written
 */
export function inheritedOtherwise(
  merged: DocumentModel,
  definitions: ReadonlyMap<number, number>,
  a: Coding,
  b: Coding,
): Map<number, string[]> {
  const [inA, inB] = [statementsByPlace(a.document), statementsByPlace(b.document)];
  const changed = new Map<number, string[]>();
  for (const [place, statement] of statementsByPlace(merged)) {
    const key = definitions.get(place);
    if (key === undefined) continue;
    const unit = key < a.units.length ? a.units[key] : b.units[key - a.units.length];
    const original = (key < a.units.length ? inA : inB).get(unit?.source.start ?? -1);
    if (!original) continue;
    const [wanted, now] = [resolveStatement(original), resolveStatement(statement)];
    if (isSame(wanted, now)) continue;
    changed.set(key, written(statement, wanted));
  }
  return changed;
}

function statementsByPlace(document: DocumentModel): Map<number, Statement> {
  const places = new Map<number, Statement>();
  for (const statement of document.statements())
    places.set(document.startOf(statement.block) + statement.tag.start, statement);
  return places;
}

function isSame(a: Meaning, b: Meaning): boolean {
  return (
    ACTORS.every((name) => a[name].join() === b[name].join()) && TEXTS.every((name) => a[name] === b[name])
  );
}

/** All that could be taken over, but for what the head says already. */
function written({ fact }: Statement, wanted: Meaning): string[] {
  const attributes: string[] = [];
  const add = (name: string, values: readonly string[], isActors: boolean) => {
    if (values.length > 0 && !fact.attributes.has(name)) attributes.push(attribute(name, values, isActors));
  };
  add('by', wanted.by, true);
  add('to', wanted.to, true);
  // Nobody reports it: who speaks does, rather than whoever speaks around it.
  add('via', wanted.via.length > 0 ? wanted.via : wanted.by, true);
  for (const name of TEXTS) {
    const value = wanted[name];
    const isForDemands = name === 'strength';
    if (value !== null && (!isForDemands || fact.kind === 'demand')) add(name, [value], false);
  }
  return attributes;
}
