/** Colours, where they are wanted. */
import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'green';
export type Paint = (style: Style | readonly Style[], text: string) => string;

/**
 * How a stream takes colours: FORCE_COLOR wins (any value but 0 and false), then NO_COLOR (any value), then it
 * must be a terminal that is not dumb.
 */
export function paintFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  const wanted = wantsColours(stream, env);
  return (style, text) => {
    if (!wanted || text === '') return text;
    const styles = typeof style === 'string' ? [style] : style;
    return styles.reduce((painted, each) => styleText(each, painted, { validateStream: false }), text);
  };
}

function wantsColours(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return stream.isTTY === true && terminal !== 'dumb';
}
