import { expect, describe as group, test } from 'vitest';
import type { Severity } from '../../server/src/codebook/codebook.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { Linter } from '../../server/src/rules/linter.ts';
import { CODEBOOK, CODEBOOK_LOCATION, check, LOCATION, lint } from '../kit/check.ts';

group('memos quiet rules', () => {
  test('in their own block', () => {
    check('The word {sic} stands. {>> demarche-ignore stray-brace: as printed <<}', []);
  });

  test('in the next block, where they are alone in theirs', () => {
    check('{>> demarche-ignore stray-brace: as printed <<}\n\nThe word {sic} stands.\n\nAnd {sic} again.', [
      'stray-brace "{"',
    ]);
  });

  test('several at once, and only those', () => {
    check('{>> demarche-ignore stray-brace, undefined-actor: why <<} {@rusia: Moscow} {sic} {claim #a: }', [
      'empty-tag "{claim #a: }"',
    ]);
  });

  test('also what a whole document is needed to see', () => {
    check(
      '# One\n\n### Three\n\n{>> demarche-ignore heading-skips-level: as printed <<}',
      ['heading-skips-level "### Three"', 'useless-ignore "heading-skips-level"'],
      { hints: true },
    );
    check('# One\n\n{>> demarche-ignore heading-skips-level: as printed <<}\n\n### Three', [], {
      hints: true,
    });
  });

  test('and are reported where there is nothing to quiet', () => {
    check('All is well. {>> demarche-ignore stray-brace: once <<}', ['useless-ignore "stray-brace"']);
    check('All is well.\n\n{>> demarche-ignore stray-brace: at the end <<}', [
      'useless-ignore "stray-brace"',
    ]);
    check('All is well. {>> demarche-ignore stray-braces: once <<}', ['unknown-key "stray-braces"']);
  });

  test('unless that is quieted too', () => {
    check('All is well. {>> demarche-ignore stray-brace, useless-ignore: for later <<}', []);
  });
});

group('of findings with one key, the first in a document', () => {
  const hints = { hints: true };
  const head = '---\ntitle: T\ndate: 2021\n---\n\n';

  test('of each actor', () => {
    check(
      `${head}Moscow, Russia, NATO\n\nNATO and Moscow`,
      ['untagged-mention "Moscow"', 'untagged-mention "NATO"'],
      hints,
    );
  });

  test('that no memo quiets', () => {
    const memo = '{>> demarche-ignore untagged-mention: the city <<}';
    check(`${head}Moscow ${memo}\n\nRussia\n\nMoscow`, ['untagged-mention "Russia"'], hints);
    check(`${head}Russia\n\nMoscow ${memo}`, ['untagged-mention "Russia"'], hints);
  });
});

group('severities', () => {
  const severity = (codebook: string, head: string, overrides?: ReadonlyMap<string, Severity>) =>
    lint(`${head}{claim #a: }`, { codebook, ...(overrides ? { overrides } : {}) }).findings.map(
      (finding) => finding.severity,
    );
  const withRule = (level: string) => `lint:\n  rules: { empty-tag: ${level} }\n`;
  const head = (level: string) => `---\ntitle: T\ndate: 2021\n${withRule(level)}---\n\n`;

  test('come from the rule, the codebook, the head, the command line, each over the one before', () => {
    expect(severity('', '')).toEqual(['warning']);
    expect(severity(withRule('info'), '')).toEqual(['info']);
    expect(severity(withRule('info'), head('error'))).toEqual(['error']);
    expect(severity(withRule('info'), head('error'), new Map([['empty-tag', 'hint']]))).toEqual(['hint']);
    expect(severity(withRule('off'), '')).toEqual([]);
  });

  test('change at once', () => {
    const { workspace, linter } = lint('{claim #a: }', { codebook: withRule('off') });
    workspace.setCodebook(CODEBOOK_LOCATION, withRule('error'));
    const document = workspace.document(LOCATION);
    expect(document && linter.findingsIn(document).map((finding) => finding.severity)).toEqual(['error']);
  });
});

group('a broken tag has one mistake', () => {
  test.each([
    ['{claim #a by=@nobody topic=nothing foo=bar words}', ['missing-colon "words"']],
    ['{claim #a by=@nobody topic=nothing: words', ['unclosed-tag "{claim #a by=@nobody topic=nothing:"']],
    ['{clam #a by=@nobody topic=nothing: words}', ['unknown-tag "clam"']],
    ['{claim #a by=@nobody position=support: }', ['empty-tag "{claim #a by=@nobody position=support: }"']],
    ['{claim #a: x {claim #b: y {>> z', ['unclosed-memo "{>>"']],
    ['{claim #a by=: x}', ['malformed-attribute "by="']],
    ['{claim #a # : x}', ['malformed-attribute "#"']],
    ['{claim #a ＃ : x}', ['malformed-attribute "＃"']],
  ])('%s', (text, expected) => {
    check(text, expected);
  });

  test('and is never the one that has a name already', () => {
    check('{claim #a words}\n\n{claim #a: words}', ['missing-colon "words"']);
    check('{claim #a: words}\n\n{claim #a words}', ['missing-colon "words"']);
  });
});

group('only what a change touches is looked at again', () => {
  const blocks = 2_000;
  const sentence = (index: number) =>
    `{@${index % 2 ? 'russia' : 'us'}: They} say {claim #s${index} by=@nato topic=${index === 7 ? 'security' : 'enlargement'}: so}.`;
  const open = () => {
    const workspace = new Workspace();
    const linter = new Linter(workspace);
    workspace.setCodebook(CODEBOOK_LOCATION, CODEBOOK);
    const text = Array.from({ length: blocks }, (_, index) => sentence(index)).join('\n\n');
    const document = workspace.setDocument(LOCATION, text);
    linter.findingsIn(document);
    expect(linter.blocksChecked).toBe(blocks);
    /** How many blocks are looked at after a change. */
    const cost = (change: () => void) => {
      const before = linter.blocksChecked;
      change();
      linter.findingsIn(document);
      return linter.blocksChecked - before;
    };
    return { workspace, document, cost };
  };

  test('a key in the text', () => {
    const { workspace, document, cost } = open();
    const place = document.source.startOf(1_000) + 12;
    expect(cost(() => workspace.editDocument(LOCATION, place, place, 'x'))).toBe(1);
  });

  test('a statement that others refer to', () => {
    const { workspace, document, cost } = open();
    const end = document.source.length;
    expect(cost(() => workspace.editDocument(LOCATION, end, end, '\n\n{claim supports=#s3: x}'))).toBe(2);
    const place = document.source.startOf(3) + 1;
    expect(cost(() => workspace.editDocument(LOCATION, place, place, 'x'))).toBeLessThanOrEqual(3);
  });

  test('an entry of the codebook', () => {
    const { workspace, cost } = open();
    const renamed = CODEBOOK.replace('European security', 'Security in Europe');
    expect(cost(() => workspace.setCodebook(CODEBOOK_LOCATION, renamed))).toBe(1);
    const kind = renamed.replace('kind: person', 'kind: person, role: GOV, note: Since 2012');
    expect(cost(() => workspace.setCodebook(CODEBOOK_LOCATION, kind))).toBe(0);
    const country = kind.replace('name: Russia', 'name: Russia, country: RUS');
    expect(cost(() => workspace.setCodebook(CODEBOOK_LOCATION, country))).toBe(blocks / 2);
  });

  test('all, where actors have other names: any text may hold one', () => {
    const { workspace, cost } = open();
    const added = CODEBOOK.replace('topics:', '  china: { name: China }\ntopics:');
    expect(cost(() => workspace.setCodebook(CODEBOOK_LOCATION, added))).toBe(blocks);
    const alias = added.replace('aka: [Moscow]', 'aka: [Moscow, the Kremlin]');
    expect(cost(() => workspace.setCodebook(CODEBOOK_LOCATION, alias))).toBe(blocks);
    expect(cost(() => workspace.setCodebook(CODEBOOK_LOCATION, `# names\n${alias}`))).toBe(0);
  });
});

group('whether a demand is answered', () => {
  const OTHER = '/w/other.demarche';
  const demand = '{demand #key by=@russia to=@us: x}';
  const reply =
    '{claim #note by=@us: x}\n\n{+#note: {claim #more: y}}\n\n{+#more: {claim answers=#text/key response=reject: z}}';
  const open = (other: string) => {
    const overrides = new Map<string, Severity>([['unanswered-demand', 'warning']]);
    const linted = lint(demand, { others: { [OTHER]: other }, overrides });
    const { workspace, linter } = linted;
    const isOpen = () => {
      const document = workspace.document(LOCATION);
      return (
        document !== null && linter.findingsIn(document).some(({ rule }) => rule === 'unanswered-demand')
      );
    };
    const replace = (words: string, by: string) => {
      const start = workspace.document(OTHER)?.source.text.indexOf(words) ?? -1;
      workspace.editDocument(OTHER, start, start + words.length, by);
    };
    return { workspace, isOpen, replace };
  };

  test('follows what the answer takes over from statements of other blocks', () => {
    const { isOpen, replace } = open(reply);
    expect(isOpen()).toBe(false);
    replace('by=@us', 'by=@nobody');
    expect(isOpen()).toBe(true);
    replace('by=@nobody', 'by=@us');
    expect(isOpen()).toBe(false);
  });

  test('follows the other document, its head and its coming and going', () => {
    const { workspace, isOpen, replace } = open(`---\ntitle: T\n---\n\n${reply}`);
    expect(isOpen()).toBe(false);
    replace('title: T', 'coder: kh');
    expect(isOpen()).toBe(true);
    replace('coder: kh', 'title: T');
    expect(isOpen()).toBe(false);
    workspace.removeDocument(OTHER);
    expect(isOpen()).toBe(true);
    workspace.setDocument(OTHER, reply);
    expect(isOpen()).toBe(false);
  });

  test('is told to the demand’s document alone, and only by what answers', () => {
    const { workspace, replace } = open(`${reply}\n\nwords\n\nmore`);
    const touched: string[][] = [];
    workspace.onTouched(({ documents }) =>
      touched.push([...documents.keys()].map(({ location }) => location)),
    );
    replace('words', 'other words');
    expect(touched).toEqual([[]]);
    replace('z}', 'zz}');
    expect(touched.at(-1)).toEqual([LOCATION]);
  });
});
