import { RELATIONS } from '../codebook/attributes.ts';
import { ownId } from '../model/facts.ts';
import { removeMarks, removeValue } from './edits.ts';
import { localReference } from './meaning.ts';
import type { BlockContext, Draft, Rule } from './rule.ts';
import { keepsText } from './sameText.ts';
import { isSound, type SoundStatement, soundStatements } from './sound.ts';

export const selfRelation: Rule = {
  name: 'self-relation',
  group: 'Sense',
  severity: 'error',
  summary: 'A statement supports, rebuts, rephrases, answers or continues itself.',
  mends: ['suggestion'],
  *checkBlock(context) {
    for (const statement of soundStatements(context)) yield* pointsToItself(context, statement);
    for (const index of context.facts.continuations) {
      if (isInsideItself(context, index)) yield* continuesItself(context, index);
    }
  },
};

function* pointsToItself(context: BlockContext, { fact, tag }: SoundStatement): Generator<Draft> {
  if (fact.id === null) return;
  for (const name of RELATIONS) {
    const attribute = fact.attributes.get(name);
    for (const [index, value] of attribute?.values.entries() ?? []) {
      if (!attribute || value.type !== 'statement') continue;
      const written = value.document === null ? value.id : `${value.document}/${value.id}`;
      if (localReference(context, written.normalize('NFC')) !== fact.id) continue;
      // A later statement of the same name points to the first.
      if (context.document.statement(fact.id)?.tag !== tag) continue;
      yield {
        start: value.start,
        end: value.end,
        message: `#${fact.id} ${name} itself, which adds nothing to it. Take this out, or name the statement that is meant.`,
        fixes: [
          {
            title: 'Take it out',
            kind: 'suggestion',
            edits: [removeValue(context.block.text, attribute, index)],
          },
        ],
      };
    }
  }
}

/** Whether a continuation stands inside the statement that it continues, or inside another of its continuations. */
function isInsideItself({ tree, block }: BlockContext, index: number): boolean {
  const tag = tree.tags[index];
  if (tag === undefined || !isSound(block, tag)) return false;
  const id = ownId(tag);
  for (let outer = tree.tags[tag.parent]; outer; outer = tree.tags[outer.parent]) {
    if (outer.kind !== 'mention' && ownId(outer) === id) return true;
  }
  return false;
}

function* continuesItself(context: BlockContext, index: number): Generator<Draft> {
  const tag = context.tree.tags[index];
  if (tag === undefined) return;
  yield {
    start: tag.start,
    end: tag.head.end,
    message: `These words belong to #${ownId(tag)} already, since they stand inside it. Take this continuation out.`,
    fixes: () => {
      const edits = removeMarks(tag);
      return keepsText(context, edits) ? [{ title: 'Remove the tag', kind: 'suggestion', edits }] : [];
    },
  };
}
