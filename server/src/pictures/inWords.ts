/** What pictures show, as headings, lists and tables. */
import type { ArgumentEdge, ArgumentGraph, ArgumentGroup, ArgumentNode } from './argumentGraph.ts';
import { wordsOfStub } from './card.ts';
import type { Row } from './ledger.ts';
import { OUTCOME_WORDS } from './networkDrawing.ts';
import { type NetworkGraph, OUTCOMES } from './networkGraph.ts';
import { list, table } from './page.ts';
import type { Named, Subject } from './scope.ts';
import { element, join, type Markup, text } from './svg.ts';

/** The statements of an argument by document and heading, each with where it leads to. */
export function argumentInWords({ groups }: ArgumentGraph): Markup {
  return join(
    groups.map((group) => {
      const { document, heading, isFirst, nodes } = group;
      const title = isFirst && groups.some((each) => each.document !== document);
      const relations = relationsOf(group);
      return join([
        ...(title ? [element('h2', { dir: 'auto' }, text(document.title))] : []),
        ...(heading ? [element('h3', { dir: 'auto' }, text(heading))] : []),
        list(nodes.map((node) => statementInWords(node, relations.get(node.subject) ?? []))),
      ]);
    }),
  );
}

function relationsOf({ edges }: ArgumentGroup): Map<Subject, ArgumentEdge[]> {
  const relations = new Map<Subject, ArgumentEdge[]>();
  for (const edge of edges) relations.set(edge.source, [...(relations.get(edge.source) ?? []), edge]);
  return relations;
}

function statementInWords({ subject, stubs }: ArgumentNode, edges: readonly ArgumentEdge[]): Markup {
  const { kind, id, by, to, topics, meaning, words } = subject;
  const verb = kind === 'claim' ? 'claims' : 'demands';
  const whom = to.length > 0 ? ` ${kind === 'claim' ? 'to' : 'of'} ${namesOf(to)}` : '';
  const details = [
    id === null ? '' : `#${id}`,
    topics.length > 0 ? `${namesOf(topics)}${meaning.position ? ` (${meaning.position})` : ''}` : '',
    meaning.date ?? '',
    ...edges.map(({ type, target, response }) =>
      wordsOfStub({
        type,
        isIncoming: false,
        key: target.key,
        who: namesOf(target.by),
        what: target.id === null ? target.words : `#${target.id}`,
        document: '',
        response,
      }),
    ),
    ...stubs.map(wordsOfStub),
  ];
  return join([
    element('strong', {}, text(namesOf(by))),
    text(` ${verb}${whom}: ${words || '(no words)'} `),
    element('span', { class: 'quiet' }, text(details.filter((detail) => detail !== '').join(' · '))),
  ]);
}

/** The actors of a network and their ties, as three tables. */
export function networkInWords({ actors, demands, affinities }: NetworkGraph): Markup {
  const names = new Map(actors.map(({ actor }) => [actor.id, actor.name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  return join([
    section(
      'Actors',
      ['Actor', 'Kind', 'Claims', 'Demands', 'Received'],
      actors.map((node) => [
        node.actor.name,
        node.actor.kind ?? '',
        String(node.claims),
        String(node.demands),
        String(node.received),
      ]),
    ),
    section(
      'Demands',
      ['From', 'To', 'Demands', ...OUTCOMES.map((outcome) => OUTCOME_WORDS[outcome])],
      demands.map((tie) => [
        nameOf(tie.source),
        nameOf(tie.target),
        String(tie.subjects.length),
        ...OUTCOMES.map((outcome) => String(tie.outcomes[outcome])),
      ]),
    ),
    section(
      'Agreement and conflict',
      ['Actor', 'Other actor', '', 'Topics'],
      affinities.map((tie) => [nameOf(tie.source), nameOf(tie.target), tie.type, namesOf(tie.topics)]),
    ),
  ]);
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  return rows.length === 0 ? join([]) : join([element('h2', {}, text(title)), table(head, rows)]);
}

const LEDGER_HEAD = ['Demand', 'By', 'To', 'Topic', 'Strength', 'Date', 'Until', 'State', 'Replies'] as const;

/** The ledger as a table. @param isOne whether all is of one document, which then need not be named */
export function ledgerInWords(rows: readonly Row[], isOne: boolean): Markup {
  if (rows.length === 0) return element('p', {}, text('No demands to show.'));
  return table(
    isOne ? LEDGER_HEAD : [...LEDGER_HEAD, 'Document'],
    rows.map((row) => [
      row.words || '(no words)',
      namesOf(row.claimants),
      row.addressee?.name ?? '',
      namesOf(row.topics),
      row.strength ?? '',
      row.date ?? '',
      row.until ?? '',
      row.state ?? 'open',
      row.replies
        .map((reply) => `${namesOf(reply.by)}${reply.date ? `, ${reply.date}` : ''}: ${reply.response}`)
        .join('; '),
      ...(isOne ? [] : [row.document]),
    ]),
  );
}

function namesOf(named: readonly Named[]): string {
  return named.map(({ name }) => name).join(', ');
}
