import type { Statement } from '../model/document.ts';
import { resolveStatement } from '../model/resolve.ts';
import { localReference } from './meaning.ts';
import type { DocumentContext, Draft, Rule } from './rule.ts';
import { placeOf, speakersOf, statementsWith } from './wholeDocument.ts';

interface Reply {
  readonly response: string;
  readonly statement: Statement;
}

export const conflictingResponse: Rule = {
  name: 'conflicting-response',
  group: 'Sense',
  severity: 'info',
  summary: 'One addressee gives two answers to one demand on one date.',
  mends: [],
  *checkDocument(context) {
    const replies = new Map<string, Reply>();
    for (const statement of statementsWith(context, 'response')) yield* compare(context, statement, replies);
  },
};

/** Reports a statement whose speaker answered otherwise before; else remembers it. */
function* compare(
  context: DocumentContext,
  statement: Statement,
  replies: Map<string, Reply>,
): Generator<Draft> {
  const { by, relations, response, date } = resolveStatement(statement);
  if (response === null || response === 'withdraw') return;
  let isReported = false;
  for (const { type, target } of relations) {
    if (type !== 'answers') continue;
    const demand = localReference(context, target);
    for (const actor of speakersOf(context, by)) {
      const key = `${actor} ${demand} ${date ?? ''}`;
      const earlier = replies.get(key);
      if (earlier === undefined) replies.set(key, { response, statement });
      else if (earlier.response !== response && !isReported) {
        isReported = true;
        const when = date === null ? '' : ` on ${date}`;
        yield {
          ...placeOf(statement, 'response'),
          message: `@${actor} answers #${demand} in two ways${when}, ${earlier.response} and ${response}, and only the later one counts. Correct by or date, or leave it if the text says so.`,
          related: () => [
            {
              ...placeOf(earlier.statement, 'response'),
              location: context.document.location,
              message: 'The other answer',
            },
          ],
        };
      }
    }
  }
}
