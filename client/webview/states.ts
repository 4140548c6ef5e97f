/** What became of a demand, and how hard it is put: words and marks for the protocol's codes. */
import type { Words } from '../src/pictures/words.ts';

/** From what was done to what was refused; first what is open. */
export const STATES = [
  'open',
  'accede',
  'agree',
  'negotiate',
  'counter',
  'decline',
  'reject',
  'refuse',
  'withdraw',
] as const;
export type State = (typeof STATES)[number];

/** Seen beside the word, never alone. */
const MARKS: Record<State, string> = {
  open: '○',
  accede: '✔',
  agree: '✓',
  negotiate: '⇄',
  counter: '↩',
  decline: '–',
  reject: '✕',
  refuse: '✖',
  withdraw: '⊘',
};

/** Strengths from the mildest on. */
export const STRENGTHS = ['appeal', 'demand', 'threat', 'ultimatum'];

export function isState(code: string): code is State {
  return (STATES as readonly string[]).includes(code);
}

export function markOf(code: string): string {
  return isState(code) ? MARKS[code] : '•';
}

/** The word for a response; the code itself for one that is not known. */
export function stateWord(code: string, words: Words): string {
  return isState(code) ? words[code] : code;
}

export function strengthWord(code: string | null, words: Words): string {
  switch (code) {
    case 'appeal':
    case 'threat':
    case 'ultimatum':
      return words[code];
    case 'demand':
      return words.demandStrength;
    default:
      return code ?? '';
  }
}
