import { expect, test } from 'vitest';
import { hintsIn } from '../../server/src/features/inlayHints.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** Checks the text with its hints in it, as `⟨name⟩`; a range `[[…]]` is what is asked for. */
function check(marked: string, expected: string, others: Record<string, string> = {}): void {
  const { workspace, document, text, ranges } = openWorkspace(marked, { others });
  const { start, end } = ranges[0] ?? { start: 0, end: text.length };
  let shown = text;
  for (const { offset, label } of finish(hintsIn(workspace, document, start, end)).toReversed())
    shown = `${shown.slice(0, offset)}⟨${label}⟩${shown.slice(offset)}`;
  expect(shown).toBe(expected);
}

test('actors, topics and statements, not those whose names say the same', () => {
  check(
    '{@lind: She} {claim by=@norland to=@league topic=dam: x}',
    '{@lind⟨Maja Lind⟩: She} {claim by=@norland to=@league⟨the River League⟩ topic=dam⟨the Harte dam⟩: x}',
  );
  check(
    '{claim #a: the {@lind: woman} says so} {claim supports=#a: x} {+#a: again}',
    '{claim #a: the {@lind⟨Maja Lind⟩: woman} says so} {claim supports=#a⟨the woman says so⟩: x} {+#a: again}',
  );
  check('{claim supports=#other/far: x}', '{claim supports=#other/far⟨far words⟩: x}', {
    'other.demarche': '{claim #far: far words}',
  });
});

test('nothing for what nobody knows; the author by name', () => {
  check('{@nobody: x} {claim topic=none supports=#no: y}', '{@nobody: x} {claim topic=none supports=#no: y}');
  check(
    '---\nauthor: Ada Berg\n---\n\n{claim by=@author: x}',
    '---\nauthor: Ada Berg\n---\n\n{claim by=@author⟨Ada Berg⟩: x}',
  );
});

test('in the range asked for, and in broken tags', () => {
  check('{@lind: a}\n\n[[{@lind: b}]]\n\n{@lind: c}', '{@lind: a}\n\n{@lind⟨Maja Lind⟩: b}\n\n{@lind: c}');
  check('{claim by=@lind and {@lind', '{claim by=@lind⟨Maja Lind⟩ and {@lind⟨Maja Lind⟩');
});
