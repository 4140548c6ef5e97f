/** The page of formats, made from their tables. */
import { FACETS, type FacetName } from './facets.ts';
import type { Format } from './format.ts';
import { IMPORTS } from './imports.ts';
import { FORMATS } from './index.ts';

const MAKES: Readonly<Record<Format['writer']['makes'], string>> = {
  text: 'one file for all documents',
  each: 'a file for each document',
  files: 'a folder of files',
  archive: 'one file for all documents',
};

/** FORMATS.md, as it should be. */
export function formatsPage(): string {
  const rows = [...FORMATS.values()].map(
    ({ name, title, writer, ending, checkedWith }) =>
      `| [\`${name}\`](#${name}) | ${title} | ${MAKES[writer.makes]}, \`${ending}\` | ${IMPORTS.has(name) ? 'yes' : ''} | ${checkedWith ?? ''} |`,
  );
  return `# Formats

<!-- Made from index.ts and imports.ts by npm run generate. Not to be edited by hand. -->

\`demarche export --to FORMAT\` writes these, and \`demarche import --from FORMAT\` reads some of them back. What a format leaves out
is named on standard error, with counts. Offsets count code points of the stripped text with LF line ends, unless it
says otherwise below.

| format | name | makes | import | read in the tests by |
|---|---|---|---|---|
${rows.join('\n')}

${[...FORMATS.values()].map(sectionOf).join('\n')}
## What import does

The text stays as it is, character by character. Annotations that overlap, or that run over several paragraphs, are continued
(\`{+#id: …}\`). Actors and topics that the codebook does not have go into the document’s head, or, with \`--codebook FILE\`, into that
codebook. What has no place is named. Labels of brat and tags of Web Annotations that nobody knows are kept in an
attribute \`label\`; codes of a project that are not Demarche’s are topics.
`;
}

const NOTES: Readonly<Record<string, string>> = {
  csv: 'Several values of a cell stand with `;` between them. A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-` or `@`) has an apostrophe before it.',
  dna: 'Positions count UTF-16 units, as the Discourse Network Analyzer does. A row for each claimant and concept; no position is an empty `agreement`; a statement of several parts reaches from its first word to its last.',
  brat: 'A statement is an event; actors who are mentioned are its arguments. A note of the type `Demarche` holds the rest. In notes, line ends are written `\\n`, tabs `\\t`, backslashes `\\\\`.',
  webannotation: 'The text that the selectors are about is what `demarche strip` writes.',
  qdpx: 'Actors are cases; what is one of a list is a code. A selection’s description holds the rest. Programs count characters beyond U+FFFF (emoji) as one or two: that is said where a text has some.',
  aif: 'A statement that is reported has a locution of its claimant and one of its reporter.',
  argdown: 'A relation stands under the statement that it leads to.',
  tei: 'White space between paragraphs is not kept.',
  pandoc: 'All signs of Markdown are escaped, but headings. White space at both ends of lines is not kept.',
  html: 'No script, and a policy that allows none.',
};

function sectionOf({ name, title, summary, lacks, doubts }: Format): string {
  const listed = (names: readonly FacetName[]) => names.map((each) => FACETS[each].words[1]).join(', ');
  const lines = [`## ${name}`, '', `${title}: ${summary}.`];
  if (NOTES[name] !== undefined) lines.push('', NOTES[name]);
  lines.push('', lacks.length === 0 ? 'Leaves out nothing.' : `Leaves out: ${listed(lacks)}.`);
  if (doubts.length > 0) lines.push('', `Says where there are: ${listed(doubts)}.`);
  return `${lines.join('\n')}\n`;
}
