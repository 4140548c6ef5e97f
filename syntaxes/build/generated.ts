/** The files of this folder that are made from tables. A test fails when one of them is stale. */
import { formatJson } from './json.ts';
import { languageConfiguration } from './languageConfiguration.ts';
import { snippets } from './snippets.ts';
import { textMateGrammar } from './textmate.ts';

export interface GeneratedFile {
  /** From the root of the package, with slashes. */
  readonly path: string;
  readonly content: string;
}

/** Every generated file, as it should be. */
export function generatedFiles(): GeneratedFile[] {
  const contents: Readonly<Record<string, object>> = {
    'demarche.tmLanguage.json': textMateGrammar(),
    'language-configuration.json': languageConfiguration(),
    'snippets.json': snippets(),
  };
  return Object.entries(contents).map(([name, value]) => ({
    path: `syntaxes/${name}`,
    content: `${formatJson(value)}\n`,
  }));
}
