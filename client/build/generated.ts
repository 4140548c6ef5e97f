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
import { syntaxContributions } from '../../syntaxes/build/contributions.ts';
import { type GeneratedFile, generatedFiles as syntaxFiles } from '../../syntaxes/build/generated.ts';
import { formatJson } from '../../syntaxes/build/json.ts';

export type { GeneratedFile };

/** Where the schemas for YAML editors stand. */
const CODEBOOK_SCHEMA = 'syntaxes/demarche.schema.json';
const HEAD_SCHEMA = 'syntaxes/demarche-head.schema.json';

interface Manifest {
  contributes?: Record<string, unknown> & {
    configuration?: { properties: Record<string, Record<string, unknown>> };
  };
}

/**
 * Every generated file, as it should be.
 *
 * @param manifest the text of package.json as it is: what is made from tables is replaced in it, the rest stays
 */
export function generatedFiles(manifest: string): GeneratedFile[] {
  return [
    ...syntaxFiles(),
    { path: CODEBOOK_SCHEMA, content: `${formatJson(codebookSchema())}\n` },
    { path: HEAD_SCHEMA, content: `${formatJson(headSchema())}\n` },
    { path: 'server/src/rules/README.md', content: rulesTable() },
    { path: 'server/src/codebook/ATTRIBUTES.md', content: attributesPage() },
    { path: 'server/src/formats/FORMATS.md', content: formatsPage() },
    { path: 'package.json', content: manifestWith(manifest) },
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
    [...RULES.values()].map(({ name, severity, summary }) => [
      name,
      { enum: [...SEVERITIES], default: severity, description: summary },
    ]),
  );
}
