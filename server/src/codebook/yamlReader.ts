/**
 * Reads the nodes of a YAML text as what a head or codebook wants there, and reports what is not. All places that
 * come out are offsets of the file. User keys only ever go into Maps.
 */
import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { CodebookProblem, Located, TextRange } from './codebook.ts';
import { ID_ADVICE, isId } from './ids.ts';
import { meantBy, quoteFault, type SourceFault } from './mend.ts';
import { type Fix, ProblemList, replacement } from './problems.ts';
import { aliasTargets, endOfNode, isNothing } from './yamlNodes.ts';
import type { YamlSource } from './yamlSource.ts';

/** A key with what stands after it. */
export interface KeyedValue {
  /** Normalized (NFC). */
  readonly key: Located;
  readonly value: ParsedNode | null;
  /** From the key to the end of the value. */
  readonly entry: TextRange;
}

/** Characters that may be read by way of aliases (`*name`), again and again, before it is called a bomb. */
const MAX_ALIASED = 1_000_000;

export class YamlReader {
  readonly #source: YamlSource;
  readonly #base: number;
  readonly #problems = new ProblemList();
  readonly #targets: ReadonlyMap<ParsedNode, ParsedNode>;
  /** Values that lack no more than their quotes, by place, as long as nobody has read and reported them. */
  readonly #unread: Map<number, SourceFault>;
  #aliased = 0;

  /** @param base where the text begins in its file */
  constructor(source: YamlSource, base: number) {
    this.#source = source;
    this.#base = base;
    this.#targets = aliasTargets(source.text, source.root);
    this.#unread = new Map(source.unquoted.map((fault) => [fault.start, fault]));
  }

  report(rule: CodebookProblem['rule'], range: TextRange, message: string, fix: Fix | null = null): void {
    this.#problems.report(rule, range, message, fix);
  }

  /** All that is wrong, by place. Ask when everything has been read. */
  problems(): CodebookProblem[] {
    const broken = [...this.#source.faults, ...this.#unread.values()];
    this.#problems.dropAt(broken.map((fault) => this.#shift(fault)));
    for (const fault of broken) this.#reportLocal(fault);
    return this.#problems.inOrder();
  }

  /** The keys of the whole text. Anything but keys at its root is reported with this message. */
  root(expected: string): KeyedValue[] {
    const { root } = this.#source;
    return root === null || isNothing(root) ? [] : this.entries(root, expected);
  }

  /** The keys under a value; a key that is there already is reported, and the first counts. */
  entries(node: ParsedNode | null, expected: string): KeyedValue[] {
    const value = this.resolve(node);
    if (value === null || isNothing(value)) return [];
    if (!isMap(value)) {
      this.report('invalid-value', this.place(value), expected);
      return [];
    }
    const entries = new Map<string, KeyedValue>();
    for (const pair of value.items as Pair<ParsedNode, ParsedNode | null>[]) {
      const entry = this.#keyed(pair);
      if (!entry) continue;
      const { key } = entry;
      if (entries.has(key.value)) {
        this.report(
          'invalid-yaml',
          key,
          `“${key.value}” is here twice; the first counts. Take one of them away.`,
        );
      } else {
        entries.set(key.value, entry);
      }
    }
    return [...entries.values()];
  }

  #keyed({ key, value }: Pair<ParsedNode, ParsedNode | null>): KeyedValue | null {
    const text = isScalar(key) && typeof key.value === 'string' ? key.value.normalize('NFC').trim() : '';
    const place = this.place(key);
    if (text === '') {
      this.report(
        'invalid-yaml',
        place,
        'A key must be a word or a name, with a colon and a space after it.',
      );
      return null;
    }
    const end = value ? Math.max(place.end, this.place(value).end) : place.end;
    return { key: { ...place, value: text }, value, entry: { start: place.start, end } };
  }

  /** What an alias stands for; any other node itself. Null for nothing. */
  resolve(node: ParsedNode | null): ParsedNode | null {
    if (!isAlias(node)) return node;
    const target = this.#targets.get(node);
    if (!target) return null;
    this.#aliased += target.range[2] - target.range[0] + 1;
    if (this.#aliased <= MAX_ALIASED) return target;
    this.report(
      'invalid-yaml',
      this.place(node),
      'References (“*”) repeat so much that the rest of them is left out.',
    );
    return null;
  }

  /**
   * One text, trimmed and NFC.
   *
   * @param expected the message if something else stands there
   * @returns null for nothing, and for something else
   */
  text(node: ParsedNode | null, expected: string): Located | null {
    const value = this.#targets.has(node as ParsedNode) ? this.resolve(node) : node;
    if (value === null || isNothing(value)) return null;
    if (isScalar(value))
      return this.#unread.has(value.range[0]) ? this.#unquoted(value) : this.#scalar(value);
    if (isAlias(value) || (isMap(value) && this.#isBare(value))) return this.#unquoted(value);
    this.report('invalid-value', this.place(value), expected);
    return null;
  }

  #scalar(node: Scalar.Parsed): Located | null {
    const meant = this.#source.meant.get(node.range[0]);
    const value = (meant?.text ?? String(node.value)).normalize('NFC').trim();
    return value === '' ? null : { value, ...(meant ? this.#shift(meant) : this.place(node)) };
  }

  /** Reads the source of a value that lacks its quotes. */
  #unquoted(node: ParsedNode): Located | null {
    const range = { start: node.range[0], end: this.#endOf(node) };
    for (const start of this.#unread.keys())
      if (range.start <= start && start < range.end) this.#unread.delete(start);
    this.#reportLocal(quoteFault(this.#source.text, range));
    const value = meantBy(this.#source.text.slice(range.start, range.end)).normalize('NFC');
    return value === '' ? null : { value, ...this.#shift(range) };
  }

  /** An id. */
  id(node: ParsedNode | null, expected: string): Located | null {
    const value = this.resolve(node);
    const isReported = value === null ? isAlias(node) : this.#unread.has(value.range[0]);
    const text = this.idOrName(node, expected);
    if (text === null || isId(text.value)) return text;
    if (isReported) return null;
    this.report('invalid-value', text, `“${text.value}” is no id. ${ID_ADVICE}`);
    return null;
  }

  /** A text that may be an id. One with the sign that it has in the text (`@russia`) is read without, and reported. */
  idOrName(node: ParsedNode | null, expected: string): Located | null {
    const value = this.resolve(node);
    const bare =
      isScalar(value) && /^@/.test(String(value.value)) ? String(value.value).slice(1).normalize('NFC') : '';
    if (value === null || !isId(bare)) return this.text(node, expected);
    this.#unread.delete(value.range[0]);
    const place = this.place(value);
    const fix = replacement('Take the “@” away', place, bare);
    this.report(
      'invalid-yaml',
      place,
      'An actor’s id stands here without the “@” that it has in the text.',
      fix,
    );
    return { ...place, value: bare };
  }

  /** Whether YAML made keys of words inside `{ … }` or `[ … ]` that have no braces of their own. */
  #isBare(node: YAMLMap.Parsed): boolean {
    const { text } = this.#source;
    const start = node.range[0];
    return text[start] !== '{' && /[:,[{][ \t]*$/.test(text.slice(Math.max(0, start - 80), start));
  }

  /** One text or a list of them. */
  texts(node: ParsedNode | null, expected: string): Located[] {
    return this.#each(node, (item) => this.text(item, expected));
  }

  /** One or several, of which each may be an id. */
  idsOrNames(node: ParsedNode | null, expected: string): Located[] {
    return this.#each(node, (item) => this.idOrName(item, expected));
  }

  /** One id or a list of them. */
  ids(node: ParsedNode | null, expected: string): Located[] {
    return this.#each(node, (item) => this.id(item, expected));
  }

  #each(node: ParsedNode | null, read: (item: ParsedNode | null) => Located | null): Located[] {
    const value = this.#targets.has(node as ParsedNode) ? this.resolve(node) : node;
    if (!isSeq(value)) return [read(value)].filter((text) => text !== null);
    const found: Located[] = [];
    for (const item of value.items as ParsedNode[]) {
      const text = read(item);
      if (text) found.push(text);
      else if (isScalar(item) && (isNothing(item) || String(item.value).trim() === ''))
        this.report('invalid-value', this.place(item), 'An item of the list is empty.');
    }
    return found;
  }

  /** Where a value stands in the file. */
  place(node: ParsedNode): TextRange {
    return this.#shift({ start: node.range[0], end: this.#endOf(node) });
  }

  #endOf(node: ParsedNode): number {
    return endOfNode(this.#source.text, node);
  }

  #shift({ start, end }: TextRange): TextRange {
    return { start: start + this.#base, end: end + this.#base };
  }

  #reportLocal({ message, fix, ...range }: SourceFault): void {
    const edits = fix?.edits.map((edit) => ({ ...this.#shift(edit), text: edit.text }));
    this.report(
      'invalid-yaml',
      this.#shift(range),
      message,
      fix && edits ? { title: fix.title, edits } : null,
    );
  }
}
