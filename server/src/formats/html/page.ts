/**
 * The marked-up text as a page to read and to hand on: statements coloured by kind, actors underlined, memos beside the
 * words, a legend, and lists of statements and actors. One file, without script; nothing is fetched.
 */
import type { ExportDocument } from '../format.ts';
import type { JsonDocument } from '../json.ts';
import { layOut, type Markup, type Part } from '../layout.ts';
import { element, xmlText } from '../xml.ts';
import { anchorOf, lists } from './lists.ts';
import { STYLE, STYLE_HASH } from './style.ts';

export function writeHtml({ meaning }: ExportDocument): string {
  const { document } = meaning;
  const title = xmlText(document.title ?? document.id);
  return [
    '<!DOCTYPE html>',
    `<html${document.lang === null ? '' : ` lang="${attribute(document.lang)}"`}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    ...(textHasTitle(document) ? [] : [`<h1 dir="auto">${title}</h1>`]),
    byline(meaning),
    legend(),
    '</header>',
    `<main>${body(meaning)}</main>`,
    lists(meaning),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function attribute(value: string): string {
  return xmlText(value).replaceAll('"', '&quot;');
}

/** Most texts begin with their title: it is not shown twice. */
function textHasTitle({ title, text }: JsonDocument['document']): boolean {
  return title !== null && text.replace(/^#{1,6}[ \t]+/, '').startsWith(title);
}

function byline({ document, actors }: JsonDocument): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const author = document.author.map((id) => names.get(id) ?? id).join(', ');
  const parts = [author, document.source, document.section, document.date].filter((part) => part);
  const coder =
    document.coder === null ? '' : ` <span class="coder">coded by ${xmlText(document.coder)}</span>`;
  return `<p class="byline">${parts.map((part) => xmlText(part as string)).join(' · ')}${coder}</p>`;
}

function legend(): string {
  return '<p class="legend"><span class="claim">claim</span> <span class="demand">demand</span> <span class="mention">actor</span> <span class="memo">memo</span></p>';
}

function body(meaning: JsonDocument): string {
  const { memos } = meaning.document;
  const names = new Map(meaning.actors.map(({ id, name }) => [id, name]));
  const markup: Markup = {
    text: (text) => xmlText(text).replaceAll('\n', '<br>\n'),
    open: (part) => openTag(part, names),
    close: closeTag,
  };
  const blocks = layOut(meaning).map((block) => {
    const tag = block.level > 0 ? `h${block.level}` : 'p';
    return `<${tag} dir="auto">${block.render(markup)}</${tag}>`;
  });
  return [...blocks, ...memos.map((memo) => element('p', {}, memoHtml(memo)))].join('\n');
}

function openTag({ marked, number }: Part, names: ReadonlyMap<string, string>): string {
  const called = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(', ');
  if (marked.type === 'mention')
    return `<span class="mention" title="${attribute(called(marked.mention.actors))}">`;
  const { statement, index } = marked;
  const to = statement.to.length > 0 ? ` → ${called(statement.to)}` : '';
  const about = [
    ...statement.topics,
    statement.position,
    statement.type ?? statement.strength,
    statement.response,
  ];
  const title = [`${statement.kind}: ${called(statement.by)}${to}`, ...about.filter((part) => part !== null)];
  const id = number === 0 ? ` id="${anchorOf(index)}"` : '';
  const label = number === 0 ? `<sup class="number">${index + 1}</sup>` : '';
  return `<span class="${statement.kind}"${id} title="${attribute(title.join(' · '))}">${label}`;
}

function closeTag({ marked, number, of }: Part): string {
  const memos = marked.type === 'mention' ? marked.mention.memos : marked.statement.memos;
  return `</span>${number === of - 1 ? memos.map((memo) => ` ${memoHtml(memo)}`).join('') : ''}`;
}

function memoHtml(memo: string): string {
  return `<small class="memo" dir="auto">${xmlText(memo)}</small>`;
}
