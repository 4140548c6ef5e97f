import { expect, test } from 'vitest';
import { actorAt, mentionEdits } from '../../server/src/features/tagMentions.ts';
import { edited } from '../kit/editedText.ts';
import { openWorkspace } from '../kit/workspace.ts';

const CODEBOOK = `actors:
  norland: { name: Norland, aka: [Arnby, the Norlanders] }
  south: { name: South Norland }
  us: { name: the United States, aka: [US] }
  lind: { name: Maja Lind }
  russia: { name: Россия, aka: [俄罗斯, روسيا, "C++ (Corp.)"] }
  duma: { name: 俄罗斯杜马 }
`;

function check(marked: string, expected: string | null): void {
  const opened = openWorkspace(marked, { codebook: CODEBOOK });
  const { workspace, document, cursor, ranges } = opened;
  const { start, end } = ranges[0] ?? { start: cursor, end: cursor };
  const actor = actorAt(workspace, document, start, end);
  expect(actor && edited(opened, [...mentionEdits(workspace, document, actor)].flat())).toBe(expected);
}

test('names and aliases, in headings and other tags, once each', () => {
  check(
    '# Norland\n\n{@nor<|>land: Arnby} and Arnby. {claim: the Norlanders (Norland)}',
    '# {@norland: Norland}\n\n{@norland: Arnby} and {@norland: Arnby}. {claim: {@norland: the Norlanders} ({@norland: Norland})}',
  );
});

test('the actor of an attribute, of the words in a mention, or of the selected words', () => {
  check('{claim by=@li<|>nd: Maja Lind}', '{claim by=@lind: {@lind: Maja Lind}}');
  check('{@lind: Sh<|>e}. Maja Lind.', '{@lind: She}. {@lind: Maja Lind}.');
  check('[[Maja Lind]]. Maja\nLind.', '{@lind: Maja Lind}. {@lind: Maja\nLind}.');
  check('{@lind,@us: Th<|>ey}. Maja Lind.', null);
  check('Some[[body]].', null);
});

test('whole words only, in every script', () => {
  check(
    '{@nor<|>land: It}: Norlanders, Norland’s, xNorland, Norland.',
    '{@norland: It}: Norlanders, {@norland: Norland}’s, xNorland, {@norland: Norland}.',
  );
  check('{@us<|>: It} tells us: US, USA', '{@us: It} tells us: {@us: US}, USA');
  check('{@us<|>: It}. The United States', '{@us: It}. {@us: The United States}');
  check('{@rus<|>sia: It}: Россия, Россияне', '{@russia: It}: {@russia: Россия}, Россияне');
  check(
    '{@rus<|>sia: 它}，俄罗斯说，在俄罗斯。',
    '{@russia: 它}，{@russia: 俄罗斯}说，在{@russia: 俄罗斯}。',
  );
  check('{@rus<|>sia: It}: روسيا، روسياx', '{@russia: It}: {@russia: روسيا}، روسياx');
  check('{@rus<|>sia: It} C++ (Corp.)', '{@russia: It} {@russia: C++ (Corp.)}');
});

test('not within a longer name of somebody else', () => {
  check('{@nor<|>land: It}. South Norland, Norland', '{@norland: It}. South Norland, {@norland: Norland}');
  check('{@rus<|>sia: 它}，俄罗斯杜马，俄罗斯', '{@russia: 它}，俄罗斯杜马，{@russia: 俄罗斯}');
});

test('never in a head, a memo or a mention, nor across the edge of a tag', () => {
  const text =
    '---\ntitle: Norland\n---\n\n{@norland: It} {>> Norland <<} {@us: Norland} {claim: Nor}land {claim place=Norland if="Norland": x}';
  check(text.replace('@nor', '@nor<|>'), text);
  check(
    '{@li<|>nd: She}. Maja {claim: Lind}. Maja {@us: Lind}',
    '{@lind: She}. Maja {claim: Lind}. Maja {@us: Lind}',
  );
});

test('in sound paragraphs of a broken document, with backslashes', () => {
  check(
    '{@nor<|>land: It} {claim #a Norland\n\nC:\\Norland} {claim: Norland',
    '{@norland: It} {claim #a {@norland: Norland}\n\nC:\\\\{@norland: Norland}} {claim: {@norland: Norland}',
  );
});

test('the author, by the name that the head gives', () => {
  check(
    '---\nauthor: Ada Berg\n---\n\n{claim by=@auth<|>or: Ada Berg}',
    '---\nauthor: Ada Berg\n---\n\n{claim by=@author: {@author: Ada Berg}}',
  );
  check('{claim by=@auth<|>or: the author}', null);
});
