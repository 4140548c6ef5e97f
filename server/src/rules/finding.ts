/** Turns what a rule reported into a finding: offsets from the start of the file, the rest read when asked for. */
import type { TextRange } from '../codebook/codebook.ts';
import type { Draft, DraftFix, FileEdit, Finding, Fix, Late, Related, Rule } from './rule.ts';

/** A draft, and who reported it. */
export interface Reported {
  readonly rule: Rule;
  readonly draft: Draft;
}

/**
 * The finding of a draft.
 *
 * @param base where that stands in its file which the draft's offsets count from
 */
export function findingOf({ rule, draft }: Reported, severity: Finding['severity'], base: number): Finding {
  return {
    rule: rule.name,
    severity,
    ...moved(draft, base),
    unnecessary: draft.unnecessary ?? false,
    get message(): string {
      return read(draft.message);
    },
    get fixes(): readonly Fix[] {
      return read(draft.fixes ?? []).map((fix) => fixOf(fix, base));
    },
    get related(): readonly Related[] {
      return read(draft.related ?? []);
    },
  };
}

function fixOf({ title, kind, edits }: DraftFix, base: number): Fix {
  return {
    title,
    kind,
    get edits(): readonly FileEdit[] {
      return read(edits).map((edit) =>
        edit.location === undefined ? { ...edit, ...moved(edit, base) } : edit,
      );
    },
  };
}

function read<T>(value: Late<T>): T {
  return typeof value === 'function' ? (value as () => T)() : value;
}

function moved(range: TextRange, base: number): TextRange {
  return { start: range.start + base, end: range.end + base };
}
