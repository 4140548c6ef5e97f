/**
 * A lint for people: per file a header, per finding its place, severity, message and rule, and below it the line
 * that it is about with the words underlined.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { firstFix } from '../rules/fixAll.ts';
import type { Finding } from '../rules/rule.ts';
import { cellsOf, neutralized, wrapped } from './cells.ts';
import type { Paint, Style } from './colours.ts';
import { excerptOf } from './excerpt.ts';
import {
  type FindingSeverity,
  type LintedFile,
  type LintForm,
  type LintSummary,
  SEVERITY_ORDER,
} from './lintReport.ts';

const STYLES: Readonly<Record<FindingSeverity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'dim',
};

/** The widest severity, and the gaps around it. */
const SEVERITY_CELLS = 7;
const GAP = '  ';
/** A message is never squeezed into less. Cells. */
const NARROWEST = 30;

export interface TextOptions {
  /** Cells of a line. */
  readonly width: number;
  readonly showsHints: boolean;
}

export class TextForm implements LintForm {
  readonly begin = '';
  readonly between = '';
  readonly #paint: Paint;
  readonly #options: TextOptions;

  constructor(paint: Paint, options: TextOptions) {
    this.#paint = paint;
    this.#options = options;
  }

  file({ path, text, findings }: LintedFile, summary: LintSummary): string {
    const shown = findings.filter(({ severity }) => severity !== 'hint' || this.#options.showsHints);
    if (shown.length === 0) return '';
    summary.shown++;
    summary.fixable += shown.filter((finding) => firstFix(finding) !== null).length;
    const lines = [this.#paint(['bold', 'underline'], neutralized(path))];
    const places = shown.map(({ start }) => placeOf(text, start));
    const placeCells = places.reduce((most, { length }) => Math.max(most, length), 0);
    for (const [index, finding] of shown.entries()) {
      const place = (places[index] as string).padStart(placeCells);
      for (const line of this.#describe(text, finding, place)) lines.push(line);
    }
    return `${lines.join('\n')}\n\n`;
  }

  end(summary: LintSummary): string {
    return `${this.#summarize(summary)}\n`;
  }

  #describe(text: TextDocument, finding: Finding, place: string): string[] {
    const style = STYLES[finding.severity];
    const indent = GAP.length + place.length + GAP.length + SEVERITY_CELLS + GAP.length;
    const width = Math.max(NARROWEST, this.#options.width - indent);
    const margin = ' '.repeat(indent);
    const severity = this.#paint(style, finding.severity.padEnd(SEVERITY_CELLS));
    const [first, ...others] = this.#messageLines(finding, width);
    return [
      `${GAP}${this.#paint('dim', place)}${GAP}${severity}${GAP}${first}`,
      ...others.map((line) => margin + line),
      ...this.#excerptLines(text, finding, width).map((line) => margin + line),
    ];
  }

  /** The message with the rule after it, where it fits. */
  #messageLines({ message, rule }: Finding, width: number): string[] {
    const lines = wrapped(neutralized(message), width);
    const last = lines.at(-1) ?? '';
    const name = this.#paint('dim', rule);
    if (cellsOf(last) + GAP.length + rule.length > width) return [...lines, name];
    return [...lines.slice(0, -1), last + GAP + name];
  }

  #excerptLines(text: TextDocument, { start, end, severity }: Finding, width: number): string[] {
    const { line: number, character } = text.positionAt(start);
    const lineStart = text.offsetAt({ line: number, character: 0 });
    const lineEnd = text.offsetAt({ line: number, character: Number.MAX_SAFE_INTEGER });
    // The words of a line without its end; what the finding is about may run on below.
    const line = text
      .getText()
      .slice(lineStart, lineEnd)
      .replace(/[\r\n]+$/, '');
    if (line.trim() === '') return [];
    const bar = this.#paint('dim', '│');
    const excerpt = excerptOf(line, character, end - lineStart, width - 2);
    const underline = this.#paint(STYLES[severity], '^'.repeat(excerpt.length));
    return [`${bar} ${excerpt.line}`, `${bar} ${' '.repeat(excerpt.indent)}${underline}`];
  }

  #summarize(summary: LintSummary): string {
    const { files, hint, shown, fixable } = summary;
    const showsHints = this.#options.showsHints;
    const counts = SEVERITY_ORDER.filter(
      (severity) => summary[severity] > 0 && (severity !== 'hint' || showsHints),
    );
    const parts: string[] = [];
    // Nothing was read, and it has been said why: that is no praise.
    if (files === 0) parts.push('No file was checked');
    else if (counts.length === 0) {
      parts.push(this.#paint('green', `No mistakes in ${counted(files, 'file')}`));
    } else {
      const list = counts.map((severity) =>
        this.#paint(STYLES[severity], counted(summary[severity], NAMES[severity])),
      );
      parts.push(`${list.join(', ')} in ${shown} of ${counted(files, 'file')}`);
    }
    if (fixable > 0) parts.push(`--fix mends ${fixable}`);
    if (hint > 0 && !showsHints)
      parts.push(
        this.#paint('dim', `${counted(hint, 'hint')} (--hints shows ${hint === 1 ? 'it' : 'them'})`),
      );
    return parts.join(' · ');
  }
}

const NAMES: Readonly<Record<FindingSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'hint',
};

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

function placeOf(text: TextDocument, offset: number): string {
  const { line, character } = text.positionAt(offset);
  return `${line + 1}:${character + 1}`;
}
