/** Statements, mentions and replies as nodes: their words, and where a click leads. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { type PicturePlace, tagHover, type ViewStatement } from '../requests/views.ts';
import type { ViewNode } from './viewNode.ts';

/** The command behind a click on a node with a place. */
export const OPEN_PLACE = 'demarche.openPlace';

const ICONS = { claim: 'quote', demand: 'megaphone', mention: 'mention' } as const;

/** What to show of a statement beside its words. */
export interface Shown {
  readonly label: string;
  readonly description: string;
  readonly icon?: vscode.ThemeIcon;
  readonly context: string;
  readonly children?: () => Promise<ViewNode[]>;
}

/** @param parent the id of the node above, since the same statement may stand in several places of a tree */
export function statementNode(
  server: LanguageServer,
  parent: string,
  statement: ViewStatement,
  { label, description, icon, context, children }: Shown,
): ViewNode {
  const state = children ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const item = Object.assign(new vscode.TreeItem(label || vscode.l10n.t('(no words)'), state), {
    id: `${parent}/${statement.key}`,
    description,
    iconPath: icon ?? new vscode.ThemeIcon(ICONS[statement.kind]),
    contextValue: context,
    // Undefined, so that it is asked for when the pointer rests.
    tooltip: undefined,
    command: openPlace(statement.place),
    accessibilityInformation: { label: [label, description].filter((part) => part !== '').join(', ') },
  });
  const { place } = statement;
  return { item, place, tooltip: () => tagHover(server, place), ...(children && { children }) };
}

/** A node that shows more of what is around it. @param all how many there are, if that is known */
export function moreNode(parent: string): ViewNode {
  const item = Object.assign(new vscode.TreeItem(vscode.l10n.t('Show more')), {
    id: `${parent}/more`,
    iconPath: new vscode.ThemeIcon('ellipsis'),
    contextValue: 'more',
    command: { command: 'demarche.showMoreRows', title: '', arguments: [parent] },
  });
  return { item };
}

/** Parts of a description, those that are empty left out. */
export function described(...parts: readonly (string | null | false | undefined)[]): string {
  return parts.filter((part) => part).join(' · ');
}

function openPlace(place: PicturePlace): vscode.Command {
  return { command: OPEN_PLACE, title: vscode.l10n.t('Go to the words'), arguments: [place] };
}
