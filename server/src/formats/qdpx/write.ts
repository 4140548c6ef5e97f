/**
 * REFI-QDA projects: a zip of `project.qde` and the texts. A statement’s words are selections with a coding for each
 * thing that codes can say; the rest stands in the selection’s description, as Demarche writes it. Actors are cases.
 * Nothing in it depends on clock or machine: the same documents make the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import { attributeTexts } from '../attributeText.ts';
import type { ExportDocument } from '../format.ts';
import { guidOf } from '../guid.ts';
import type { JsonActor, JsonDocument, JsonSpan } from '../json.ts';
import { element, parent, xmlText } from '../xml.ts';
import { CodeTree } from './codes.ts';

export const QDE_NAMESPACE = 'urn:QDA-XML:project:1.0';

/** The zip’s time for all files: its first. */
const NO_TIME = new Date(1980, 0, 1);

/** What variables say of sources, and of cases. */
export const SOURCE_VARIABLES = [
  'id',
  'title',
  'author',
  'date',
  'source',
  'section',
  'type',
  'lang',
  'coder',
] as const;
export const CASE_VARIABLES = ['id', 'kind', 'of', 'aka', 'role', 'country', 'wikidata'] as const;

/** The project as the bytes of a `.qdpx`. */
export function writeQdpx(documents: Iterable<ExportDocument>): Uint8Array {
  const project = new ProjectWriter();
  for (const document of documents) project.add(document);
  return project.toBytes();
}

interface Case {
  readonly actor: JsonActor;
  readonly sources: Set<string>;
  readonly selections: string[];
}

class ProjectWriter {
  readonly #codes = new CodeTree();
  readonly #users = new Map<string, string>();
  readonly #cases = new Map<string, Case>();
  readonly #sources: string[] = [];
  readonly #notes: string[] = [];
  readonly #links: string[] = [];
  readonly #files: Record<string, Uint8Array> = {};

  add({ name, meaning }: ExportDocument): void {
    const { document } = meaning;
    const guid = guidOf('source', name);
    this.#codes.learn(meaning);
    this.#files[`sources/${guid}.txt`] = strToU8(document.text);
    for (const actor of meaning.actors) {
      const known = this.#cases.get(actor.id) ?? { actor, sources: new Set(), selections: [] };
      this.#cases.set(actor.id, known);
      known.sources.add(guid);
    }
    const user = document.coder === null ? null : this.#user(document.coder);
    const children = [
      ...this.#statements(meaning, guid, user),
      ...this.#mentions(meaning, guid, user),
      ...document.memos.map((memo, index) => this.#noteRef(guidOf('memo', guid, String(index)), memo)),
      ...variableValues('source', SOURCE_VARIABLES, {
        ...document,
        author: document.author.join('; '),
      }),
    ];
    const attributes = {
      guid,
      name: document.title ?? document.id,
      plainTextPath: `internal://${guid}.txt`,
      creatingUser: user,
    };
    this.#sources.push(parent('TextSource', attributes, children) || element('TextSource', attributes));
  }

  toBytes(): Uint8Array {
    const users = [...this.#users].map(([name, guid]) => element('User', { guid, name }));
    const variables = [
      ...SOURCE_VARIABLES.map((name) => variable('source', name)),
      ...CASE_VARIABLES.map((name) => variable('case', name)),
    ];
    const codes = this.#codes.toXml();
    const project = element(
      'Project',
      { xmlns: QDE_NAMESPACE, name: 'Demarche', origin: 'Demarche' },
      [
        '',
        parent('Users', {}, users),
        codes === '' ? '' : element('CodeBook', {}, `\n${element('Codes', {}, `\n${codes}\n`)}\n`),
        parent('Variables', {}, variables),
        parent('Cases', {}, [...this.#cases.values()].map(caseXml)),
        parent('Sources', {}, this.#sources),
        parent('Notes', {}, this.#notes),
        parent('Links', {}, this.#links),
        '',
      ]
        .filter((part, index, parts) => part !== '' || index === 0 || index === parts.length - 1)
        .join('\n'),
    );
    const xml = `<?xml version="1.0" encoding="utf-8"?>\n${project}\n`;
    return zipSync({ 'project.qde': strToU8(xml), ...this.#files }, { mtime: NO_TIME });
  }

  #user(name: string): string {
    const guid = guidOf('user', name);
    this.#users.set(name, guid);
    return guid;
  }

  #statements({ statements }: JsonDocument, source: string, user: string | null): string[] {
    const firsts = new Map(statements.map(({ id }) => [id, guidOf('selection', source, id, '0')]));
    return statements.flatMap((statement) => {
      const codes = this.#codes.codesOf(statement);
      const own = statement.id.startsWith('~') ? [] : [`#${statement.id}`];
      const description = [statement.kind, ...own, ...attributeTexts(statement)];
      for (const { type, target } of statement.relations) {
        const to = firsts.get(target);
        const from = firsts.get(statement.id) as string;
        const guid = guidOf('link', from, type, target);
        const attributes = { guid, name: type, direction: 'OneWay', originGUID: from, targetGUID: to };
        if (to !== undefined) this.#links.push(element('Link', attributes));
      }
      return statement.spans.map((span, index) =>
        this.#selection(guidOf('selection', source, statement.id, String(index)), statement.id, span, user, {
          description: description.join(' '),
          codes,
          memos: index === 0 ? statement.memos : [],
        }),
      );
    });
  }

  #mentions({ mentions }: JsonDocument, source: string, user: string | null): string[] {
    return mentions.map((mention, index) => {
      const guid = guidOf('mention', source, String(index));
      for (const id of mention.actors) this.#cases.get(id)?.selections.push(guid);
      return this.#selection(guid, mention.actors.join(', '), mention, user, {
        description: mention.actors.map((id) => `@${id}`).join(','),
        codes: [this.#codes.mention()],
        memos: mention.memos,
      });
    });
  }

  #selection(
    guid: string,
    name: string,
    { start, end }: JsonSpan,
    creatingUser: string | null,
    {
      description,
      codes,
      memos,
    }: { description: string; codes: readonly string[]; memos: readonly string[] },
  ): string {
    const content = [
      element('Description', {}, xmlText(description)),
      ...codes.map((code) =>
        element(
          'Coding',
          { guid: guidOf('coding', guid, code), creatingUser },
          element('CodeRef', { targetGUID: code }),
        ),
      ),
      ...memos.map((memo, index) => this.#noteRef(guidOf('memo', guid, String(index)), memo)),
    ];
    const attributes = { guid, name, startPosition: start, endPosition: end, creatingUser };
    return parent('PlainTextSelection', attributes, content);
  }

  #noteRef(guid: string, memo: string): string {
    this.#notes.push(element('Note', { guid, name: 'memo' }, element('PlainTextContent', {}, xmlText(memo))));
    return element('NoteRef', { targetGUID: guid });
  }
}

function caseXml({ actor, sources, selections }: Case): string {
  const values = { ...actor, of: actor.of.join('; '), aka: actor.aka.join('; ') };
  const children = [
    ...variableValues('case', CASE_VARIABLES, values),
    ...[...sources].map((guid) => element('SourceRef', { targetGUID: guid })),
    ...selections.map((guid) => element('SelectionRef', { targetGUID: guid })),
  ];
  return parent('Case', { guid: guidOf('case', actor.id), name: actor.name }, children);
}

/** Variables of sources and of cases are apart: `date` is a document’s, `kind` an actor’s. */
function variable(owner: 'source' | 'case', name: string): string {
  const attributes = {
    guid: guidOf('variable', owner, name),
    name: `${owner} ${name}`,
    typeOfVariable: 'Text',
  };
  return element('Variable', attributes);
}

function variableValues(
  owner: 'source' | 'case',
  names: readonly string[],
  values: Readonly<Record<string, unknown>>,
): string[] {
  return names.flatMap((name) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '') return [];
    const reference = element('VariableRef', { targetGUID: guidOf('variable', owner, name) });
    return [element('VariableValue', {}, reference + element('TextValue', {}, xmlText(value)))];
  });
}
