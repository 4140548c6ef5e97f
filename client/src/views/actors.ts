/** The view of actors: who does how much, and below each what it says, is asked, and where it is named. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import {
  type ActorStatementsParams,
  actorHover,
  actorsOf,
  type PictureScope,
  statementsOf,
  type ViewActor,
  type ViewStatement,
} from '../requests/views.ts';
import { type ActorGroup, groupsOfActors, inOrder } from './actorGroups.ts';
import type { Roots, TreeContent } from './serverTree.ts';
import { described, moreNode, statementNode } from './statementNodes.ts';
import type { Choices } from './viewChoices.ts';
import type { ViewNode } from './viewNode.ts';

type Part = ActorStatementsParams['part'];

const PARTS: readonly Part[] = ['claims', 'demands', 'received', 'mentions'];
const PART_ICONS = { claims: 'quote', demands: 'megaphone', received: 'inbox', mentions: 'mention' } as const;
const KIND_ICONS: Readonly<Record<string, string>> = {
  state: 'globe',
  organization: 'briefcase',
  person: 'person',
  group: 'organization',
};

export class ActorsContent implements TreeContent {
  readonly #server: LanguageServer;
  readonly #choices: () => Choices;
  readonly #limitFor: (id: string) => number;

  /** @param limitFor how many rows to ask for below a node */
  constructor(server: LanguageServer, choices: () => Choices, limitFor: (id: string) => number) {
    this.#server = server;
    this.#choices = choices;
    this.#limitFor = limitFor;
  }

  async roots(scope: PictureScope, token: vscode.CancellationToken): Promise<Roots | null> {
    const found = await actorsOf(this.#server, scope, token);
    if (found === null) return null;
    const { groupActors, sortActors } = this.#choices();
    const { hasCodebook } = found;
    if (groupActors === 'none') {
      return { nodes: this.#actorNodes('', inOrder(found.actors, sortActors), scope), hasCodebook };
    }
    const groups = groupsOfActors(found.actors, groupActors, sortActors);
    return { nodes: groups.map((group) => this.#groupNode(group, scope)), hasCodebook };
  }

  #groupNode({ key, label, icon, actors }: ActorGroup, scope: PictureScope): ViewNode {
    const id = `group:${key}`;
    const item = Object.assign(new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded), {
      id,
      description: String(actors.length),
      iconPath: new vscode.ThemeIcon(icon ?? KIND_ICONS[key] ?? 'question'),
      contextValue: 'group',
      tooltip: label,
      accessibilityInformation: { label: `${label}, ${actorCount(actors.length)}` },
    });
    return { item, children: async () => this.#actorNodes(id, actors, scope) };
  }

  #actorNodes(parent: string, actors: readonly ViewActor[], scope: PictureScope): ViewNode[] {
    return actors.map((actor) => this.#actorNode(parent, actor, scope));
  }

  #actorNode(parent: string, actor: ViewActor, scope: PictureScope): ViewNode {
    const { key, isDefined, kind } = actor;
    const id = `${parent}/${key}`;
    const name = nameOfActor(actor);
    const counts = described(...PARTS.map((part) => actor[part] > 0 && countOf(part, actor[part])));
    const item = Object.assign(new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed), {
      id,
      description: described(!isDefined && vscode.l10n.t('not in the codebook'), summaryOf(actor)),
      iconPath: new vscode.ThemeIcon(isDefined ? (KIND_ICONS[kind ?? ''] ?? 'account') : 'question'),
      contextValue: isDefined ? 'actor defined' : 'actor',
      tooltip: undefined,
      accessibilityInformation: { label: `${name}, ${counts}` },
    });
    return {
      item,
      actor: { key, id: actor.id, name },
      tooltip: () => actorHover(this.#server, scope, key),
      children: async () =>
        PARTS.filter((part) => actor[part] > 0).map((part) => this.#partNode(id, actor, part, scope)),
    };
  }

  #partNode(parent: string, actor: ViewActor, part: Part, scope: PictureScope): ViewNode {
    const id = `${parent}/${part}`;
    const label = partName(part);
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    // Mentions are many, and seldom what is looked for.
    const item = Object.assign(new vscode.TreeItem(label, part === 'mentions' ? Collapsed : Expanded), {
      id,
      description: String(actor[part]),
      iconPath: new vscode.ThemeIcon(PART_ICONS[part]),
      contextValue: 'part',
      tooltip: `${nameOfActor(actor)}: ${countOf(part, actor[part])}`,
      accessibilityInformation: { label: countOf(part, actor[part]) },
    });
    return { item, children: () => this.#statementNodes(id, actor, part, scope) };
  }

  async #statementNodes(
    parent: string,
    actor: ViewActor,
    part: Part,
    scope: PictureScope,
  ): Promise<ViewNode[]> {
    const limit = this.#limitFor(parent);
    const rows = await statementsOf(this.#server, { scope, actor: actor.key, part, limit });
    const nodes = rows.map((row) =>
      statementNode(this.#server, parent, row, {
        label: row.words,
        description: detailOf(row, part, scope.uri === null),
        context: row.kind,
      }),
    );
    return rows.length >= limit && actor[part] > limit ? [...nodes, moreNode(parent)] : nodes;
  }
}

/** Beside the words: to whom, or of whom, on what; with all texts, in which. */
function detailOf(row: ViewStatement, part: Part, isWorkspace: boolean): string {
  const people = part === 'received' ? row.by.join(', ') : row.to.length > 0 ? `→ ${row.to.join(', ')}` : '';
  return described(people, row.topics.join(', '), isWorkspace && row.document);
}

export function nameOfActor({ name, authorOf }: ViewActor): string {
  return authorOf === null ? name : vscode.l10n.t('Author of “{0}”', authorOf);
}

/** `5 claims · 2 demands · 1 received`; where there is none of these, its mentions. */
function summaryOf(actor: ViewActor): string {
  const said = PARTS.filter((part) => part !== 'mentions' && actor[part] > 0);
  return described(...(said.length > 0 ? said : PARTS.slice(-1)).map((part) => countOf(part, actor[part])));
}

function partName(part: Part): string {
  const { t } = vscode.l10n;
  switch (part) {
    case 'claims':
      return t('Claims');
    case 'demands':
      return t('Demands made');
    case 'received':
      return t('Demands received');
    case 'mentions':
      return t('Mentions');
  }
}

function countOf(part: Part, count: number): string {
  const { t } = vscode.l10n;
  switch (part) {
    case 'claims':
      return count === 1 ? t('1 claim') : t('{0} claims', count);
    case 'demands':
      return count === 1 ? t('1 demand') : t('{0} demands', count);
    case 'received':
      return t('{0} received', count);
    case 'mentions':
      return count === 1 ? t('1 mention') : t('{0} mentions', count);
  }
}

function actorCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 actor') : vscode.l10n.t('{0} actors', count);
}
