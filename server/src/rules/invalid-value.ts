import type { Value } from '../../../grammar/events.ts';
import type { AttributeDefinition } from '../codebook/attributes.ts';
import { nearestName } from '../codebook/nearest.ts';
import { quoteValue } from '../syntax/escape.ts';
import { knownAttributes } from './attributeValues.ts';
import { either } from './describe.ts';
import { changeTo, replacing } from './edits.ts';
import { problemsInCodebook, problemsInHead } from './problems.ts';
import { type BlockContext, type Draft, type Rule } from './rule.ts';

type Say = Omit<Draft, 'start' | 'end'>;

export const invalidValue: Rule = {
  name: 'invalid-value',
  group: 'Names',
  severity: 'error',
  summary: 'A value is not one that its attribute, or its key in the head or codebook, takes.',
  mends: ['fix', 'suggestion'],
  *checkBlock(context) {
    for (const { attribute, definition } of knownAttributes(context)) {
      // What is wrong with a second value that does not belong is told when it is alone.
      for (const value of definition.many ? attribute.values : attribute.values.slice(0, 1)) {
        const said = check(context, definition, value);
        if (said) yield { start: value.start, end: value.end, ...said };
      }
    }
  },
  *checkDocument({ document, workspace }) {
    yield* problemsInHead('invalid-value', document);
    const { codebook } = document.head;
    if (codebook === null || workspace.missingCodebook(document) === null) return;
    yield {
      start: codebook.start,
      end: codebook.end,
      message: `There is no codebook at ${codebook.value}, so no name in this document can be looked up. Correct the path, which starts at this document’s folder.`,
    };
  },
  *checkCodebook({ file }) {
    yield* problemsInCodebook('invalid-value', file);
  },
};

function check(context: BlockContext, definition: AttributeDefinition, value: Value): Say | null {
  const { name } = definition;
  const written = context.block.text.slice(value.start, value.end);
  switch (definition.type) {
    case 'choice':
      return checkChoice(definition, value, written);
    case 'actor':
      return value.type === 'actor'
        ? null
        : nameOfAnother(context, value, `${name} takes actors, such as by=@author`, '@');
    case 'statement':
      return value.type === 'statement'
        ? null
        : nameOfAnother(context, value, `${name} takes statements, each with its #`, '#');
    case 'topic':
      if (value.type === 'word') return null;
      return {
        message: `${written} is no code of the codebook. Write the topic as a word, without @, # or quotation marks.`,
      };
    case 'text':
      return checkText(definition, value, written);
    case 'word':
      if (value.type === 'word' || value.type === 'string') return null;
      return { message: `${name} takes a word, or words in quotation marks, and ${written} is neither.` };
    case 'date':
      return null;
  }
}

function checkChoice({ name, choices }: AttributeDefinition, value: Value, written: string): Say | null {
  const values = choices.map((choice) => choice.value);
  const text = value.type === 'word' || value.type === 'string' ? value.text.normalize('NFC') : '';
  if (values.includes(text)) return null;
  const near = nearestName(text, values);
  const list = `It is ${either(values)}.`;
  return {
    message: `The attribute ${name} cannot be ${written}. ${near === null || values.length < 4 ? list : `Did you mean ${near}?`}`,
    fixes: changeTo(near, value),
  };
}

/** A bare word where a name with a sign belongs: most often the sign is all that is missing. */
function nameOfAnother(context: BlockContext, value: Value, takes: string, sign: '@' | '#'): Say {
  const text = value.type === 'word' ? value.text.normalize('NFC') : '';
  const isKnown = () => (sign === '@' ? context.names.actor(text) : context.names.statement(text)) !== null;
  return {
    message: () => `The attribute ${takes}. ${isKnown() ? `Did you mean ${sign}${text}?` : 'Correct it.'}`,
    fixes: () => (text !== '' && isKnown() ? changeTo(sign + text, value) : []),
  };
}

function checkText({ name, custom }: AttributeDefinition, value: Value, written: string): Say | null {
  if (value.type === 'string' || (custom && value.type === 'word')) return null;
  if (value.type !== 'word')
    return { message: `The attribute ${name} takes words in quotation marks, not ${written}.` };
  return {
    message: `The words after ${name}= want quotation marks, so that it is clear where they end.`,
    fixes: [replacing('Put it in quotation marks', 'fix', value, quoteValue(value.text))],
  };
}
