/** One demand of the ledger as rows of its table: the demand, and its replies under it. */
import type { PageReply, PageRow } from '../src/pictures/messages.ts';
import type { Words } from '../src/pictures/words.ts';
import { create, fill } from './elements.ts';
import type { Column } from './sorting.ts';
import { isState, markOf, stateWord, strengthWord } from './states.ts';

/** @param columns Those that the table has, in their order. */
export function makeRow(row: PageRow, columns: readonly Column[], words: Words): HTMLTableSectionElement {
  const cells = columns.map((column) => makeCell(row, column, words));
  const body = create('tbody', { 'data-row': row.key }, create('tr', { class: 'demand' }, ...cells));
  if (row.replies.length > 0) {
    const replies = create(
      'ul',
      { 'aria-label': words.replies },
      ...row.replies.map((each) => makeReply(each, words)),
    );
    body.append(create('tr', { class: 'replies' }, create('td', { colspan: columns.length }, replies)));
  }
  return body;
}

/** The texts of a row's cells, for the clipboard; the replies in a cell of their own. */
export function textsOf(row: PageRow, columns: readonly Column[], words: Words): string[] {
  const replies = row.replies.map((reply) => {
    const head = [stateWord(reply.response, words), namesOf(reply.by), reply.date].filter(Boolean).join(', ');
    return `${head}: ${reply.words}`;
  });
  return [...columns.map((column) => textOf(row, column, words)), replies.join(' | ')];
}

/** All that one may look for in a row. */
export function searchTextOf(row: PageRow, columns: readonly Column[], words: Words): string {
  return `${row.demand} ${textsOf(row, columns, words).join(' ')}`.toLocaleLowerCase();
}

export function columnWord(column: Column, words: Words): string {
  return words[column];
}

function textOf(row: PageRow, column: Column, words: Words): string {
  switch (column) {
    case 'demand':
      return row.words || row.demand;
    case 'claimant':
      return namesOf(row.claimants);
    case 'addressee':
      return row.addressee?.name ?? '';
    case 'topic':
      return namesOf(row.topics);
    case 'strength':
      return strengthWord(row.strength, words);
    case 'state':
      return stateWord(row.state ?? 'open', words);
    default:
      return row[column] ?? '';
  }
}

function makeCell(row: PageRow, column: Column, words: Words): HTMLTableCellElement {
  if (column === 'demand') return makeDemand(row, words);
  if (column === 'state') return create('td', { class: 'state' }, makeState(row.state ?? 'open', words));
  const text = textOf(row, column, words);
  const isStrong = column === 'strength' && (row.strength === 'ultimatum' || row.strength === 'threat');
  return create('td', { class: isStrong ? `${column} strong` : column }, create('bdi', {}, text));
}

/** The demand itself is the row's head, and the button that leads to it. */
function makeDemand(row: PageRow, words: Words): HTMLTableCellElement {
  const button = create('button', {
    type: 'button',
    class: 'go',
    'data-key': row.key,
    tabindex: -1,
    dir: 'auto',
  });
  button.append(row.words || row.demand);
  const cell = create('th', { scope: 'row', class: 'demand' }, button);
  cell.append(makeMeta(row, words));
  return cell;
}

/** What the other columns say, in a line, for a narrow window that has no room for them. */
function makeMeta(row: PageRow, words: Words): HTMLElement {
  const parts = [
    ['claimant', `${namesOf(row.claimants)} → ${row.addressee?.name ?? words.nobody}`],
    ['topic', namesOf(row.topics)],
    ['strength', strengthWord(row.strength, words)],
    ['date', row.date],
    ['until', row.until && fill(words.untilDate, row.until)],
  ];
  const line = create('p', { class: 'meta' });
  for (const [column, part] of parts) {
    if (part) line.append(create('span', { class: column }, create('bdi', {}, part)));
  }
  return line;
}

function makeReply(reply: PageReply, words: Words): HTMLElement {
  const head = create('span', { class: 'who' }, create('bdi', {}, namesOf(reply.by)));
  if (reply.date) head.append(create('span', { class: 'when' }, reply.date));
  const button = create('button', {
    type: 'button',
    class: 'go',
    'data-key': reply.key,
    tabindex: -1,
    dir: 'auto',
  });
  button.append(reply.words);
  return create('li', {}, makeState(reply.response, words), head, button);
}

function makeState(code: string, words: Words): HTMLElement {
  const kind = isState(code) ? code : 'other';
  const mark = create('span', { class: 'mark', 'aria-hidden': 'true' }, markOf(code));
  return create('span', { class: `outcome ${kind}` }, mark, create('span', {}, stateWord(code, words)));
}

function namesOf(names: PageRow['topics']): string {
  return names.map(({ name }) => name).join(', ');
}
