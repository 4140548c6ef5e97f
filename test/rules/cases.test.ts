/** Cases that the pages do not show: what several rules make of one place, and of what stands elsewhere. */
import { describe, expect, test } from 'vitest';
import { applyFix, CODEBOOK, check, lint } from '../kit/check.ts';

const HEAD =
  '---\ntitle: Halfway\ndate: 2022-01-19\nauthor: wu\nactors:\n  wu: { name: Wu Zhenglong, of: us }\n---\n\n';

/** The message of the only finding of a text. */
function message(text: string, options = {}): string {
  const { findings } = lint(text, options);
  expect(findings.map((finding) => finding.rule)).toHaveLength(1);
  return findings[0]?.message ?? '';
}

/** The text after the fix with this title. */
function mended(text: string, title: string, codebook = CODEBOOK): readonly [string, string | null] {
  const fixes = lint(text, { codebook }).findings.flatMap((finding) => finding.fixes);
  const fix = fixes.find((each) => each.title === title);
  if (fix === undefined)
    throw new Error(`no fix “${title}”, but ${fixes.map((each) => each.title).join(', ')}`);
  return applyFix(fix, text, codebook);
}

describe('syntax', () => {
  test('closing a tag closes those inside it too, and keeps a backslash a character', () => {
    const [text] = mended('{claim #a: one {claim #b: two\\\n\nNext.', 'Close it at the end of the paragraph');
    expect(text).toBe('{claim #a: one {claim #b: two\\\\}}\n\nNext.');
    check(text, []);
  });

  test('of a pair of braces, each once, wherever it stands', () => {
    check('a {b {c} d} e', ['stray-brace "{"', 'stray-brace "{"']);
    expect(mended('a {sic} e', 'Put backslashes before both braces')[0]).toBe('a \\{sic\\} e');
  });

  test('all look-alike signs of a tag are one mistake', () => {
    check('{claim #a by＝@us，@nato： x}', ['lookalike-sign "＝@us，@nato："']);
    expect(mended('{claim #a by＝@us，@nato： x}', 'Write the plain signs')[0]).toBe(
      '{claim #a by=@us,@nato: x}',
    );
  });

  test('a line of equals signs under a title is no conflict', () => {
    check('A title\n=======', []);
    check('---\ntitle: T\n<<<<<<< mine\ndate: 2021\n---\n\nx', [
      'invalid-yaml "<<<<<<< mine"',
      'conflict-marker "<<<<<<< mine"',
    ]);
  });

  test('a tag that holds only a memo is empty, one that holds a tag is not', () => {
    check('{claim #a: {>> later <<}}', ['empty-tag "{claim #a: {>> later <<}}"']);
    check('{claim #a: {@us: }}', ['empty-tag "{@us: }"']);
  });

  test('an empty tag is removed only where the text stays the same', () => {
    expect(mended('It {claim #a: }is so.', 'Remove the tag')[0]).toBe('It is so.');
    // Without the tag, the memo would take the space before it along.
    expect(lint('It {claim #a: {>> later <<}}is so.').findings[0]?.fixes).toEqual([]);
  });
});

describe('names', () => {
  test('a new actor gets the words that mention it as its name', () => {
    const [, codebook] = mended(
      '{claim by=@china: It} does, says {@china: Beijing}.',
      'Add @china to demarche.yaml',
    );
    expect(codebook).toContain('china: { name: Beijing }');
    check('{@china: Beijing}', [], { codebook });
  });

  test('or is added to the head, for this document only', () => {
    const [text] = mended(`${HEAD}{@china: Beijing}`, 'Add @china to the head, for this document only');
    expect(text).toContain('  china: { name: Beijing }\n---');
    check(text, []);
  });

  test('without a codebook, the message says so', () => {
    expect(message('{@us: They}', { codebook: null })).toMatch(/^There is no codebook/);
  });

  test('a codebook that is missing is the one mistake', () => {
    check('---\ncodebook: none.yaml\n---\n\n{@x: They} {claim #a topic=y foo=z: x}', [
      'invalid-value "none.yaml"',
    ]);
  });

  test('marks of direction before a sign do not move the finding', () => {
    check('{claim by=\u200E@rusia,@us: x}', ['undefined-actor "@rusia"']);
  });

  test('a statement of another document', () => {
    const others = {
      '/w/other.demarche': '{demand #halt by=@us to=@russia: x}',
      '/w/second.demarche': '---\nid: second\ncoder: kh\n---\n\n{claim #a: x}',
    };
    check('{claim by=@russia answers=#other/halt: x}', [], { others });
    expect(message('{claim by=@russia answers=#other/hlat: x}', { others })).toContain(
      'Did you mean #other/halt?',
    );
    expect(message('{claim by=@russia answers=#othr/halt: x}', { others })).toContain(
      'Did you mean #other/halt?',
    );
    expect(message('{claim by=@russia supports=#second/a: x}', { others })).toContain('no copy by the coder');
  });

  test('two documents with one id and coder, each in the other’s place', () => {
    const others = { '/w/a/text.demarche': 'x' };
    const { findings } = lint(`${HEAD}x`, { others });
    expect(findings.map((finding) => finding.rule)).toEqual(['duplicate-id']);
    expect(findings[0]?.related.map((related) => related.location)).toEqual(['/w/a/text.demarche']);
    check('---\ntitle: T\ncoder: kh\n---\n\nx', [], { others });
  });

  test('the third of three statements gets the third number', () => {
    const text = '{claim #a: x} {claim #a: y} {claim #a: z}';
    const titles = lint(text).findings.flatMap((finding) => finding.fixes.map((fix) => fix.title));
    expect(titles).toEqual(['Rename to #a-2', 'Rename to #a-3']);
  });

  test('values of every sort', () => {
    check('{claim #a by=us topic=@us supports=b date=@us position="support": x}', [
      'invalid-value "us"',
      'invalid-value "@us"',
      'invalid-value "b"',
      'invalid-date "@us"',
    ]);
    check('{claim #a place="the hall" frame=historical: x}', []);
    check('{claim #a type=fact,moral: x}', ['too-many-values "moral"']);
    expect(mended('{claim #a by=us: x}', 'Change to @us')[0]).toBe('{claim #a by=@us: x}');
    expect(mended('{claim #a date="2021-12-17 15:00": x}', 'Write 2021-12-17T15:00')[0]).toBe(
      '{claim #a date="2021-12-17T15:00": x}',
    );
  });

  test('swapped letters are near', () => {
    expect(message('{claim #a topic=secruity: x}')).toContain('Did you mean security?');
    expect(message('{@uk: They}')).not.toContain('Did you mean');
  });
});

describe('sense', () => {
  test('what is taken over from the statement around it counts', () => {
    const preamble = (inner: string) => `{demand #p by=@russia to=@us: Three things: ${inner}}`;
    check(preamble('{demand #one: this}'), [], { hints: true });
    check(preamble('{demand #one by=@us: this}'), ['demand-without-addressee "{demand #one by=@us"'], {
      hints: true,
    });
    check('{demand #p by=@russia to=@us: Hear}\n\n{+#p: {demand #q: this}}', [], { hints: true });
    check('{demand #p by=@us: Hear {demand #q to=@us: this}}', ['demand-to-self "to=@us"']);
  });

  test('the author by name is the author', () => {
    check(`${HEAD}{demand #a to=@wu: Do it}`, ['demand-to-self "to=@wu"']);
  });

  test('who may answer: the addressee, and whoever is affiliated', () => {
    const ask = (to: string, by: string) =>
      `{demand #d to=@${to}: x} {claim by=@${by} answers=#d response=agree: y}`;
    check(ask('nato', 'us'), []);
    check(ask('us', 'nato'), []);
    check(ask('russia', 'putin'), []);
    check(ask('russia', 'us'), ['answered-by-stranger "#d"']);
    check(`${HEAD}${ask('us', 'author')}`, []);
    check('{demand #d to=@us: x} {claim by=@us answers=#d response=withdraw: y}', [
      'answered-by-stranger "#d"',
    ]);
  });

  test('an affiliation that changes is noticed', () => {
    const { workspace, linter } = lint('{demand #d to=@russia: x}\n\n{claim by=@us answers=#d: y}');
    const document = [...workspace.documents.values()][0];
    if (!document) throw new Error('no document');
    expect(linter.findingsIn(document).map((finding) => finding.rule)).toContain('answered-by-stranger');
    workspace.setCodebook(
      '/w/demarche.yaml',
      CODEBOOK.replace('kind: organization', 'kind: organization, of: russia'),
    );
    expect(linter.findingsIn(document).map((finding) => finding.rule)).not.toContain('answered-by-stranger');
  });

  test('a circle of any length is found once', () => {
    check(
      '{claim #a supports=#b: x}\n\n{claim #b supports=#c,#d: x}\n\n{claim #c supports=#a: x} {claim #d: x}',
      ['circular-support "#a"'],
    );
  });

  test('taking the last of several values out leaves the others', () => {
    expect(mended('{claim #a supports=#b,#a: x} {claim #b: y}', 'Take it out')[0]).toBe(
      '{claim #a supports=#b: x} {claim #b: y}',
    );
  });

  test('a quotation inside a piece of another’s statement is attributed', () => {
    const quote = '“no room for any retreat”';
    check(`{claim #a by=@us: x} and {+#a: ${quote}}`, [], { hints: true });
    check(`{claim #a: x} and {+#a: ${quote}}`, [`unattributed-quotation "${quote}"`], { hints: true });
    check('“no {@us: room} for retreat”', ['unattributed-quotation "“no {@us: room} for retreat”"'], {
      hints: true,
    });
    check('「现在已经没有退路了」', ['unattributed-quotation "「现在已经没有退路了」"'], { hints: true });
  });
});

describe('the head', () => {
  test('is not judged before it is whole', () => {
    check('---\ntit', ['unclosed-head "---"'], { hints: true });
    check('---\nauthor: [x\n---\n\nx', ['invalid-yaml "["'], { hints: true });
  });

  test('a document without one is left alone', () => {
    check('Just a text.', [], { hints: true });
  });
});
