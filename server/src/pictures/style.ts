/**
 * How pictures look: one style sheet, its colours by name. A view takes them from VS Code's theme; a file that stands
 * for itself has them written in, since not every program that shows an SVG knows variables.
 */

interface Colour {
  readonly light: string;
  readonly dark: string;
  /** What a view has in place of both: made of VS Code's own. */
  readonly editor?: string;
}

const INK = 'var(--vscode-editor-foreground)';
const GROUND = 'var(--vscode-editor-background)';

/** So much of the ink on the ground: it has contrast in any theme that its own text has. */
function tinted(share: number): string {
  return `color-mix(in srgb, ${INK} ${share}%, ${GROUND})`;
}

const COLOURS: Readonly<Record<string, Colour>> = {
  ground: { light: '#ffffff', dark: '#1d1f22', editor: GROUND },
  card: { light: '#fbfaf7', dark: '#26292d', editor: tinted(4) },
  ink: { light: '#1f2328', dark: '#e6e4df', editor: INK },
  quiet: { light: '#5c636b', dark: '#a9aeb4', editor: tinted(80) },
  hair: { light: '#c9c5bb', dark: '#4a4f55', editor: `var(--vscode-contrastBorder, ${tinted(24)})` },
  claim: { light: '#2a6496', dark: '#7fb3df' },
  demand: { light: '#a84b12', dark: '#e5a06b' },
  supports: { light: '#2f6f44', dark: '#86c29a' },
  rebuts: { light: '#a32a35', dark: '#ee8d94' },
  answers: { light: '#6a4a93', dark: '#bfa0e6' },
  focus: { light: '#0b62b8', dark: '#7db7f2', editor: 'var(--vscode-focusBorder)' },
};

const SANS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const SERIF =
  'Charter, "Iowan Old Style", Georgia, "Noto Serif", "Source Serif 4", "DejaVu Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif';

const RULES = `
.picture { background: $ground; }
.picture text { font-family: ${SANS}; font-size: 10.5px; fill: $ink; white-space: pre; }
.picture .document { font-family: ${SERIF}; font-size: 25px; font-weight: 600; }
.picture .byline { font-size: 11.5px; fill: $quiet; }
.picture .section { font-family: ${SERIF}; font-size: 16px; font-weight: 600; paint-order: stroke; stroke: $ground; stroke-width: 4px; stroke-linejoin: round; }
.picture .rule { stroke: $hair; stroke-width: 1; }
.picture .hair { stroke: $hair; stroke-width: 1; }
.picture .card { fill: $card; stroke: $hair; stroke-width: 1; }
.picture .bar { fill: $demand; }
.picture .who { font-size: 11.5px; font-weight: 600; }
.picture .to, .picture .stub, .picture .date, .picture .caption, .picture .key, .picture .note { fill: $quiet; }
.picture .claim .caption { fill: $claim; }
.picture .demand .caption { fill: $demand; }
.picture .words { font-family: ${SERIF}; font-size: 14px; }
.picture .chip { fill: none; stroke: $hair; stroke-width: 1; }
.picture .key { font-size: 11px; }
.picture .empty { font-family: ${SERIF}; font-size: 16px; fill: $quiet; }
.picture .ground { fill: $ground; }
.picture .edge { fill: none; stroke: $quiet; }
.picture .edge:not([stroke-width]) { stroke-width: 1.5; }
.picture .edge.supports { stroke: $supports; }
.picture .edge.rebuts { stroke: $rebuts; stroke-dasharray: 7 4; }
.picture .edge.rephrases { stroke: $quiet; stroke-dasharray: 1.5 3.5; stroke-linecap: round; }
.picture .edge.answers { stroke: $answers; stroke-dasharray: 12 3 2 3; }
.picture .edge.thread { stroke-width: 1; }
.picture .head { fill: $quiet; stroke: none; }
.picture .head.supports { fill: $supports; }
.picture .head.open { fill: none; stroke: $quiet; stroke-width: 1.5; }
.picture .head.rebuts { stroke: $rebuts; }
.picture .head.rephrases { fill: $ground; }
.picture .head.answers { stroke: $answers; }
.picture .response { fill: $answers; font-style: italic; }
.picture .node { fill: $card; stroke: $ink; stroke-width: 1.5; }
.picture .node.dashed { stroke-dasharray: 3 3; }
.picture .name { font-size: 12px; font-weight: 600; paint-order: stroke; stroke: $ground; stroke-width: 3px; stroke-linejoin: round; }
.picture .hit { fill: none; stroke: transparent; stroke-width: 14; pointer-events: stroke; }
.picture .edge.asks { stroke: $demand; }
.picture .head.asks { fill: $demand; }
.picture .edge.agree { stroke: $supports; }
.picture .edge.conflict { stroke: $rebuts; stroke-dasharray: 3 4; }
.picture .count { fill: $demand; font-weight: 600; }
.picture .count.agree { fill: $supports; }
.picture .count.conflict { fill: $rebuts; }
.picture .thing { cursor: pointer; outline: none; }
.picture .tie:hover .edge, .picture .tie:focus-visible .edge, .picture .tie.chosen .edge { stroke: $focus; stroke-width: 3; }
.picture .thing:hover .card, .picture .thing:hover .node { stroke: $ink; }
.picture .thing:focus-visible .card, .picture .thing:focus-visible .node, .picture .thing.chosen .card, .picture .thing.chosen .node { stroke: $focus; stroke-width: 2.5; }
@media (forced-colors: active) { .picture .card, .picture .chip { stroke: CanvasText; } }
`;

/**
 * For a view: what VS Code has, and of our own colours those for its kind of theme, by the classes that it gives to the
 * body of a webview. VS Code's colours for charts are too pale for letters.
 */
export function editorStyle(): string {
  const own = (theme: 'light' | 'dark') =>
    Object.entries(COLOURS)
      .filter(([, colour]) => colour.editor === undefined)
      .map(([name, colour]) => ` --picture-${name}: ${colour[theme]};`)
      .join('');
  const others = Object.entries(COLOURS)
    .filter(([, colour]) => colour.editor !== undefined)
    .map(([name, colour]) => ` --picture-${name}: ${colour.editor};`)
    .join('');
  const dark = 'body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light)';
  const rules = RULES.replace(/\$(\w+)/g, (_, name: string) => `var(--picture-${name})`);
  return `body {${others}${own('light')} }\n${dark} {${own('dark')} }\n${rules}`;
}

/** For a file: colours written in. */
export function fileStyle(theme: 'light' | 'dark'): string {
  return RULES.replace(/\$(\w+)/g, (_, name: string) => colourOf(name, theme));
}

/** A colour by name. */
export function colourOf(name: string, theme: 'light' | 'dark'): string {
  return COLOURS[name]?.[theme] ?? 'currentColor';
}

/** The letters of a page around a picture. */
export const READING = SERIF;
