/** Networks of small texts, printed so that a figure can be read. */
import { EVERY_STATEMENT } from '../../server/src/analysis/statementFilter.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import type { Network } from '../../server/src/networks/network.ts';
import { type NetworkAnswer, networksOf } from '../../server/src/networks/networks.ts';
import type { NetworkQuestion } from '../../server/src/networks/question.ts';

export const PLAIN: NetworkQuestion = {
  type: 'affiliation',
  normalization: 'no',
  qualifier: 'ignore',
  actors: 'all',
  filter: EVERY_STATEMENT,
  from: null,
  until: null,
  window: null,
  unique: null,
  isolates: false,
};

const CODEBOOK = `actors:
  ardia: { name: Ardia, kind: state }
  belmar: { name: Belmar, kind: state }
  corvo: { name: Corvo Union, kind: organization }
  dunn: { name: Ella Dunn, kind: person, of: [ardia, corvo] }
  reyes: { name: Tom Reyes, kind: person, of: dunn }
  free: { name: Ida Free, kind: person }
topics:
  dam: { name: The high dam, in: river }
  fish: { name: Fishing rights }
  river: { name: The river }
  toll: { name: The bridge toll }
`;

/** Asks a question of documents, by file name; `@` in them is as in a text. */
export function ask(
  documents: Readonly<Record<string, string>>,
  question: Partial<NetworkQuestion> = {},
  codebook = CODEBOOK,
): NetworkAnswer {
  const workspace = new Workspace();
  workspace.setCodebook('/w/demarche.yaml', codebook);
  const models = Object.entries(documents).map(([name, text]) =>
    workspace.setDocument(`/w/${name}.demarche`, text),
  );
  return networksOf(workspace, models, { ...PLAIN, ...question });
}

/** The one network of a question without windows. */
export function networkOf(
  documents: Readonly<Record<string, string>>,
  question: Partial<NetworkQuestion> = {},
): Network {
  const [network, ...others] = ask(documents, question).networks;
  if (network === undefined || others.length > 0) throw new Error(`${others.length} networks too many`);
  return network;
}

/** Each edge as `source target: weight`, with the counts that are not zero. */
export function edgesOf({ rows, columns, edges, figures }: Network): string[] {
  return edges.map(({ source, target, weight, figures: counts }) => {
    const beside = figures.flatMap((name, at) => (counts[at] ? [`${name} ${counts[at]}`] : []));
    const ends = `${rows[source]?.id} ${columns[target]?.id}`;
    return [`${ends}: ${Number(weight.toFixed(6))}`, ...beside].join(', ');
  });
}

/** Ends and weights alone, by `source target`. */
export function weightsOf(network: Network): Record<string, number> {
  const { rows, columns, edges } = network;
  return Object.fromEntries(
    edges.map(({ source, target, weight }) => [`${rows[source]?.id} ${columns[target]?.id}`, weight]),
  );
}

/** A document of claims, one a line: `ardia + dam`, `corvo - toll 2021-05`, `belmar . fish` for no position. */
export function claims(lines: string, head = ''): string {
  const body = lines
    .trim()
    .split('\n')
    .map((line) => {
      const [by, sign, topic, date] = line.trim().split(' ');
      const position = sign === '+' ? ' position=support' : sign === '-' ? ' position=oppose' : '';
      return `{claim by=@${by?.replaceAll(',', ',@')} topic=${topic}${position}${date ? ` date=${date}` : ''}: words}`;
    });
  return `---\ntitle: T\n${head}---\n\n${body.join('\n\n')}\n`;
}
