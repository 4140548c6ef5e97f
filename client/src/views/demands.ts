/** The view of demands: what became of each, to whom it was put, and the replies below it. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import {
  type DemandGroupsParams,
  type DemandsGrouping,
  demandGroupsOf,
  demandsOf,
  type PictureScope,
  type ViewDemand,
  type ViewReply,
} from '../requests/views.ts';
import { OPEN, stateIcon, stateName } from './demandStates.ts';
import type { Roots, TreeContent } from './serverTree.ts';
import { described, moreNode, statementNode } from './statementNodes.ts';
import type { Choices } from './viewChoices.ts';
import type { ActorOfView, ViewNode } from './viewNode.ts';

interface Group {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly open: number;
}

export class DemandsContent implements TreeContent {
  readonly #server: LanguageServer;
  readonly #choices: () => Choices;
  readonly #limitFor: (id: string) => number;
  /** Only demands by or to this actor are shown. */
  filter: ActorOfView | undefined;

  /** @param limitFor how many rows to ask for below a node */
  constructor(server: LanguageServer, choices: () => Choices, limitFor: (id: string) => number) {
    this.#server = server;
    this.#choices = choices;
    this.#limitFor = limitFor;
  }

  async roots(scope: PictureScope, token: vscode.CancellationToken): Promise<Roots | null> {
    const params = { scope, by: this.#choices().groupDemands, actor: this.filter?.key ?? null };
    const found = await demandGroupsOf(this.#server, params, token);
    return (
      found && {
        nodes: found.groups.map((group) => this.#groupNode(group, params)),
        hasCodebook: found.hasCodebook,
      }
    );
  }

  #groupNode(group: Group, params: DemandGroupsParams): ViewNode {
    const { t } = vscode.l10n;
    const { key, count, open } = group;
    const id = `${params.by}:${key}`;
    const label = groupName(group, params.by);
    const waiting = params.by !== 'state' && open > 0 ? t('{0} open', open) : '';
    const item = Object.assign(new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded), {
      id,
      description: described(String(count), waiting),
      iconPath:
        params.by === 'state' ? stateIcon(key) : new vscode.ThemeIcon(key === '' ? 'dash' : 'account'),
      contextValue: 'group',
      tooltip: label,
      accessibilityInformation: {
        label: described(label, count === 1 ? t('1 demand') : t('{0} demands', count), waiting),
      },
    });
    return { item, children: () => this.#demandNodes(id, group, params) };
  }

  async #demandNodes(parent: string, group: Group, params: DemandGroupsParams): Promise<ViewNode[]> {
    const limit = this.#limitFor(parent);
    const rows = await demandsOf(this.#server, { ...params, group: group.key, limit });
    const nodes = rows.map((row) => this.#demandNode(parent, row, group, params));
    return rows.length >= limit && group.count > limit ? [...nodes, moreNode(parent)] : nodes;
  }

  #demandNode(parent: string, row: ViewDemand, group: Group, { by, scope }: DemandGroupsParams): ViewNode {
    const { t } = vscode.l10n;
    const states = statesIn(row, group, by);
    const addressees = states.map(({ addressee }) => addressee);
    const outcome = by === 'state' ? '' : outcomeOf(row, states);
    const id = `${parent}/${row.key}`;
    return statementNode(this.#server, parent, row, {
      label: described(peopleBeside(by, row.by, addressees), row.topics.join(', ')),
      description: described(
        outcome,
        row.until && t('until {0}', row.until),
        row.words,
        scope.uri === null && row.document,
      ),
      icon: by === 'state' ? new vscode.ThemeIcon('megaphone') : stateIcon(soleState(states)),
      context: 'demand',
      ...(row.replies.length > 0 && {
        children: async () => row.replies.map((reply) => this.#replyNode(id, reply)),
      }),
    });
  }

  #replyNode(parent: string, reply: ViewReply): ViewNode {
    return statementNode(this.#server, parent, reply, {
      label: described(reply.by.join(', '), stateName(reply.response)),
      description: described(reply.date, reply.words),
      icon: stateIcon(reply.response),
      context: 'reply',
    });
  }
}

type DemandStates = ViewDemand['states'];

/** The addressees that a group is about: in that of a state, those whose state it is. */
function statesIn({ states }: ViewDemand, group: Group, by: DemandsGrouping): DemandStates {
  if (by === 'state') return states.filter(({ response }) => (response ?? OPEN) === group.key);
  if (by === 'addressee') return states.filter(({ addressee }) => addressee === group.name);
  return states;
}

/** What became of a demand; where its addressees differ, of each. */
function outcomeOf({ states: all }: ViewDemand, states: DemandStates): string {
  if (all.length === 0) return '';
  const sole = soleState(states);
  if (sole !== null) return stateName(sole);
  return states.map(({ addressee, response }) => `${addressee}: ${stateName(response ?? OPEN)}`).join(', ');
}

/** The state that all have; null where they differ. */
function soleState(states: DemandStates): string | null {
  const different = new Set(states.map(({ response }) => response ?? OPEN));
  const [first = OPEN, ...others] = different;
  return others.length === 0 ? first : null;
}

/** Who wants it of whom; whoever the group is about need not be said again. */
function peopleBeside(grouping: DemandsGrouping, by: readonly string[], to: readonly string[]): string {
  const claimants = by.join(', ');
  if (to.length === 0 || grouping === 'addressee') return claimants;
  return `${grouping === 'claimant' ? '' : `${claimants} `}→ ${to.join(', ')}`;
}

function groupName({ key, name }: Group, by: DemandsGrouping): string {
  if (by === 'state') return stateName(key);
  return key === '' ? vscode.l10n.t('Put to nobody') : name;
}
