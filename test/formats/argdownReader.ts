/** Argdown as its own parser reads it. (Its main module brings a renderer that takes over the process: left out.) */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ArgdownApplication } = require('@argdown/core/dist/ArgdownApplication.js');
const { ParserPlugin } = require('@argdown/core/dist/plugins/ParserPlugin.js');
const { ModelPlugin } = require('@argdown/core/dist/plugins/ModelPlugin.js');
const { DataPlugin } = require('@argdown/core/dist/plugins/DataPlugin.js');

interface Statement {
  readonly title: string;
  readonly members: readonly { readonly text: string }[];
}

interface Relation {
  readonly relationType: string;
  readonly from: Statement;
  readonly to: Statement;
}

export interface ReadArgdown {
  readonly errors: readonly unknown[];
  readonly statements: ReadonlyMap<string, string>;
  /** As `a support b`. */
  readonly relations: readonly string[];
}

export function parseArgdown(input: string): ReadArgdown {
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), 'parse-input');
  app.addPlugin(new DataPlugin(), 'build-model');
  app.addPlugin(new ModelPlugin(), 'build-model');
  const { parserErrors, lexerErrors, exceptions, statements, relations } = app.run({
    input,
    process: ['parse-input', 'build-model'],
    logLevel: 'silent',
  });
  return {
    errors: [...(parserErrors ?? []), ...(lexerErrors ?? []), ...(exceptions ?? [])],
    statements: new Map(
      Object.values(statements as Record<string, Statement>).map(({ title, members }) => [
        title,
        members.map(({ text }) => text ?? '').join(''),
      ]),
    ),
    relations: (relations as Relation[]).map(
      ({ from, relationType, to }) => `${from.title} ${relationType} ${to.title}`,
    ),
  };
}
