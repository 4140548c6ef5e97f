/** The signs on the buttons: strokes on a grid of 16, in the colour of the text. */
import { SVG } from './svg.ts';

const PATHS = {
  filter: 'M2 3.5h12l-4.6 5.2v4.3l-2.8-1.6V8.7z',
  save: 'M8 2v8m0 0 3-3m-3 3-3-3M2.5 12.5v1h11v-1',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  zoomIn: 'M8 3.5v9M3.5 8h9',
  zoomOut: 'M3.5 8h9',
  fit: 'M2.5 6V2.5H6m4 0h3.5V6m0 4v3.5H10m-4 0H2.5V10',
  up: 'M4 9.5 8 5.5l4 4',
  down: 'M4 6.5l4 4 4-4',
} as const;

export function icon(name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'sign');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
