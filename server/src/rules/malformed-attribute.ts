import type { Attribute } from '../../../grammar/events.ts';
import { quoteValue } from '../syntax/escape.ts';
import { removeAttribute, replacing } from './edits.ts';
import type { DraftFix } from './rule.ts';
import { attributeAt, syntaxRule } from './syntaxRule.ts';

export const malformedAttribute = syntaxRule({
  name: 'malformed-attribute',
  summary: 'An attribute lacks its name, its value, or a part of it.',
  mends: ['fix', 'suggestion'],
  report(problem, { block }, tag) {
    const attribute = attributeAt(tag, problem.start);
    if (tag === undefined || attribute === undefined) return null;
    const { message, fix } = describe(attribute, block.text);
    // Without its only attribute, a tag of unknown kind would turn into text.
    const remove: DraftFix[] =
      tag.kind === 'unknown'
        ? []
        : [{ title: 'Take it out', kind: 'suggestion', edits: [removeAttribute(block.text, attribute)] }];
    return { message, fixes: fix ? [fix] : remove };
  },
});

function describe(attribute: Attribute, text: string): { message: string; fix?: DraftFix } {
  const { name, values } = attribute;
  if (name === '#')
    return { message: 'This # has no name after it. Write the name of the statement, or take the # out.' };
  if (name === '') {
    const message =
      'This value has no name before its =, so nobody can tell what it means. Write one, such as by or topic.';
    return { message };
  }
  const written = text.slice(attribute.nameEnd, attribute.end);
  const [first] = values;
  if (first?.type === 'word' && values.length === 1 && /^[^"]*"[^"]*$/.test(written)) {
    const range = { start: first.start - 1, end: first.end };
    return {
      message: `The value of ${name} has no closing quotation mark, so only “${first.text}” is read. Put a " after its last word.`,
      ...(text[range.start] === '"'
        ? { fix: replacing('Close the quotation', 'fix', range, quoteValue(first.text)) }
        : {}),
    };
  }
  if (values.length === 0) {
    const missing = /[@＠]/.test(written)
      ? 'an actor after the @'
      : /[#＃]/.test(written)
        ? 'a statement after the #'
        : 'a value';
    return {
      message: `The attribute ${name} has no value, so it says nothing. Write ${missing}, or take ${name} out.`,
    };
  }
  const kept = values.map((value) => text.slice(value.start, value.end));
  const rest = kept.reduce((left, value) => left.replace(value, ''), written);
  if (/^[\s=＝,，、،\u200E\u200F\u061C]*$/.test(rest)) {
    const range = { start: attribute.nameEnd, end: attribute.end };
    return {
      message: `The attribute ${name} has a comma with no value beside it. Write the value that is missing, or take the comma out.`,
      fix: replacing('Take the comma out', 'fix', range, `=${kept.join(',')}`),
    };
  }
  return {
    message: `One of the values of ${name} is not complete, and is left out. Complete it, or take it out.`,
  };
}
