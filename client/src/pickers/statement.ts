/** What the pickers ask of a statement, and in which order. */
import type { TagAttribute } from '../../../server/src/lsp/requests/index.ts';

export type StatementKind = 'claim' | 'demand';

/** What was answered. Ids, without their signs. */
export interface Statement {
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly topics: readonly string[];
  readonly position: string | null;
}

export const NOTHING_ANSWERED: Statement = { by: [], to: [], topics: [], position: null };

export type Question = 'by' | 'to' | 'topic' | 'position';

/** The questions that a statement of a kind is asked: a position is one on a topic. */
export function questionsFor(kind: StatementKind, { topics }: Pick<Statement, 'topics'>): Question[] {
  return [
    'by',
    ...(kind === 'demand' ? (['to'] as const) : []),
    'topic',
    ...(topics.length > 0 ? (['position'] as const) : []),
  ];
}

/** How many steps there are: counted with the position until it is known that there is no topic. */
export function stepsOf(kind: StatementKind): number {
  return kind === 'demand' ? 4 : 3;
}

/** The attributes that say what was answered; the server leaves out what need not be written. */
export function attributesOf(kind: StatementKind, statement: Statement): TagAttribute[] {
  const attributes: TagAttribute[] = [
    { name: 'by', values: statement.by },
    { name: 'to', values: kind === 'demand' ? statement.to : [] },
    { name: 'topic', values: statement.topics },
    {
      name: 'position',
      values: statement.position && statement.topics.length > 0 ? [statement.position] : [],
    },
  ];
  return attributes.filter(({ values }) => values.length > 0);
}
