import { expect, test } from 'vitest';
import { remediesFor } from '../../server/src/features/quickFixes.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { edited } from '../kit/editedText.ts';
import { openWorkspace } from '../kit/workspace.ts';

/** What is offered for the findings at the cursor: title, and the text that it leads to. */
function check(marked: string, wanted: string, expected: Readonly<Record<string, string>>): void {
  const opened = openWorkspace(marked);
  const { document, linter, cursor } = opened;
  const findings = linter.findingsIn(document).filter(({ start, end }) => start <= cursor && cursor <= end);
  const offers = finish(remediesFor(document, findings, (kind) => kind === wanted));
  expect(
    Object.fromEntries(offers.map(({ title, edits }) => [title, edited(opened, finish(edits()))])),
  ).toEqual(expected);
}

const HEAD = '---\ntitle: T\ndate: 2024-05-01\n---\n\n';

test('fixes that keep the meaning first', () => {
  check(`${HEAD}{claim by=@norland： x<|>}`, 'quickfix', {});
  check(`${HEAD}{claim by=@norland<|>： x}`, 'quickfix', {
    'Write the plain sign': `${HEAD}{claim by=@norland: x}`,
  });
});

test('a rule is quieted in its paragraph, at its end', () => {
  check(`${HEAD}{@nob<|>ody: She} says\nso.\n\nNext.`, 'quickfix.ignore', {
    'Ignore undefined-actor in this paragraph': `${HEAD}{@nobody: She} says\nso. {>> demarche-ignore undefined-actor <<}\n\nNext.`,
    'Ignore undefined-actor in this file': `---\ntitle: T\ndate: 2024-05-01\nlint:\n  rules: { undefined-actor: off }\n---\n\n{@nobody: She} says\nso.\n\nNext.`,
  });
});

test('before a heading, alone, unless a paragraph stands right before it', () => {
  check(`${HEAD}One.\r\n\r\n## {@nob<|>ody: She}\r\nTwo.`, 'quickfix.ignore', {
    'Ignore undefined-actor in this paragraph': `${HEAD}One.\r\n\r\n{>> demarche-ignore undefined-actor <<}\r\n\r\n## {@nobody: She}\r\nTwo.`,
    'Ignore undefined-actor in this file': `---\ntitle: T\ndate: 2024-05-01\nlint:\n  rules: { undefined-actor: off }\n---\n\nOne.\r\n\r\n## {@nobody: She}\r\nTwo.`,
  });
  check(`One.\n## {@nob<|>ody: She}`, 'quickfix.ignore', {
    'Ignore undefined-actor in this paragraph': `One.\n## {@nobody: She} {>> demarche-ignore undefined-actor <<}`,
    'Ignore undefined-actor in this file': `---\nlint:\n  rules: { undefined-actor: off }\n---\n\nOne.\n## {@nobody: She}`,
  });
});

test('before a block in which a memo would be none', () => {
  check('One.\n\nTwo {<|>>> three', 'quickfix.ignore', {
    'Ignore unclosed-memo in this paragraph':
      'One.\n\n{>> demarche-ignore unclosed-memo <<}\n\nTwo {>> three',
    'Ignore unclosed-memo in this file':
      '---\nlint:\n  rules: { unclosed-memo: off }\n---\n\nOne.\n\nTwo {>> three',
  });
});

test('in the head, as the head is written', () => {
  const inFile = (head: string, expected: string) => {
    const text = '\n{@nobody: She}';
    const opened = openWorkspace(`---\n${head}---\n${text}`);
    const findings = opened.linter
      .findingsIn(opened.document)
      .filter(({ rule }) => rule === 'undefined-actor');
    const offers = finish(remediesFor(opened.document, findings, (kind) => kind === 'quickfix.ignore'));
    const found = offers.find(({ title }) => title.endsWith('file'));
    expect(found && edited(opened, finish(found.edits()))).toBe(`---\n${expected}---\n${text}`);
  };
  inFile('', 'lint:\n  rules: { undefined-actor: off }\n');
  inFile(
    'lint:\n  rules:\n    a: off\ntitle: T\n',
    'lint:\n  rules:\n    a: off\n    undefined-actor: off\ntitle: T\n',
  );
  inFile('lint: { rules: { a: off } }\n', 'lint: { rules: { a: off, undefined-actor: off } }\n');
  inFile('lint:\n  rules:\n', 'lint:\n  rules:\n    undefined-actor: off\n');
  inFile('lint:\n', 'lint:\n  rules: { undefined-actor: off }\n');
  inFile('lint:\n  rules: { undefined-actor: warning }\n', 'lint:\n  rules: { undefined-actor: off }\n');
  inFile('lint: { rules: }\n', 'lint: { rules: }\n');
});

test('what was quieted is quiet', () => {
  for (const text of [
    '{@nobody: She}',
    '# {@nobody: She}',
    'One\n# {@nobody: She}\nTwo',
    '{@nobody: She {claim',
  ]) {
    const opened = openWorkspace(text);
    const rules = () => opened.linter.findingsIn(opened.document).map(({ rule }) => rule);
    for (const finding of opened.linter.findingsIn(opened.document)) {
      for (const { edits } of finish(
        remediesFor(opened.document, [finding], (kind) => kind === 'quickfix.ignore'),
      )) {
        opened.workspace.editDocument(
          opened.document.location,
          0,
          opened.document.source.length,
          edited(opened, finish(edits())),
        );
        expect(rules()).not.toContain(finding.rule);
        expect(rules()).not.toContain('useless-ignore');
        opened.workspace.editDocument(opened.document.location, 0, opened.document.source.length, text);
      }
    }
  }
});
