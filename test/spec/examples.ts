/**
 * The examples of the specification: in each page, a fence `demarche` with what is to be read, and after it the
 * fences that say what comes of it. A `yaml` fence before it is its codebook.
 */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../grammar/spec/', import.meta.url);

/** What an example may say of its input. */
export const EXPECTATIONS = ['tree', 'published', 'problems', 'meaning'] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

export interface Fence {
  /** The word after its backticks. */
  readonly kind: string;
  readonly content: string;
  /** Of its opening line, from 1. */
  readonly line: number;
  /** Of its closing line, from 1. */
  readonly lastLine: number;
}

export interface Example {
  /** `page:line` */
  readonly name: string;
  readonly input: Fence;
  readonly codebook: Fence | null;
  readonly expected: ReadonlyMap<Expectation, Fence>;
}

export interface Page {
  readonly name: string;
  readonly url: URL;
  readonly text: string;
}

export function readPages(): Page[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => {
    const url = new URL(name, FOLDER);
    return { name, url, text: readFileSync(url, 'utf8') };
  });
}

/**
 * The examples of a page, in order.
 *
 * @throws Error if a fence is of no known kind, or stands where it says nothing of any input
 */
export function examplesOf({ name, text }: Page): Example[] {
  const examples: { input: Fence; codebook: Fence | null; expected: Map<Expectation, Fence> }[] = [];
  let codebook: Fence | null = null;
  for (const fence of fencesOf(text)) {
    const place = `${name}:${fence.line}`;
    const example = examples.at(-1);
    if (fence.kind === 'yaml') {
      codebook = fence;
    } else if (fence.kind === 'demarche') {
      examples.push({ input: fence, codebook, expected: new Map() });
      codebook = null;
    } else if (isExpectation(fence.kind)) {
      if (example === undefined || codebook !== null) throw new Error(`${place}: no input before it`);
      if (example.expected.has(fence.kind)) throw new Error(`${place}: a second ${fence.kind} for one input`);
      example.expected.set(fence.kind, fence);
    } else {
      throw new Error(`${place}: unknown kind of fence "${fence.kind}"`);
    }
  }
  return examples.map((example) => ({ ...example, name: `${name}:${example.input.line}` }));
}

function isExpectation(kind: string): kind is Expectation {
  return (EXPECTATIONS as readonly string[]).includes(kind);
}

function fencesOf(text: string): Fence[] {
  const lines = text.split('\n');
  const fences: Fence[] = [];
  for (let i = 0; i < lines.length; i++) {
    const opening = /^(`{3,})(.*)$/.exec(lines[i] as string);
    if (opening === null) continue;
    const closing = lines.indexOf(opening[1] as string, i + 1);
    if (closing < 0) throw new Error(`line ${i + 1}: this fence is never closed`);
    const content = lines.slice(i + 1, closing).join('\n');
    fences.push({ kind: (opening[2] as string).trim(), content, line: i + 1, lastLine: closing + 1 });
    i = closing;
  }
  return fences;
}
