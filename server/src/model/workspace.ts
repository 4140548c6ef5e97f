/**
 * All documents and codebooks that are known, with the names they share. Pure: files are put in and taken out
 * by whoever reads them. A change tells what it touches, so that nobody has to look at the rest.
 */
import type { AttributeDefinition } from '../codebook/attributes.ts';
import { type Codebook, readCodebook } from '../codebook/index.ts';
import type { BlockChange } from '../syntax/document.ts';
import { answersTouched } from './answers.ts';
import { changedByCodebook, changedByHead } from './difference.ts';
import { DocumentModel, type Statement } from './document.ts';
import { type EntryPlaces, entryPlaces } from './entries.ts';
import { type NameKey, nameKey } from './facts.ts';
import { folderOf, nameOf, resolvePath } from './location.ts';
import { Multimap } from './multimap.ts';
import { Names } from './names.ts';
import { TouchCollector, type Touched } from './touched.ts';

export type { Touched };

export const CODEBOOK_NAME = 'demarche.yaml';

/** A `demarche.yaml` that is known. Ranges in `codebook` and `places` are offsets into its text. */
export interface CodebookFile {
  readonly location: string;
  readonly text: string;
  readonly codebook: Codebook;
  readonly places: EntryPlaces;
}

export class Workspace {
  readonly #documents = new Map<string, DocumentModel>();
  readonly #codebooks = new Map<string, CodebookFile>();
  readonly #users = new Multimap<NameKey, DocumentModel>();
  readonly #documentsById = new Multimap<string, DocumentModel>();
  readonly #codebookOf = new Map<DocumentModel, string | null>();
  readonly #listeners = new Set<(touched: Touched) => void>();
  #idsElsewhere: readonly string[] = [];
  #version = 0;

  /** Calls `listener` after each change. @returns a function that ends it */
  onTouched(listener: (touched: Touched) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Goes up at each change. */
  get version(): number {
    return this.#version;
  }

  get documents(): ReadonlyMap<string, DocumentModel> {
    return this.#documents;
  }

  get codebooks(): ReadonlyMap<string, CodebookFile> {
    return this.#codebooks;
  }

  document(location: string): DocumentModel | null {
    return this.#documents.get(location) ?? null;
  }

  /** Puts a document in, in place of the one that was there. */
  setDocument(location: string, text: string): DocumentModel {
    const collector = new TouchCollector();
    this.#forget(location, collector);
    const document = new DocumentModel(location, text);
    this.#documents.set(location, document);
    this.#documentsById.add(document.id, document);
    this.#codebookOf.set(document, this.#findCodebook(document));
    for (const key of document.usedKeys()) {
      this.#users.add(key, document);
      collector.use(key);
    }
    this.#touchAll(document, collector);
    this.#touchReferrers(document, document.id, [...document.definedKeys()], collector);
    this.#tell(collector);
    return document;
  }

  removeDocument(location: string): void {
    const collector = new TouchCollector();
    this.#forget(location, collector);
    this.#tell(collector);
  }

  /** Edits a document that is known. @throws if it is not */
  editDocument(location: string, start: number, end: number, inserted: string): void {
    const document = this.#documents.get(location);
    if (document === undefined) throw new Error(`no document at ${location}`);
    const collector = new TouchCollector();
    const idBefore = document.id;
    const coderBefore = document.coder;
    const change = document.edit(start, end, inserted);
    for (const key of change.uses) {
      if (document.uses(key)) this.#users.add(key, document);
      else this.#users.delete(key, document);
      collector.use(key);
    }
    for (const key of change.definitions) collector.key(document, key);
    this.#touchReferrers(document, idBefore, change.definitions, collector);
    this.#touchAnswers(document, change.blocks, collector);
    if (change.head !== null) {
      collector.whole(document);
      collector.answered(document, 'all');
      const changed = changedByHead(change.head.before, change.head.after);
      if (changed === 'all') this.#touchAll(document, collector);
      else for (const key of changed) collector.key(document, key);
      this.#codebookOf.set(document, this.#findCodebook(document));
      if (document.id !== idBefore || document.coder !== coderBefore)
        this.#renameDocument(document, idBefore, collector);
    }
    this.#tell(collector);
  }

  /** Puts a codebook in, in place of the one that was there. Text that is not YAML is a codebook with problems. */
  setCodebook(location: string, text: string): CodebookFile {
    const before = this.#codebooks.get(location);
    const codebook = readCodebook(text);
    const file = { location, text, codebook, places: entryPlaces(codebook) };
    this.#codebooks.set(location, file);
    const collector = new TouchCollector();
    if (before === undefined) this.#assignCodebooks(collector);
    else this.#touchUsers(file, changedByCodebook(before.codebook, codebook), collector);
    for (const { key } of [...file.places.uses, ...(before?.places.uses ?? [])]) collector.use(key);
    this.#tell(collector);
    return file;
  }

  removeCodebook(location: string): void {
    if (!this.#codebooks.delete(location)) return;
    const collector = new TouchCollector();
    this.#assignCodebooks(collector);
    this.#tell(collector);
  }

  /**
   * Another workspace with a copy of one document, which follows the same codebook there: to try edits on that nobody is
   * told of. References to other documents lead nowhere in it.
   */
  copyOf(document: DocumentModel): Workspace {
    const copy = new Workspace();
    const codebook = this.codebookOf(document);
    if (codebook !== null) copy.#codebooks.set(codebook.location, codebook);
    copy.setDocument(document.location, document.source.text);
    return copy;
  }

  /** The codebook that a document follows: the one its head names, else the nearest one upwards. */
  codebookOf(document: DocumentModel): CodebookFile | null {
    return this.#codebooks.get(this.#codebookOf.get(document) ?? '') ?? null;
  }

  /** Where the codebook should be that a document's head names, if it is not known there. */
  missingCodebook(document: DocumentModel): string | null {
    const location = namedCodebook(document);
    return location !== null && !this.#codebooks.has(location) ? location : null;
  }

  /** What names mean in a document. */
  namesFor(document: DocumentModel): Names {
    return new Names(this, document);
  }

  /** The attributes that its codebook gives a document. */
  attributesFor(document: DocumentModel): ReadonlyMap<string, AttributeDefinition> {
    return this.namesFor(document).attributes;
  }

  /** Documents that use a name, in no order. */
  documentsUsing(key: NameKey): Iterable<DocumentModel> {
    return this.#users.get(key);
  }

  /** Documents that follow a codebook. */
  *documentsOf(codebook: CodebookFile): Generator<DocumentModel> {
    for (const document of this.#documents.values())
      if (this.codebookOf(document) === codebook) yield document;
  }

  /** The ids of all documents, and those of documents that are known to be elsewhere. */
  documentIds(): Set<string> {
    const ids = new Set(this.#idsElsewhere);
    for (const document of this.#documents.values()) ids.add(document.id);
    return ids;
  }

  /** Tells of ids of documents that are not put in: names are compared with them, and nothing more. */
  setIdsElsewhere(ids: readonly string[]): void {
    this.#idsElsewhere = ids;
  }

  /** Documents with an id, whoever coded them. */
  documentsWithId(id: string): Iterable<DocumentModel> {
    return this.#documentsById.get(id);
  }

  /** The document that an id means in a document: the same coder's. Of several, the first by location. */
  documentNamed(id: string, from: DocumentModel): DocumentModel | null {
    let found: DocumentModel | null = null;
    for (const document of this.#documentsById.get(id)) {
      if (document.coder !== from.coder) continue;
      if (found === null || document.location < found.location) found = document;
    }
    return found;
  }

  /** The statement that `id` or `document/id` means in a document; the other document is the same coder's. */
  statement(reference: string, from: DocumentModel): Statement | null {
    const slash = reference.indexOf('/');
    if (slash < 0) return from.statement(reference);
    const document = this.documentNamed(reference.slice(0, slash), from);
    return document?.statement(reference.slice(slash + 1)) ?? null;
  }

  #forget(location: string, collector: TouchCollector): void {
    const document = this.#documents.get(location);
    if (document === undefined) return;
    this.#documents.delete(location);
    this.#documentsById.delete(document.id, document);
    this.#codebookOf.delete(document);
    for (const key of document.usedKeys()) {
      this.#users.delete(key, document);
      collector.use(key);
    }
    this.#touchReferrers(document, document.id, [...document.definedKeys()], collector);
    this.#touchAll(document, collector);
    collector.gone(document);
  }

  /** Documents that refer to statements of this one, and its twins of the same id. */
  #touchReferrers(
    document: DocumentModel,
    id: string,
    definitions: Iterable<NameKey>,
    collector: TouchCollector,
  ): void {
    for (const key of definitions) {
      const reference = nameKey('statement', `${id}/${key.slice('statement:'.length)}`);
      for (const other of this.#users.get(reference)) collector.key(other, reference);
    }
    const own = nameKey('document', id);
    for (const other of this.#users.get(own)) collector.key(other, own);
    for (const twin of this.#documentsById.get(id)) if (twin !== document) collector.key(twin, own);
  }

  #renameDocument(document: DocumentModel, before: string, collector: TouchCollector): void {
    this.#documentsById.delete(before, document);
    this.#documentsById.add(document.id, document);
    for (const id of [before, document.id]) {
      this.#touchReferrers(document, id, [...document.definedKeys()], collector);
    }
    this.#touchAll(document, collector);
  }

  /** All of a document, and those that it may answer. */
  #touchAll(document: DocumentModel, collector: TouchCollector): void {
    collector.all(document);
    for (const id of document.documentsNamed()) {
      for (const other of this.#documentsById.get(id)) {
        collector.whole(other);
        collector.answered(other, 'all');
      }
    }
  }

  /** Demands that changed blocks answer, here and in others. */
  #touchAnswers(document: DocumentModel, change: BlockChange, collector: TouchCollector): void {
    const { blocks, others } = answersTouched(document, change);
    collector.answered(document, blocks);
    for (const [id, keys] of others) {
      for (const other of this.#documentsById.get(id)) {
        collector.whole(other);
        for (const key of keys) collector.answered(other, other.blocksDefining(key));
      }
    }
  }

  #touchUsers(file: CodebookFile, changed: ReadonlySet<NameKey> | 'all', collector: TouchCollector): void {
    if (changed === 'all') {
      for (const document of this.documentsOf(file)) this.#touchAll(document, collector);
      return;
    }
    for (const key of changed) {
      for (const document of this.#users.get(key)) {
        if (this.codebookOf(document) === file) collector.key(document, key);
      }
    }
  }

  #assignCodebooks(collector: TouchCollector): void {
    for (const document of this.#documents.values()) {
      const location = this.#findCodebook(document);
      if (location === this.#codebookOf.get(document)) continue;
      this.#codebookOf.set(document, location);
      this.#touchAll(document, collector);
      for (const key of document.usedKeys()) collector.use(key);
    }
  }

  #findCodebook(document: DocumentModel): string | null {
    const named = namedCodebook(document);
    if (named !== null) return this.#codebooks.has(named) ? named : null;
    // A text that was never saved is in no folder: it follows the outermost codebook.
    if (!document.location.includes('/')) return this.#outermostCodebook();
    for (let folder = folderOf(document.location); ; folder = folderOf(folder)) {
      const location = `${folder}/${CODEBOOK_NAME}`;
      if (this.#codebooks.has(location)) return location;
      if (folder === '' || nameOf(folder) === '') return null;
    }
  }

  #outermostCodebook(): string | null {
    const byDepth = [...this.#codebooks.keys()].sort((a, b) => a.split('/').length - b.split('/').length);
    return byDepth[0] ?? null;
  }

  #tell(collector: TouchCollector): void {
    this.#version++;
    for (const listener of this.#listeners) listener(collector);
  }
}

function namedCodebook(document: DocumentModel): string | null {
  const path = document.head.codebook?.value;
  return path ? resolvePath(folderOf(document.location), path) : null;
}
