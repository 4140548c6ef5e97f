import type { Statement } from '../model/document.ts';
import { resolveStatement } from '../model/resolve.ts';
import { localReference } from './meaning.ts';
import type { DocumentContext, Draft, Rule } from './rule.ts';
import { placeOf, readerOf, speakersOf } from './wholeDocument.ts';

/** What a statement answers, by whom to what. */
interface Reply {
  readonly statement: Statement;
  readonly response: string;
  readonly date: string | null;
  readonly to: readonly { readonly key: string; readonly actor: string; readonly demand: string }[];
}

const replies = readerOf('response', readReply);

export const conflictingResponse: Rule = {
  name: 'conflicting-response',
  group: 'Sense',
  severity: 'info',
  summary: 'One addressee gives two answers to one demand on one date.',
  mends: [],
  *checkDocument(context) {
    const first = new Map<string, Reply>();
    for (const reply of replies(context)) {
      let isReported = false;
      for (const { key, actor, demand } of reply.to) {
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, reply);
        else if (earlier.response !== reply.response && !isReported) {
          isReported = true;
          yield report(actor, demand, reply, earlier);
        }
      }
    }
  },
};

function readReply(context: DocumentContext, statement: Statement): Reply | null {
  const { by, relations, response, date } = resolveStatement(statement);
  if (response === null || response === 'withdraw') return null;
  const speakers = [...speakersOf(context, by)];
  const to = relations.flatMap(({ type, target }) => {
    if (type !== 'answers') return [];
    const demand = localReference(context, target);
    return speakers.map((actor) => ({ key: `${actor} ${demand} ${date ?? ''}`, actor, demand }));
  });
  return { statement, response, date, to };
}

function report(actor: string, demand: string, { statement, response, date }: Reply, earlier: Reply): Draft {
  const when = date === null ? '' : ` on ${date}`;
  return {
    ...placeOf(statement, 'response'),
    message: `@${actor} answers #${demand} in two ways${when}, ${earlier.response} and ${response}, and only the later one counts. Correct by or date, or leave it if the text says so.`,
    related: () => [
      {
        ...placeOf(earlier.statement, 'response'),
        location: statement.document.location,
        message: 'The other answer',
      },
    ],
  };
}
