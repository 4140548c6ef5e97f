import type { Statement } from '../model/document.ts';
import { resolveStatement } from '../model/resolve.ts';
import type { DocumentContext, Draft, Rule } from './rule.ts';
import { placeOf, readerOf, speakersOf } from './wholeDocument.ts';

/** Where a statement stands, and by whom on what. */
interface Stand {
  readonly statement: Statement;
  readonly position: string;
  readonly date: string | null;
  readonly on: readonly { readonly key: string; readonly actor: string; readonly topic: string }[];
}

const stands = readerOf('position', readStand);

export const inconsistentPosition: Rule = {
  name: 'inconsistent-position',
  group: 'Sense',
  severity: 'info',
  summary: 'An actor is for and against one topic on one date.',
  mends: [],
  *checkDocument(context) {
    const first = new Map<string, Stand>();
    for (const stand of stands(context)) {
      let isReported = false;
      for (const { key, actor, topic } of stand.on) {
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, stand);
        else if (earlier.position !== stand.position && !isReported) {
          isReported = true;
          yield report(actor, topic, stand.date, stand.statement, earlier.statement);
        }
      }
    }
  },
};

function readStand(context: DocumentContext, statement: Statement): Stand | null {
  const { by, topics, position, date } = resolveStatement(statement);
  if (position !== 'support' && position !== 'oppose') return null;
  const on = [...speakersOf(context, by)].flatMap((actor) =>
    topics.map((topic) => ({ key: `${actor} ${topic} ${date ?? ''}`, actor, topic })),
  );
  return { statement, position, date, on };
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
