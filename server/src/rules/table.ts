/** The table of rules for people: made from the rules, kept in README.md beside them. */
import { RULES } from './index.ts';
import type { Rule } from './rule.ts';
import { RULE_GROUPS } from './rule.ts';

const INTRODUCTION = `# Rules

Each rule has a page that says why it exists, with samples that are run as tests. Its severity is \`error\`, \`warning\`,
\`info\`, \`hint\` or \`off\`, and can be set in the codebook, in the head of a document, or on the command line. A memo
quiets it for a paragraph: \`{>> demarche-ignore rule-name: why <<}\`. A *fix* keeps the meaning and may run on save; a
*suggestion* asks.

This file is made by \`table.ts\`: \`UPDATE=1 npx vitest run test/rules\` writes it.
`;

/** All rules as Markdown. */
export function rulesTable(): string {
  const parts = [INTRODUCTION];
  for (const group of RULE_GROUPS) {
    const rules = [...RULES.values()].filter((rule) => rule.group === group);
    const rows = rules.map(row);
    parts.push(
      [
        `## ${group}`,
        '',
        '| rule | default | mends | what it finds |',
        '|---|---|---|---|',
        ...rows,
        '',
      ].join('\n'),
    );
  }
  return parts.join('\n');
}

function row({ name, severity, mends, summary }: Rule): string {
  return `| [${name}](${name}.md) | ${severity} | ${mends.join(', ') || '–'} | ${summary.replace(/\|/g, '\\|')} |`;
}
