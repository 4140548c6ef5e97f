/** The codebook that imported documents follow: what it has already, and what is added to it. */
import type { Actor, Topic } from '../codebook/index.ts';
import { insertEntry, readCodebook } from '../codebook/index.ts';
import { actorFields, type EntryFields, type KnownEntries, topicFields } from '../formats/import/head.ts';
import type { Imported } from '../formats/import/imported.ts';
import { type KnownNames, knownNames } from '../formats/import/known.ts';
import { decodeText } from '../model/files.ts';
import { folderOf } from '../model/location.ts';
import { applyEdits } from '../rules/edits.ts';
import { Corpus } from './corpus.ts';
import { CommandError } from './failure.ts';
import { toLocation } from './paths.ts';
import type { Run } from './run.ts';
import { writeFileAside } from './writeAside.ts';

interface Entries {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly attributes: ReadonlyMap<string, unknown>;
}

export class ImportCodebook {
  readonly #run: Run;
  readonly #path: string | undefined;
  readonly #corpus: Corpus;
  /** The text of the codebook that was named, as it is to be. */
  #text = '';
  #before = '';
  readonly #added = {
    actors: new Set<string>(),
    topics: new Set<string>(),
    attributes: new Set<string>(),
  };

  constructor(run: Run, { codebook }: { readonly codebook?: string }) {
    this.#run = run;
    this.#path = codebook;
    this.#corpus = new Corpus(run);
  }

  /** Reads the codebook that was named, if it is there. */
  async load(): Promise<void> {
    if (this.#path === undefined) return;
    const location = toLocation(this.#run.cwd, this.#path);
    if ((await this.#run.files.stat(location)) !== null) {
      try {
        this.#text = decodeText(await this.#run.files.read(location));
      } catch (error) {
        throw new CommandError(`${this.#path}: ${error instanceof Error ? error.message : error}`);
      }
    }
    this.#before = this.#text;
    const { actors, topics, attributes } = readCodebook(this.#text);
    for (const name of attributes.keys()) this.#added.attributes.add(name);
    for (const id of actors.keys()) this.#added.actors.add(id);
    for (const id of topics.keys()) this.#added.topics.add(id);
  }

  async namesFor(output: string | undefined): Promise<KnownNames> {
    const { actors, topics } = await this.#entriesFor(output);
    return knownNames([...actors.values()], [...topics.values()]);
  }

  /** What the head of a document needs not say; with a codebook that was named, all, since it is added there. */
  async knownWith(imported: Imported, output: string | undefined): Promise<KnownEntries> {
    if (this.#path === undefined) {
      const { actors, topics } = await this.#entriesFor(output);
      return { actors: new Set(actors.keys()), topics: new Set(topics.keys()) };
    }
    this.#insert('actors', actorFields(imported.actors, this.#added.actors));
    this.#insert('topics', topicFields(imported.topics, this.#added.topics));
    const own = imported.statements.flatMap(({ meaning }) => Object.keys(meaning.attributes));
    this.#insert(
      'attributes',
      [...new Set(own)].map((name) => [name, { note: 'Imported.' }]),
    );
    return this.#added;
  }

  /** The attributes of imported statements that no codebook has: they have to be declared. */
  async undeclared(imported: Imported, output: string | undefined): Promise<string[]> {
    if (this.#path !== undefined) return [];
    const { attributes } = await this.#entriesFor(output);
    const own = new Set(imported.statements.flatMap(({ meaning }) => Object.keys(meaning.attributes)));
    return [...own].filter((name) => !attributes.has(name));
  }

  /** Writes the codebook that was named, if something was added to it. */
  async write(): Promise<void> {
    if (this.#path === undefined || this.#text === this.#before) return;
    await writeFileAside(this.#path, { replaces: true }, (sink) => sink.write(this.#text));
  }

  #insert(section: keyof Entries, entries: EntryFields): void {
    for (const [id, fields] of entries) {
      if (this.#added[section].has(id)) continue;
      const edit = insertEntry(this.#text, section, id, fields);
      if (edit === null)
        throw new CommandError(`${this.#path}: something else stands where its ${section} should be`);
      this.#text = applyEdits(this.#text, [edit]);
      this.#added[section].add(id);
    }
  }

  async #entriesFor(output: string | undefined): Promise<Entries> {
    if (this.#path !== undefined) return readCodebook(this.#text);
    const isFile = output !== undefined && output !== '-';
    const folder = isFile ? folderOf(toLocation(this.#run.cwd, output)) : toLocation(this.#run.cwd, '.');
    const file = await this.#corpus.codebooks.above(folder);
    return file?.codebook ?? readCodebook('');
  }
}
