/** The reference of attributes, made from their table. */
import { type AttributeDefinition, CORE_ATTRIBUTES } from './attributes.ts';

const VALUES = {
  actor: 'actors: `@id`',
  statement: 'statements: `#id` or `#document/id`',
  topic: 'codes of the codebook',
  choice: 'one of the words below',
  date: 'a date',
  word: 'a word, or words in quotes',
  text: 'words in quotes',
} as const;

/** ATTRIBUTES.md, as it should be. */
export function attributesPage(): string {
  const sections = CORE_ATTRIBUTES.map(sectionOf);
  return `# Core attributes\n\n<!-- Made from attributes.ts by npm run generate. Not to be edited by hand. -->\n\n${sections.join('\n')}`;
}

function sectionOf(attribute: AttributeDefinition): string {
  const { name, note, term, defaultNote, choices } = attribute;
  const on = attribute.for.length === 1 ? `On a ${attribute.for[0]} only. ` : '';
  const several = attribute.many ? ', one or several' : '';
  const lines = [
    `## \`${name}\``,
    '',
    `${note}${term && ` (${term})`}`,
    '',
    `${on}Value: ${VALUES[attribute.type]}${several}.${defaultNote && ` Without it: ${defaultNote}.`}`,
    '',
  ];
  if (choices.length > 0) {
    lines.push(
      '| value | meaning |',
      '|---|---|',
      ...choices.map((each) => `| \`${each.value}\` | ${each.note} |`),
      '',
    );
  }
  return lines.join('\n');
}
