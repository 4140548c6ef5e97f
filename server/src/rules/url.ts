/** Where the page of a rule can be read. */
const BASE = 'https://github.com/demarche/demarche/blob/main/server/src/rules/';

/** The address of a rule's page. */
export function ruleUrl(name: string): string {
  return `${BASE}${name}.md`;
}
