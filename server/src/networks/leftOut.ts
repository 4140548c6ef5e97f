/** What a network leaves out, by reason: nothing is dropped in silence. */
import type { Statement } from '../model/document.ts';

/** For one statement, then for several. */
const PHRASES = {
  author: ['statement by an author whom the head doesn’t name', 'statements by authors whom no head names'],
  topic: ['statement without a topic', 'statements without a topic'],
  position: ['statement without a position', 'statements without a position'],
  addressee: ['demand without an addressee', 'demands without an addressee'],
  date: ['statement without a date', 'statements without a date'],
  organization: [
    'statement of a person whose organization the codebook doesn’t name (of:)',
    'statements of people whose organization the codebook doesn’t name (of:)',
  ],
  person: ['statement of an organization', 'statements of organizations'],
  window: ['statement that is in no window', 'statements that are in no window'],
} as const;

export type LeftOutReason = keyof typeof PHRASES;

export class LeftOut {
  readonly #statements = new Map<LeftOutReason, Set<Statement>>();

  /** Notes a statement, of which a part or the whole does not count. */
  add(reason: LeftOutReason, statement: Statement): void {
    const known = this.#statements.get(reason);
    if (known) known.add(statement);
    else this.#statements.set(reason, new Set([statement]));
  }

  /** One phrase for each reason, as in “3 statements without a date”. */
  phrases(): string[] {
    return (Object.keys(PHRASES) as LeftOutReason[]).flatMap((reason) => {
      const count = this.#statements.get(reason)?.size ?? 0;
      return count === 0 ? [] : [`${count} ${PHRASES[reason][count === 1 ? 0 : 1]}`];
    });
  }
}
