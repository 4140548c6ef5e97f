/**
 * Everything that is made from the tables and committed: one list for `npm run generate`, which writes it, and for
 * the test that fails when something in it is stale.
 */
import { attributesPage } from '../../server/src/codebook/attributesPage.ts';
import { SEVERITIES } from '../../server/src/codebook/codebook.ts';
import { codebookSchema, headSchema } from '../../server/src/codebook/index.ts';
import { formatsPage } from '../../server/src/formats/page.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { rulesTable } from '../../server/src/rules/table.ts';
import { syntaxContributions, TOKEN_STRING, tokenStrings } from '../../syntaxes/build/contributions.ts';
import { type GeneratedFile, generatedFiles as syntaxFiles } from '../../syntaxes/build/generated.ts';
import { formatJson } from '../../syntaxes/build/json.ts';
import { type Source, stringsToTranslate } from './translatable.ts';

export type { GeneratedFile };

/** Where the schemas for YAML editors stand. */
const CODEBOOK_SCHEMA = 'syntaxes/demarche.schema.json';
const HEAD_SCHEMA = 'syntaxes/demarche-head.schema.json';

interface Manifest {
  contributes?: Record<string, unknown> & {
    configuration?: { properties: Record<string, Record<string, unknown>> };
  };
}

/** What is partly written by hand: what is made from tables is replaced in it, the rest stays. */
export interface HandWritten {
  /** The text of package.json. */
  readonly manifest: string;
  /** The text of package.nls.json. */
  readonly manifestStrings: string;
  /** The modules of the client, for the words in them that users read. */
  readonly client: readonly Source[];
}

/** Every generated file, as it should be. @throws If a string of the client can't be translated */
export function generatedFiles({ manifest, manifestStrings, client }: HandWritten): GeneratedFile[] {
  return [
    ...syntaxFiles(),
    { path: CODEBOOK_SCHEMA, content: `${formatJson(codebookSchema())}\n` },
    { path: HEAD_SCHEMA, content: `${formatJson(headSchema())}\n` },
    { path: 'server/src/rules/README.md', content: rulesTable() },
    { path: 'server/src/codebook/ATTRIBUTES.md', content: attributesPage() },
    { path: 'server/src/formats/FORMATS.md', content: formatsPage() },
    { path: 'package.json', content: manifestWith(manifest) },
    { path: 'package.nls.json', content: `${formatJson(stringsWith(manifestStrings))}\n` },
    { path: 'client/l10n/bundle.l10n.json', content: `${formatJson(stringsToTranslate(client))}\n` },
  ];
}

/** The manifest with languages, grammars, colours, schemas and rule settings as the tables have them. */
function manifestWith(text: string): string {
  const manifest = JSON.parse(text) as Manifest;
  const rules = manifest.contributes?.configuration?.properties['demarche.lint.rules'];
  if (rules) rules.properties = ruleSettings();
  const contributes = {
    ...manifest.contributes,
    ...syntaxContributions(),
    yamlValidation: [{ fileMatch: 'demarche.yaml', url: `./${CODEBOOK_SCHEMA}` }],
  };
  return `${formatJson({ ...manifest, contributes })}\n`;
}

function ruleSettings(): Record<string, object> {
  return Object.fromEntries(
    [...RULES.values()].map(({ name, severity }) => [
      name,
      { enum: [...SEVERITIES], default: severity, description: `%${RULE_STRING}${name}%` },
    ]),
  );
}

/** Names of the manifest's strings that are made from the tables of rules and of semantic tokens. */
const RULE_STRING = 'rule.';

function stringsWith(text: string): Record<string, string> {
  const made = Object.entries({ ...tokenStrings(), ...ruleStrings() });
  const prefixes = [RULE_STRING, TOKEN_STRING];
  const written = Object.entries(JSON.parse(text) as Record<string, string>).filter(
    ([name]) => !prefixes.some((prefix) => name.startsWith(prefix)),
  );
  return Object.fromEntries([...written, ...made]);
}

function ruleStrings(): Record<string, string> {
  return Object.fromEntries(
    [...RULES.values()].map(({ name, summary }) => [`${RULE_STRING}${name}`, summary]),
  );
}
