/** Keeps a picture to what can be looked at: of a huge scope, the statements with most relations. */
import type { Scope, Subject } from './scope.ts';

/** More statements than this are no picture any more. */
export const MOST_STATEMENTS = 1500;

/** The scope with at most so many statements, and a word on what was left out. */
export function limitScope(scope: Scope): { readonly scope: Scope; readonly note: string | null } {
  const { subjects } = scope;
  if (subjects.length <= MOST_STATEMENTS) return { scope, note: null };
  const degrees = new Map<Subject, number>();
  const count = (subject: Subject | undefined, by: number) => {
    if (subject) degrees.set(subject, (degrees.get(subject) ?? 0) + by);
  };
  for (const subject of subjects) {
    for (const { target } of subject.meaning.relations) {
      const other = subject.document.names.statement(target);
      const known = other && scope.byTag.get(other.tag);
      if (!known) continue;
      count(subject, 1);
      count(known, 1);
    }
  }
  const kept = new Set(
    [...subjects].sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0)).slice(0, MOST_STATEMENTS),
  );
  const shown = subjects.filter((subject) => kept.has(subject));
  const byTag = new Map(shown.map((subject) => [subject.statement.tag, subject]));
  const note = `The ${MOST_STATEMENTS.toLocaleString('en')} statements with most relations are shown, of ${subjects.length.toLocaleString('en')}. A filter, or a single document, shows the others.`;
  return { scope: { ...scope, subjects: shown, byTag }, note };
}
