/** The buttons for a picture's size. */
import type { Words } from '../src/pictures/words.ts';
import { create, iconButton } from './elements.ts';
import { icon } from './icons.ts';
import type { Zoom } from './zoom.ts';

/** @param label Says the present size. */
export function zoomTools(zoom: Zoom, label: HTMLElement, words: Words): HTMLElement[] {
  const reset = create('button', { type: 'button', class: 'icon size', title: words.zoomReset }, label);
  reset.addEventListener('click', () => zoom.reset());
  return [
    iconButton(icon('zoomOut'), words.zoomOut, () => zoom.out()),
    reset,
    iconButton(icon('zoomIn'), words.zoomIn, () => zoom.in()),
    iconButton(icon('fit'), words.zoomFit, () => zoom.fit()),
  ];
}
