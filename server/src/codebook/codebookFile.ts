/** A `demarche.yaml` as plain data, with all that is wrong in it. */
import type { Codebook } from './codebook.ts';
import { EMPTY_CODEBOOK } from './defaults.ts';
import { Fields, type Misplaced } from './fields.ts';
import { CODEBOOK_KEYS, HEAD_KEYS } from './keys.ts';
import { lineAt } from './lines.ts';
import { readAttributes } from './readAttributes.ts';
import { readActors, readLint, readTopics } from './readDefinitions.ts';
import { YamlReader } from './yamlReader.ts';
import { readYaml } from './yamlSource.ts';

/** Longer codebooks are not read. UTF-16 units. */
export const MAX_CODEBOOK_LENGTH = 4 * 1024 * 1024;

const EXPECTED = 'A codebook has the keys actors, topics, attributes and lint, each with a colon after it.';

const OF_A_HEAD: Misplaced = Object.fromEntries(
  HEAD_KEYS.filter(({ name }) => !CODEBOOK_KEYS.some((own) => own.name === name)).map(({ name }) => [
    name,
    'It belongs in the head of a document.',
  ]),
);

/**
 * Reads a codebook.
 *
 * @param text the whole file, byte order mark included
 * @returns what could be read, and the problems, by place. Never throws.
 */
export function readCodebook(text: string): Codebook {
  if (text.length > MAX_CODEBOOK_LENGTH) {
    const message = 'The codebook is longer than 4 MB and is not read. Divide it into several.';
    return {
      ...EMPTY_CODEBOOK,
      problems: [{ rule: 'invalid-yaml', ...lineAt(text, 0), message, fix: null }],
    };
  }
  const reader = new YamlReader(readYaml(text), 0);
  const fields = new Fields(reader, reader.root(EXPECTED), CODEBOOK_KEYS, 'a codebook', OF_A_HEAD);
  return {
    actors: readActors(reader, fields.node('actors')),
    topics: readTopics(reader, fields.node('topics')),
    attributes: readAttributes(reader, fields.node('attributes')),
    lint: readLint(reader, fields.node('lint'), 'codebook'),
    problems: reader.problems(),
  };
}
