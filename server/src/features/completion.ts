/** Completion in the head of a tag: tags, attributes still allowed, values, actors, statements, topics. */
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { completionContext } from './completionContext.ts';
import {
  actorItems,
  attributeItems,
  choiceItems,
  statementItems,
  tagItems,
  topicItems,
} from './completionItems.ts';

export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'tag' | 'attribute' | 'value' | 'actor' | 'statement' | 'topic' | 'rule';
  /** Beside the label, dimmed. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** What typed text is compared with: an actor is found by its aliases too. */
  readonly filterText: string;
  readonly sortText: string;
  readonly insertText: string;
  /** `insertText` is a snippet with tab stops. */
  readonly snippet: boolean;
}

export interface CompletionResult {
  /** What an entry replaces. Offsets are from the document's start. */
  readonly start: number;
  readonly end: number;
  readonly entries: readonly CompletionEntry[];
}

/** What can be written at an offset; null in plain text. Works in a tag that is not closed. */
export function completionsAt(
  workspace: Workspace,
  document: DocumentModel,
  offset: number,
): CompletionResult | null {
  const index = document.source.blockAt(offset);
  const block = document.source.blocks[index];
  if (block === undefined) return null;
  const base = document.source.startOf(index);
  const context = completionContext(block.text, offset - base);
  if (context === null) return null;
  const names = workspace.namesFor(document);
  const entries = (): readonly CompletionEntry[] => {
    switch (context.type) {
      case 'tag':
        return tagItems(block.text[context.end] === '}');
      case 'actor':
        return actorItems(workspace, document);
      case 'continuation':
        return statementItems(workspace, document, null);
      case 'attribute':
        return attributeItems(names.attributes, context.word, context.present);
      case 'rule':
        return [];
      case 'value': {
        const definition = names.attribute(context.attribute);
        switch (definition?.type) {
          case 'actor':
            return actorItems(workspace, document);
          case 'statement':
            return statementItems(workspace, document, definition.targets);
          case 'topic':
            return topicItems(names);
          case 'choice':
            return choiceItems(definition);
          default:
            return [];
        }
      }
    }
  };
  return { start: base + context.start, end: base + context.end, entries: entries() };
}
