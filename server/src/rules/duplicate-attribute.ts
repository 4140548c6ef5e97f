import { subjectOf } from './describe.ts';
import { removeAttribute } from './edits.ts';
import { attributeAt, syntaxRule } from './syntaxRule.ts';

export const duplicateAttribute = syntaxRule({
  name: 'duplicate-attribute',
  summary: 'An attribute stands twice in one head.',
  mends: ['suggestion'],
  report(problem, { block, names }, tag) {
    const attribute = attributeAt(tag, problem.start);
    // One that is still being written is reported as that.
    if (tag === undefined || attribute === undefined || attribute.malformed) return null;
    const { name } = attribute;
    const many = names.attribute(name)?.many ?? false;
    return {
      message: () => messageFor(subjectOf(tag), name, many),
      fixes: () => {
        const edits = [removeAttribute(block.text, attribute)];
        return [{ title: 'Take out the second', kind: 'suggestion', edits }];
      },
    };
  },
});

function messageFor(subject: string, name: string, many: boolean): string {
  if (name === '#')
    return `${subject} has a second name here, and only the first counts. Take one of them out.`;
  const advice = many ? 'Put all values after the first, with commas.' : 'Take one of them out.';
  return `${subject} gives ${name} twice, and only the first counts. ${advice}`;
}
