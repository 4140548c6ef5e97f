/** The outline: headings, in them statements, in those nested ones and, if asked for, mentions. */
import type { DocumentModel } from '../model/document.ts';
import { factsOf } from '../model/facts.ts';
import { headingText } from '../model/headings.ts';
import type { Pieces } from '../model/pieces.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Block } from '../syntax/document.ts';
import { stripRange } from '../syntax/strip.ts';
import { actorNames, nameOfStatement, shorten, summaryOf } from './wording.ts';

export interface OutlineItem {
  readonly kind: 'heading' | 'claim' | 'demand' | 'unknown' | 'mention';
  readonly name: string;
  readonly detail: string;
  /** All of it: of a heading, to the next one of its level or higher. Offsets from the document's start. */
  readonly start: number;
  end: number;
  /** What to select: the heading's line, the tag's head. */
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly children: OutlineItem[];
}

export interface OutlineOptions {
  /** Mentions are listed too. */
  readonly mentions: boolean;
}

/** The outline of a document. */
export function* outlineOf(
  workspace: Workspace,
  document: DocumentModel,
  { mentions }: OutlineOptions = { mentions: false },
): Pieces<OutlineItem[]> {
  const items: OutlineItem[] = [];
  const sections: { readonly level: number; readonly item: OutlineItem }[] = [];
  let start = document.source.preamble.text.length;
  const closeSections = (level: number, end: number) => {
    while ((sections.at(-1)?.level ?? 0) >= level)
      (sections.pop() as (typeof sections)[number]).item.end = end;
  };
  for (const block of document.source.blocks) {
    if (block.level > 0) {
      closeSections(block.level, start);
      const heading = headingItem(block, start);
      (sections.at(-1)?.item.children ?? items).push(heading);
      sections.push({ level: block.level, item: heading });
    }
    (sections.at(-1)?.item.children ?? items).push(...itemsIn(workspace, document, block, start, mentions));
    start += block.text.length;
    yield;
  }
  closeSections(1, start);
  return items;
}

function headingItem(block: Block, start: number): OutlineItem {
  const end = start + block.contentLength;
  const name = headingText(block) || '#'.repeat(block.level);
  return {
    kind: 'heading',
    name,
    detail: '',
    start,
    end,
    selectionStart: start,
    selectionEnd: end,
    children: [],
  };
}

/** The statements (and mentions) of a block, nested as their tags are. */
function itemsIn(
  workspace: Workspace,
  document: DocumentModel,
  block: Block,
  start: number,
  mentions: boolean,
): OutlineItem[] {
  const { tags } = block.tree;
  if (tags.length === 0) return [];
  const names = workspace.namesFor(document);
  const statements = new Map(
    document.statementsIn(block).map((statement) => [statement.fact.tag, statement]),
  );
  const listed = mentions ? new Set(factsOf(block).mentions) : new Set<number>();
  const top: OutlineItem[] = [];
  const byTag = new Map<number, OutlineItem>();
  tags.forEach((tag, index) => {
    const statement = statements.get(index);
    if (statement === undefined && !listed.has(index)) return;
    const ids = tag.head.actors.map((actor) => actor.id.normalize('NFC'));
    const item: OutlineItem = {
      kind: statement?.fact.kind ?? 'mention',
      name: statement
        ? nameOfStatement(statement)
        : shorten(stripRange(block, tag.bodyStart, tag.bodyEnd).trim(), 48) || '(empty)',
      detail: statement ? summaryOf(names, statement) : actorNames(names, ids),
      start: start + tag.start,
      end: start + tag.end,
      selectionStart: start + tag.start,
      selectionEnd: start + Math.min(tag.bodyStart, tag.end),
      children: [],
    };
    byTag.set(index, item);
    let parent = tag.parent;
    while (parent >= 0 && !byTag.has(parent)) parent = tags[parent]?.parent ?? -1;
    (byTag.get(parent)?.children ?? top).push(item);
  });
  return top;
}
