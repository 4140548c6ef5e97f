/**
 * The Argument Interchange Format with dialogue, as JSON (xAIF). What a statement says is an I-node, who says it a
 * locution (L) that a YA-node ties to it; one who reports it has a locution too. `supports`, `rebuts` and `rephrases`
 * are RA-, CA- and MA-nodes between I-nodes, `answers` a TA-node from the demand’s locution to the answer’s.
 */
import type { Relation } from '../codebook/attributes.ts';
import type { ExportDocument } from './format.ts';
import type { JsonDocument, JsonStatement } from './json.ts';

type NodeType = 'I' | 'L' | 'RA' | 'CA' | 'MA' | 'TA' | 'YA';

const SCHEMES: Readonly<Record<Relation, readonly [NodeType, text: string]>> = {
  supports: ['RA', 'Default Inference'],
  rebuts: ['CA', 'Default Conflict'],
  rephrases: ['MA', 'Default Rephrase'],
  answers: ['TA', 'Default Transition'],
};

const ILLOCUTIONS = { claim: 'Asserting', demand: 'Directing' } as const;

/** The graph as JSON. Relations to other documents are left out: a graph holds one. */
export function writeAif({ meaning }: ExportDocument): string {
  return `${JSON.stringify(new Graph(meaning).build(), null, 2)}\n`;
}

class Graph {
  readonly #meaning: JsonDocument;
  readonly #nodes: { nodeID: string; text: string; type: NodeType; timestamp: string }[] = [];
  readonly #edges: { edgeID: string; fromID: string; toID: string }[] = [];
  readonly #locutions: { nodeID: string; personID: string; timestamp: string }[] = [];
  readonly #participants = new Map<string, { participantID: string; firstname: string; surname: string }>();
  readonly #places = new Map<string, { information: string; locution: string | null }>();

  constructor(meaning: JsonDocument) {
    this.#meaning = meaning;
  }

  build(): object {
    const { document, statements } = this.#meaning;
    for (const statement of statements) this.#addStatement(statement);
    for (const statement of statements) this.#addRelations(statement);
    return {
      AIF: {
        nodes: this.#nodes,
        edges: this.#edges,
        schemefulfillments: [],
        descriptorfulfillments: [],
        participants: [...this.#participants.values()],
        locutions: this.#locutions,
      },
      text: document.text,
      dialog: true,
      OVA: { firstname: '', surname: document.coder ?? '', url: document.source ?? '', nodes: [], edges: [] },
    };
  }

  #addStatement(statement: JsonStatement): void {
    const words = statement.spans.map(({ text }) => text).join(' … ');
    const timestamp = statement.date ?? '';
    const information = this.#node('I', words, timestamp);
    const locutions = statement.by.map((id) =>
      this.#locution(id, words, timestamp, information, ILLOCUTIONS[statement.kind]),
    );
    for (const id of statement.via) this.#locution(id, words, timestamp, information, 'Reporting');
    this.#places.set(statement.id, { information, locution: locutions[0] ?? null });
  }

  /** Somebody’s words: the locution, tied to what is said. */
  #locution(actor: string, words: string, timestamp: string, information: string, act: string): string {
    const name = this.#meaning.actors.find(({ id }) => id === actor)?.name ?? actor;
    const locution = this.#node('L', `${name}: ${words}`, timestamp);
    this.#participant(actor, name);
    this.#locutions.push({ nodeID: locution, personID: actor, timestamp });
    const illocution = this.#node('YA', act, timestamp);
    this.#edge(locution, illocution);
    this.#edge(illocution, information);
    return locution;
  }

  /** Readers show first name and surname with a space between: a single name is a surname. */
  #participant(id: string, name: string): void {
    const isPerson = this.#meaning.actors.find((actor) => actor.id === id)?.kind === 'person';
    const space = isPerson ? name.lastIndexOf(' ') : -1;
    const [firstname, surname] = [name.slice(0, Math.max(0, space)), name.slice(space + 1)];
    this.#participants.set(id, { participantID: id, firstname, surname });
  }

  #addRelations({ id, relations }: JsonStatement): void {
    const own = this.#places.get(id);
    for (const { type, target } of relations) {
      const other = this.#places.get(target);
      if (own === undefined || other === undefined) continue;
      const [from, to] =
        type === 'answers' ? [other.locution, own.locution] : [own.information, other.information];
      if (from === null || to === null) continue;
      const [nodeType, text] = SCHEMES[type];
      const scheme = this.#node(nodeType, text, '');
      this.#edge(from, scheme);
      this.#edge(scheme, to);
    }
  }

  #node(type: NodeType, text: string, timestamp: string): string {
    const nodeID = String(this.#nodes.length + 1);
    this.#nodes.push({ nodeID, text, type, timestamp });
    return nodeID;
  }

  #edge(fromID: string, toID: string): void {
    this.#edges.push({ edgeID: String(this.#edges.length + 1), fromID, toID });
  }
}
