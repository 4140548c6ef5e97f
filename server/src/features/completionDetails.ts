/** What an entry of completion means, worked out when somebody looks at it: the hover of what it names. */
import type { DocumentModel } from '../model/document.ts';
import type { Workspace } from '../model/workspace.ts';
import { RULES } from '../rules/index.ts';
import { ruleUrl } from '../rules/url.ts';
import { describeAttribute } from './hover.ts';
import { actorHover } from './hoverActor.ts';
import { statementHover } from './hoverStatement.ts';
import { topicHover } from './hoverTopic.ts';
import type { Linker } from './markdown.ts';
import { code, escapeMarkdown, link as linkTo } from './markdown.ts';

/**
 * Markdown for what an entry names; empty for what needs no words, or is gone.
 *
 * @param kind of the entry @param id of the entry, as it was offered
 */
export function completionDetails(
  workspace: Workspace,
  document: DocumentModel,
  kind: string,
  id: string,
  link: Linker,
): string {
  const names = workspace.namesFor(document);
  switch (kind) {
    case 'actor':
      return actorHover(workspace, document, id, link) ?? '';
    case 'topic':
      return topicHover(workspace, document, id, link) ?? '';
    case 'statement': {
      const statement = names.statement(id);
      return statement ? statementHover(workspace, statement, document, link) : '';
    }
    case 'attribute': {
      const definition = names.attribute(id);
      return definition ? describeAttribute(definition) : '';
    }
    case 'value': {
      const [attribute = '', value = ''] = id.split('=');
      const choice = names.attribute(attribute)?.choices.find((each) => each.value === value);
      return choice ? `${code(`${attribute}=${value}`)} ${escapeMarkdown(choice.note)}`.trim() : '';
    }
    case 'rule': {
      const rule = RULES.get(id);
      return rule ? `${escapeMarkdown(rule.summary)}\n\n${linkTo('What it says and why', ruleUrl(id))}` : '';
    }
    default:
      return '';
  }
}
