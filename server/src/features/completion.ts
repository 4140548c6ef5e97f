/**
 * Completion in the head of a tag: tags, attributes still allowed, values, actors, statements, topics; and in a memo
 * that quiets rules, their names. What an entry means is worked out when somebody looks at it (completionDetails.ts).
 */
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { type CompletionContext, completionContext } from './completionContext.ts';
import type { CompletionEntry } from './completionEntry.ts';
import {
  actorItems,
  attributeItems,
  choiceItems,
  ruleItems,
  tagItems,
  topicItems,
} from './completionItems.ts';
import { otherStatementItems, statementItems } from './completionStatements.ts';

export interface CompletionResult {
  /** What an entry replaces. Offsets are from the document's start. */
  readonly start: number;
  readonly end: number;
  readonly entries: readonly CompletionEntry[];
  /** There are more, which further letters would find. */
  readonly isIncomplete: boolean;
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
  const typed = block.text.slice(context.start, offset - base);
  const { entries, isIncomplete } = entriesFor(
    workspace,
    document,
    context,
    typed,
    block.text[context.end] === '}',
  );
  const reference =
    /^\/[\p{L}\p{M}\p{Nd}_-]*/u.exec(block.text.slice(context.end, context.end + 256))?.[0] ?? '';
  // A reference to another document is replaced as a whole.
  const end = entries[0]?.kind === 'statement' ? context.end + reference.length : context.end;
  return { start: base + context.start, end: base + end, entries, isIncomplete };
}

type Entries = Pick<CompletionResult, 'entries' | 'isIncomplete'>;

/** @param isClosed a `}` stands at the cursor already */
function entriesFor(
  workspace: Workspace,
  document: DocumentModel,
  context: CompletionContext,
  typed: string,
  isClosed: boolean,
): Entries {
  switch (context.type) {
    case 'tag':
      return complete(tagItems(isClosed));
    case 'actor':
      return complete(actorItems(workspace, document));
    case 'continuation':
      return statementItems(document, null, typed);
    case 'attribute':
      return complete(attributeItems(workspace.namesFor(document).attributes, context.word, context.present));
    case 'rule':
      return complete(ruleItems(context.present));
    case 'value':
      return valueEntries(workspace, document, context.attribute, typed);
  }
}

function valueEntries(
  workspace: Workspace,
  document: DocumentModel,
  attribute: string,
  typed: string,
): Entries {
  const names = workspace.namesFor(document);
  const definition = names.attribute(attribute);
  switch (definition?.type) {
    case 'actor':
      return complete(actorItems(workspace, document));
    case 'statement': {
      const others = otherStatementItems(workspace, document, definition.targets, typed);
      const own = statementItems(document, definition.targets, typed);
      return {
        entries: [...own.entries, ...others.entries],
        isIncomplete: own.isIncomplete || others.isIncomplete,
      };
    }
    case 'topic':
      return complete(topicItems(names));
    case 'choice':
      return complete(choiceItems(definition));
    default:
      return complete([]);
  }
}

function complete(entries: readonly CompletionEntry[]): Entries {
  return { entries, isIncomplete: false };
}
