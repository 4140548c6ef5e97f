/** The lists below the text: the statements, numbered as in the text, and the actors. */
import { attributeTexts } from '../attributeText.ts';
import type { JsonDocument, JsonStatement } from '../json.ts';
import { xmlText } from '../xml.ts';

/** Where a statement stands in the page. @param index among the statements, from 0 */
export function anchorOf(index: number): string {
  return `statement-${index + 1}`;
}

export function lists(meaning: JsonDocument): string {
  return `${statementTable(meaning)}\n${actorList(meaning)}`;
}

function statementTable({ statements, actors, topics }: JsonDocument): string {
  if (statements.length === 0) return '';
  const actorNames = new Map(actors.map(({ id, name }) => [id, name]));
  const topicNames = new Map(topics.map(({ id, name }) => [id, name]));
  const numbers = new Map(statements.map(({ id }, index) => [id, index]));
  const named = (names: ReadonlyMap<string, string>, ids: readonly string[]) =>
    xmlText(ids.map((id) => names.get(id) ?? id).join(', '));
  const rows = statements.map((statement, index) => {
    const cells = [
      `<a href="#${anchorOf(index)}">${index + 1}</a>`,
      `<span class="${statement.kind}">${statement.kind}</span>`,
      named(actorNames, statement.by),
      named(actorNames, statement.to),
      named(topicNames, statement.topics),
      xmlText(statement.position ?? ''),
      xmlText(statement.spans.map(({ text }) => text).join(' … ')),
      [relationLinks(statement, numbers), xmlText(rest(statement))].filter((part) => part !== '').join('; '),
    ];
    return `<tr>${cells.map((cell) => `<td dir="auto">${cell}</td>`).join('')}</tr>`;
  });
  const titles = ['', 'Kind', 'By', 'To', 'Topic', 'Position', 'Words', 'More'];
  return `<section><h2>Statements</h2><table><thead><tr>${titles.map((title) => `<th scope="col">${title}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></section>`;
}

/** Relations, as links to the statements that are in this page. */
function relationLinks({ relations }: JsonStatement, numbers: ReadonlyMap<string, number>): string {
  return relations
    .map(({ type, target }) => {
      const index = numbers.get(target);
      const shown =
        index === undefined ? xmlText(`#${target}`) : `<a href="#${anchorOf(index)}">${index + 1}</a>`;
      return `${type} ${shown}`;
    })
    .join('; ');
}

/** What has no column of its own. */
function rest(statement: JsonStatement): string {
  return attributeTexts({ ...statement, by: [], to: [], topics: [], position: null, relations: [] }).join(
    '; ',
  );
}

function actorList({ actors }: JsonDocument): string {
  if (actors.length === 0) return '';
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const items = actors.map(({ name, kind, of, aka }) => {
    const details = [kind, of.map((id) => names.get(id) ?? id).join(', '), aka.join(', ')].filter(
      (part) => part,
    );
    return `<li dir="auto"><b>${xmlText(name)}</b>${details.length > 0 ? ` <span>${xmlText(details.join(' · '))}</span>` : ''}</li>`;
  });
  return `<section><h2>Actors</h2><ul>${items.join('\n')}</ul></section>`;
}
