/** What messages call things. */
import { ownId } from '../model/facts.ts';
import type { Tag } from '../syntax/tree.ts';

/** The subject of a sentence: “Claim #halt”, “This demand”, “The mention of @russia”. */
export function subjectOf(tag: Tag): string {
  const id = ownId(tag);
  switch (tag.kind) {
    case 'mention':
      return `The mention of @${tag.head.actors.map((actor) => actor.id).join(',@')}`;
    case 'continuation':
      return id === null ? 'This continuation' : `The continuation of #${id}`;
    case 'unknown':
      return `The tag “${tag.head.word}”`;
    default:
      return id === null ? `This ${tag.kind}` : `${tag.kind === 'claim' ? 'Claim' : 'Demand'} #${id}`;
  }
}

/** “a, b or c” */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** “a, b and c” */
export function all(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
