/** What a coder sees while typing: at most one finding more at each keystroke. */
import { describe, expect, test } from 'vitest';
import { Workspace } from '../../server/src/model/workspace.ts';
import { Linter } from '../../server/src/rules/linter.ts';
import { CODEBOOK, CODEBOOK_LOCATION, LOCATION } from '../kit/check.ts';

const HEAD = '---\ntitle: Halfway\ndate: 2022-01-19\nauthor: Wu Zhenglong\n---\n\n';
const SOUND = `${HEAD}# One

{@russia: Moscow} {demand #halt by=@russia to=@us,@nato topic=enlargement position=oppose: asks {@nato: the alliance} to stop}.

{claim by=@us answers=#halt response=reject: That door stays open}, they replied. {+#halt: And soon}.

`;

/** Types a text into another, key by key; `after` stands behind the cursor all the time. */
function type(before: string, typed: string, after: string): void {
  const workspace = new Workspace();
  const linter = new Linter(workspace);
  workspace.setCodebook(CODEBOOK_LOCATION, CODEBOOK);
  const document = workspace.setDocument(LOCATION, before + after);
  let findings = linter.findingsIn(document);
  for (let length = 0; length < typed.length; length++) {
    const cursor = before.length + length;
    workspace.editDocument(LOCATION, cursor, cursor, typed[length] as string);
    const now = linter.findingsIn(document);
    const said = now.map((finding) => `${finding.rule}: ${finding.message}`).join('\n');
    expect(now.length - findings.length, `after ${typed.slice(0, length + 1)}\n${said}`).toBeLessThanOrEqual(
      1,
    );
    findings = now;
  }
}

const TAGS = {
  'a mention': '{@russia: Moscow}',
  'several actors': '{@russia,@nato: both sides}',
  'a claim': '{claim #door by=@us via=@nato topic=enlargement position=support type=fact: The door is open}',
  'a demand':
    '{demand #stop by=@russia to=@us topic=security strength=ultimatum if="or else" until=2022-03-01: Stop}',
  relations: '{claim supports=#halt rebuts=#door frame=legal: The treaty says so}',
  'a continuation': '{+#halt: at once}',
  'nested tags':
    '{claim #outer by=@us: {@us: They} said {demand #inner to=@russia answers=#halt response=counter: to go {@russia: first}}}',
  'a memo': '{>> check the translation <<}',
  'an ignore': '{>> demarche-ignore stray-brace: as printed <<}',
  'an escape': 'the word \\{sic\\} and',
  'words in quotes': '{claim by=@us: “The door stays open to everyone,”} they said',
  'an unknown actor': '{@rusia: Moscow}',
  'an unknown attribute': '{claim #x form=declaration claimant=@us: Words}',
  'an invalid value': '{claim #x position=against topic=security: Words}',
  'a taken id': '{claim #halt by=@us: Words}',
  'full-width signs': '{claim #x by＝@us，@nato topic＝security： Words}',
  'an attribute twice': '{claim #x by=@us by=@nato: Words}',
  'an unknown tag': '{clam #x by=@nobody topic=nothing: Words}',
  'a stray pair': 'a {sic} here',
  'an empty tag': '{claim #x by=@nobody: }',
};

describe.each(Object.entries(TAGS))('%s', (_, tag) => {
  test('at the end of a text', () => type(SOUND, tag, ''));
  test('within a paragraph', () =>
    type(`${SOUND}Some words `, tag, ' and more, {@us: they} say.\n\nThe end.'));
  test('with its brace closed by the editor', () => {
    if (tag.startsWith('{>>')) type(`${SOUND}Words {>>`, tag.slice(3, -3), '<<} more.');
    else if (tag.startsWith('{')) type(`${SOUND}Words {`, tag.slice(1, -1), '} more.');
  });
  test('within another statement', () => {
    // A memo that is not closed yet hides all that stands after it in the paragraph.
    type(`${SOUND}{claim #around by=@us: Some words `, tag, ' and more}.');
  });
});

test('an attribute added to a tag that is whole', () => {
  const [before = '', after = ''] = '{claim #a| : The door is open}'.split('|');
  type(SOUND + before, ' by=@us,@nato topic=enlargement position=support supports=#halt', after);
});

test('a second name, or one with a full-width sign', () => {
  type(`${SOUND}{claim #a `, '#b', ' : The door is open}');
  type(`${SOUND}{claim `, '＃b', ' : The door is open}');
});

test('a whole document, head first', () => {
  type('', SOUND, '');
});

test('an actor added to the head', () => {
  const [before = '', after = ''] =
    '---\ntitle: Halfway|\ndate: 2022-01-19\n---\n\n{@panel: They} met.'.split('|');
  type(before, '\nactors:\n  panel: { name: the panel, kind: group, of: nato }', after);
});
