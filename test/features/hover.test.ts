import { expect, test } from 'vitest';
import { hoverAt } from '../../server/src/features/hover.ts';
import type { Linker } from '../../server/src/features/markdown.ts';
import { openWorkspace, type TestWorkspace } from '../kit/workspace.ts';

/** Links show the first signs of what they lead to. */
const linkerOf =
  ({ workspace }: TestWorkspace): Linker =>
  (location, offset) =>
    `${location.slice(3)} ${workspace.document(location)?.source.text.slice(offset, offset + 8)}`;

function check(marked: string, expected: string, options?: Parameters<typeof openWorkspace>[1]): void {
  const opened = openWorkspace(marked, options);
  const hover = hoverAt(opened.workspace, opened.document, opened.cursor, linkerOf(opened));
  expect(hover === null ? '' : `${hover.markdown}\n`).toBe(expected === '' ? '' : `${expected.trim()}\n`);
}

test('an actor: who it is, what it does here and elsewhere', () => {
  check(
    '{@nor<|>land: Arnby} waits. {demand #open by=@norland to=@sudmark topic=dam: Open the gates}. {claim by=@norland: It is dry}.',
    `
**Norland** \`@norland\`

state · also Arnby, the Norlanders

Here: 1 claim, 1 demand, 0 demands received, 1 mention

In the workspace: 2 claims, 1 demand, 0 demands received, 1 mention

Claims:
- [It is dry](main.demarche {claim b)

Demands:
- [\\#open](main.demarche {demand ) Open the gates

Says elsewhere:
- [Elsewhere too](other.demarche {claim b) *(Low water, 2024\\-05\\-01)*`,
    {
      others: {
        'other.demarche':
          '---\ntitle: Low water\ndate: 2024-05-01\n---\n\n{claim by=@norland: Elsewhere too}.',
      },
    },
  );
});

test('a statement, from a reference to it: who, whom, what, and what became of it', () => {
  check(
    `{demand #open by=@norland to=@sudmark,@league topic=dam position=support until=2024-05 : Open the gates}.
{claim by=@sudmark answers=#op<|>en response=reject: Never}. {claim rebuts=#open: Nobody asked}.`,
    `
**Demand** \`#open\`

**Norland** → **Sudmark, the River League** via the author

> Open the gates

topic: the Harte dam \\(support\\) · until: 2024\\-05

Replies:
- Sudmark: **reject** [Never](main.demarche {claim b)
- the River League: **no answer yet**

In the argument:
- Answered by [Never](main.demarche {claim b)
- Rebutted by [Nobody asked](main.demarche {claim r)`,
  );
});

test('a topic: its note and who stands where', () => {
  check(
    '{claim by=@norland topic=d<|>am position=oppose: No}. {claim by=@norland topic=dam position=oppose: No}.',
    `
**the Harte dam** \`dam\`

part of The river Harte · Any stage of building it\\.

2 statements in the workspace

oppose: Norland (2)`,
  );
});

test('an attribute, a value, the word of a tag', () => {
  check(
    '{claim fr<|>ame=legal: x}',
    '**frame**\n\nHow the matter is framed\\.\n\nOnly on a claim.\n\n- `historical`\n- `legal`',
  );
  check('{demand strength=ap<|>peal: x}', '**appeal** – strength\n\nAsks \\(CAMEO 02\\)\\.');
  check('{cla<|>im by=@lind: x}', '**Claim**\n\n**Maja Lind** via the author\n\n> x');
});

test('works in a broken document, and shows nothing in plain words', () => {
  check(
    '{claim by=@lind: {@norl<|>and: They',
    '**Norland** `@norland`\n\nstate · also Arnby, the Norlanders\n\nHere: 0 claims, 0 demands, 0 demands received, 1 mention\n\nIn the workspace: 0 claims, 0 demands, 0 demands received, 1 mention',
  );
  check('{claim by=@lind: wo<|>rds}', '');
  check('{@nobo<|>dy: x}', '');
});

test('markup in names and words is shown, not run', () => {
  const codebook = 'actors:\n  x: { name: "<img src=x onerror=alert(1)> [a](command:b)" }\n';
  const { workspace, document } = openWorkspace('{@x: y}', { codebook });
  const markdown = hoverAt(workspace, document, 3, () => '')?.markdown ?? '';
  expect(markdown).toContain('\\<img src=x onerror=alert\\(1\\)\\> \\[a\\]\\(command:b\\)');
});
