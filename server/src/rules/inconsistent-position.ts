import type { Statement } from '../model/document.ts';
import { resolveStatement } from '../model/resolve.ts';
import type { DocumentContext, Draft, Rule } from './rule.ts';
import { placeOf, speakersOf, statementsWith } from './wholeDocument.ts';

interface Stand {
  readonly position: string;
  readonly statement: Statement;
}

export const inconsistentPosition: Rule = {
  name: 'inconsistent-position',
  group: 'Sense',
  severity: 'info',
  summary: 'An actor is for and against one topic on one date.',
  mends: [],
  *checkDocument(context) {
    const stands = new Map<string, Stand>();
    for (const statement of statementsWith(context, 'position')) yield* compare(context, statement, stands);
  },
};

/** Reports a statement whose speaker stood otherwise before; else remembers it. */
function* compare(
  context: DocumentContext,
  statement: Statement,
  stands: Map<string, Stand>,
): Generator<Draft> {
  const { by, topics, position, date } = resolveStatement(statement);
  if (position !== 'support' && position !== 'oppose') return;
  let isReported = false;
  for (const actor of speakersOf(context, by)) {
    for (const topic of topics) {
      const key = `${actor} ${topic} ${date ?? ''}`;
      const earlier = stands.get(key);
      if (earlier === undefined) stands.set(key, { position, statement });
      else if (earlier.position !== position && !isReported) {
        isReported = true;
        yield report(actor, topic, date, statement, earlier.statement);
      }
    }
  }
}

function report(
  actor: string,
  topic: string,
  date: string | null,
  statement: Statement,
  earlier: Statement,
): Draft {
  const when = date === null ? 'here' : `on ${date}`;
  return {
    ...placeOf(statement, 'position'),
    message: `@${actor} is both for and against ${topic} ${when}. If the text says so, leave it; otherwise correct position, by or date.`,
    related: () => [
      { ...placeOf(earlier, 'position'), location: earlier.document.location, message: 'The other position' },
    ],
  };
}
