/** What an actor, a statement, a topic, an attribute, a value or a tag means: Markdown for the pointer. */
import type { Attribute } from '../../../grammar/events.ts';
import type { AttributeDefinition } from '../codebook/attributes.ts';
import type { DocumentModel } from '../model/document.ts';
import type { CodebookFile, Workspace } from '../model/workspace.ts';
import { actorHover } from './hoverActor.ts';
import { statementHover } from './hoverStatement.ts';
import { topicHover } from './hoverTopic.ts';
import { code, escapeMarkdown, type Linker } from './markdown.ts';
import { isInMark, nameAt, nameInCodebook, type TagPlace, tagAt } from './target.ts';

/** Markdown, and the range that it is about. Offsets are from the file's start. */
export interface HoverResult {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/** What to show at an offset of a document, or null. */
export function hoverAt(
  workspace: Workspace,
  document: DocumentModel,
  offset: number,
  link: Linker,
): HoverResult | null {
  const name = nameAt(document, offset);
  const names = workspace.namesFor(document);
  if (name !== null) {
    const { start, end } = name;
    switch (name.kind) {
      case 'actor':
        return wrap(actorHover(workspace, document, name.id, link), start, end);
      case 'topic':
        return wrap(topicHover(workspace, document, name.id, link), start, end);
      case 'attribute':
        return wrap(attributeHover(names.attribute(name.id)), start, end);
      case 'statement': {
        const statement = names.statement(name.id);
        return statement && { markdown: statementHover(workspace, statement, document, link), start, end };
      }
      case 'document':
        return null;
    }
  }
  const place = tagAt(document, offset);
  return place && isInMark(place, offset) ? markHover(workspace, document, place, offset, link) : null;
}

/** What to show at an offset of a codebook, or null. */
export function hoverInCodebook(
  workspace: Workspace,
  file: CodebookFile,
  offset: number,
  link: Linker,
): HoverResult | null {
  const name = nameInCodebook(file, offset);
  const [document] = workspace.documentsOf(file);
  if (name === null || document === undefined) return null;
  const make = name.kind === 'actor' ? actorHover : topicHover;
  return wrap(make(workspace, document, name.id, link), name.start, name.end);
}

function wrap(markdown: string | null, start: number, end: number): HoverResult | null {
  return markdown === null ? null : { markdown, start, end };
}

/** On a value: its meaning. On any other part of a mark: the statement, or what the tag is for. */
function markHover(
  workspace: Workspace,
  document: DocumentModel,
  place: TagPlace,
  offset: number,
  link: Linker,
): HoverResult | null {
  const { tag, block, blockStart, index } = place;
  const within = offset - blockStart;
  const names = workspace.namesFor(document);
  for (const attribute of tag.head.attributes) {
    const value = attribute.values.find((each) => each.start <= within && within <= each.end);
    if (value === undefined || (value.type !== 'word' && value.type !== 'string')) continue;
    const markdown = choiceHover(names.attribute(attribute.name.normalize('NFC')), value.text, attribute);
    if (markdown !== null) return { markdown, start: blockStart + value.start, end: blockStart + value.end };
  }
  const start = blockStart + tag.start;
  const end = blockStart + tag.bodyStart;
  const statement = document.statementOfTag(block, index);
  if (statement) return { markdown: statementHover(workspace, statement, document, link), start, end };
  const [actor] = tag.head.actors;
  return actor ? wrap(actorHover(workspace, document, actor.id.normalize('NFC'), link), start, end) : null;
}

function choiceHover(
  definition: AttributeDefinition | null,
  value: string,
  attribute: Attribute,
): string | null {
  const choice = definition?.choices.find((each) => each.value === value);
  if (!definition || !choice) return null;
  return `**${escapeMarkdown(choice.value)}** – ${escapeMarkdown(attribute.name)}\n\n${escapeMarkdown(choice.note)}`;
}

function attributeHover(definition: AttributeDefinition | null): string | null {
  return definition && describeAttribute(definition);
}

/** An attribute's meaning, its term in the field, its default and its values. */
export function describeAttribute(definition: AttributeDefinition): string {
  const { name, note, term, defaultNote, choices } = definition;
  const lines = [`**${escapeMarkdown(name)}**${term && ` (${escapeMarkdown(term)})`}`];
  if (note) lines.push(escapeMarkdown(note));
  if (defaultNote) lines.push(`Without it: ${escapeMarkdown(defaultNote)}.`);
  if (definition.for.length === 1) lines.push(`Only on a ${definition.for[0]}.`);
  if (choices.length > 0) {
    lines.push(
      choices
        .map((each) => `- ${code(each.value)}${each.note && ` ${escapeMarkdown(each.note)}`}`)
        .join('\n'),
    );
  }
  return lines.join('\n\n');
}
