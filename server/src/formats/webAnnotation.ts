/**
 * Web Annotations (W3C), a page of them for a document. A statement is an annotation that classifies its words, a
 * relation one that links two statements, a mention one that identifies actors; what is known of the document, its
 * actors and topics describes the source as JSON. Only the standard’s own vocabulary is used.
 */
import { attributeTexts } from './attributeText.ts';
import { codePointPlaces } from './codePoints.ts';
import type { ExportDocument } from './format.ts';
import type { JsonDocument, JsonMention, JsonSpan, JsonStatement } from './json.ts';

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** How much text a quote selector shows before and after the words. Code points. */
const CONTEXT_LENGTH = 32;

/** The page as JSON. Positions are code points of the stripped text with LF line ends. */
export function writeWebAnnotation({ name, meaning }: ExportDocument): string {
  const source = `${encodeURI(lastPart(name)).replace(/[#?]/g, encodeURIComponent)}.txt`;
  const { document, statements, mentions, actors, topics } = meaning;
  const places = codePointPlaces(document.text);
  const targetOf = (spans: readonly JsonSpan[]) => {
    const targets = spans.map((span) => ({ source, selector: selectorsOf(document.text, places, span) }));
    return targets.length === 1 ? targets[0] : targets;
  };
  const creator = document.coder === null ? {} : { creator: { type: 'Person', nickname: document.coder } };
  const annotation = (id: string, motivation: string, body: readonly object[], target: unknown) => ({
    id,
    type: 'Annotation',
    motivation,
    ...creator,
    body,
    target,
  });
  const { text: _, memos, ...head } = document;
  const items = [
    annotation('#document', 'describing', [described(head), ...memos.map(comment)], source),
    ...actors.map((actor) => annotation(`#actor/${actor.id}`, 'describing', [described(actor)], source)),
    ...topics.map((topic) => annotation(`#topic/${topic.id}`, 'describing', [described(topic)], source)),
    ...statements.map((each) =>
      annotation(`#statement/${each.id}`, 'classifying', statementBodies(each), targetOf(each.spans)),
    ),
    ...mentions.map((each, index) =>
      annotation(`#mention/${index + 1}`, 'identifying', mentionBodies(each, meaning), targetOf([each])),
    ),
    ...statements.flatMap(({ id, relations }) =>
      relations.map(({ type, target }) =>
        annotation(
          `#relation/${id}/${type}/${target}`,
          'linking',
          [
            { type: 'SpecificResource', purpose: 'linking', source: `#statement/${target}` },
            { type: 'TextualBody', purpose: 'classifying', value: type },
          ],
          `#statement/${id}`,
        ),
      ),
    ),
  ];
  return `${JSON.stringify({ '@context': ANNOTATION_CONTEXT, id: '', type: 'AnnotationPage', items }, null, 2)}\n`;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function described(value: object): object {
  return {
    type: 'TextualBody',
    purpose: 'describing',
    format: 'application/json',
    value: JSON.stringify(value),
  };
}

function comment(value: string): object {
  return { type: 'TextualBody', purpose: 'commenting', value };
}

/** The kind, then a tag for each attribute, as Demarche writes it; relations have annotations of their own. */
function statementBodies(statement: JsonStatement): object[] {
  return [
    { type: 'TextualBody', purpose: 'classifying', value: statement.kind },
    ...attributeTexts({ ...statement, relations: [] }).map((value) => ({
      type: 'TextualBody',
      purpose: 'tagging',
      value,
    })),
    ...statement.memos.map(comment),
  ];
}

function mentionBodies({ actors, memos }: JsonMention, meaning: JsonDocument): object[] {
  const items = new Map(meaning.actors.map(({ id, wikidata }) => [id, wikidata]));
  return [
    ...actors.map((id) => ({ type: 'TextualBody', purpose: 'identifying', value: `@${id}` })),
    ...actors.flatMap((id) => {
      const item = items.get(id);
      const source = `http://www.wikidata.org/entity/${item}`;
      return item ? [{ type: 'SpecificResource', purpose: 'identifying', source }] : [];
    }),
    ...memos.map(comment),
  ];
}

function selectorsOf(
  text: string,
  places: (codePoint: number) => number,
  { start, end }: JsonSpan,
): object[] {
  const words = (from: number, to: number) => text.slice(places(from), places(to));
  return [
    {
      type: 'TextQuoteSelector',
      exact: words(start, end),
      prefix: words(start - CONTEXT_LENGTH, start),
      suffix: words(end, end + CONTEXT_LENGTH),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}
