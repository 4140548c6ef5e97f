import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { CODEBOOK, SOUND, TestFolder, UNSOUND } from './kit.ts';

const HEAD = '---\ntitle: T\ndate: 2022\n---\n\n';

function project(files: Record<string, string | Uint8Array>): TestFolder {
  return new TestFolder({ 'demarche.yaml': CODEBOOK, ...files });
}

/** The diagnostics of a JSON report, as `path rule line:column offset`. */
function placesIn(out: string): string[] {
  const { files } = JSON.parse(out);
  return files.flatMap(({ path, diagnostics }: { path: string; diagnostics: never[] }) =>
    diagnostics.map(
      ({ rule, start }: { rule: string; start: { line: number; column: number; offset: number } }) =>
        `${path} ${rule} ${start.line}:${start.column} ${start.offset}`,
    ),
  );
}

describe('exit codes', () => {
  test('0 where nothing is wrong, and says so', async () => {
    const { code, out, err } = await project({ 'a.demarche': SOUND }).run(['lint']);
    expect({ code, out, err }).toEqual({ code: 0, out: 'No mistakes in 2 files\n', err: '' });
  });

  test('1 for findings from the severity on that --fail-on says', async () => {
    const folder = project({ 'a.demarche': SOUND.replace('to=@us', 'to=@russia') });
    const outcomes = await Promise.all(
      ['error', 'warning', 'info'].map((severity) =>
        folder.run(['lint', 'a.demarche', '--fail-on', severity]),
      ),
    );
    expect(outcomes.map(({ code }) => code)).toEqual([0, 1, 1]);
  });

  test('--rule sets a severity, over that of codebook and head', async () => {
    const folder = project({ 'a.demarche': UNSOUND });
    expect((await folder.run(['lint', '--rule', 'undefined-actor=warning'])).code).toBe(0);
    expect(
      (await folder.run(['lint', '--rule', 'undefined-actor=off', '--rule', 'missing-date=error'])).code,
    ).toBe(0);
  });

  test('2 for a rule or a severity that is none, with the nearest', async () => {
    const folder = project({});
    const [rule, severity, form] = await Promise.all(
      ['undefined-acter=error', 'undefined-actor=bad', 'undefined-actor'].map((each) =>
        folder.run(['lint', '--rule', each]),
      ),
    );
    expect(rule).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean undefined-actor?') });
    expect(severity).toMatchObject({
      code: 2,
      err: expect.stringContaining('error, warning, info, hint, off'),
    });
    expect(form).toMatchObject({ code: 2, err: expect.stringContaining('name=severity') });
  });
});

describe('text', () => {
  test('place, severity, message, rule, and the words underlined', async () => {
    const folder = project({
      'a.demarche': UNSOUND,
      'sub/b.demarche': `${HEAD}俄罗斯说 {@russia: Moscow} {claim #a: never ends, however far the text goes on, and it goes on for more than a line of a terminal holds.\n`,
    });
    const { code, out } = await folder.run(['lint', '--hints']);
    expect(code).toBe(1);
    expect(out).toMatchSnapshot();
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('hints are counted, and shown with --hints', async () => {
    const folder = project({ 'a.demarche': SOUND.replace('title: Halfway\n', '') });
    expect((await folder.run(['lint', 'a.demarche'])).out).toBe(
      'No mistakes in 1 file · 1 hint (--hints shows it)\n',
    );
    expect((await folder.run(['lint', 'a.demarche', '--hints'])).out).toContain('missing-title');
  });

  test('colours only where they are wanted', async () => {
    const folder = project({ 'a.demarche': UNSOUND });
    const run = (env: Record<string, string>) => folder.run(['lint'], { env });
    expect((await run({})).out).not.toContain('\x1b');
    expect((await run({ FORCE_COLOR: '1' })).out).toContain('\x1b[31merror');
    expect((await run({ FORCE_COLOR: '0' })).out).not.toContain('\x1b');
    expect((await run({ NO_COLOR: '1' })).out).not.toContain('\x1b');
  });

  test('nothing in a name or a text steers the terminal', async () => {
    const folder = project({
      'a\x1b[2J.demarche': `${HEAD}\x1b]0;title\x07 \x9b31m \u202Eabc {@rus\u200Eia: x} {claim by=@nobody: \x1b[8m\r\b hidden\x7f}`,
    });
    const { out } = await folder.run(['lint']);
    expect(out).toContain('undefined-actor');
    expect(out).toContain('a\uFFFD[2J.demarche');
    expect(out).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/);
  });
});

describe('json', () => {
  const place = {
    type: 'object',
    properties: {
      line: { type: 'integer', minimum: 1 },
      column: { type: 'integer', minimum: 1 },
      offset: { type: 'integer', minimum: 0 },
    },
    required: ['line', 'column', 'offset'],
    additionalProperties: false,
  };
  const edit = {
    type: 'object',
    properties: { start: { type: 'integer' }, end: { type: 'integer' }, text: { type: 'string' } },
    required: ['start', 'end', 'text'],
    additionalProperties: false,
  };
  const file = {
    type: 'object',
    properties: {
      path: { type: 'string' },
      diagnostics: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            rule: { type: 'string' },
            severity: { enum: ['error', 'warning', 'info', 'hint'] },
            message: { type: 'string' },
            url: { type: 'string', pattern: '^https://.*/server/src/rules/[a-z-]+\\.md$' },
            start: place,
            end: place,
            fix: {
              type: ['object', 'null'],
              properties: { title: { type: 'string' }, edits: { type: 'array', items: edit, minItems: 1 } },
              required: ['title', 'edits'],
              additionalProperties: false,
            },
          },
          required: ['rule', 'severity', 'message', 'url', 'start', 'end', 'fix'],
          additionalProperties: false,
        },
      },
    },
    required: ['path', 'diagnostics'],
    additionalProperties: false,
  };
  const count = { type: 'integer', minimum: 0 };
  const report = {
    type: 'object',
    properties: {
      version: { const: 1 },
      files: { type: 'array', items: file },
      summary: {
        type: 'object',
        properties: { files: count, error: count, warning: count, info: count, hint: count },
        required: ['files', 'error', 'warning', 'info', 'hint'],
        additionalProperties: false,
      },
    },
    required: ['version', 'files', 'summary'],
    additionalProperties: false,
  };
  const ajv = new Ajv({ allowUnionTypes: true });

  test('has the shape that is published', async () => {
    const folder = project({
      'a.demarche': `${UNSOUND}\n{sic}\n`,
      'b.demarche': SOUND.replace('#halt', '#other'),
    });
    const { code, out } = await folder.run(['lint', '--format', 'json']);
    expect(code).toBe(1);
    const told = JSON.parse(out);
    expect(ajv.validate(report, told), ajv.errorsText()).toBe(true);
    expect(told.files.map((each: { path: string }) => each.path)).toEqual([
      'a.demarche',
      'b.demarche',
      'demarche.yaml',
    ]);
    expect(told.summary).toMatchObject({ files: 3, error: 2 });
    const stray = told.files[0].diagnostics.find((each: { rule: string }) => each.rule === 'stray-brace');
    expect(stray.fix.edits).toHaveLength(2);
  });

  test('is whole without a file to tell of', async () => {
    const { code, out } = await project({}).run(['lint', '--format', 'json', 'gone.demarche']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      files: [],
      summary: { files: 0, error: 0, warning: 0, info: 0, hint: 0 },
    });
  });

  test('ndjson is a file object a line', async () => {
    const folder = project({ 'a.demarche': UNSOUND, 'b.demarche': SOUND });
    const { out } = await folder.run(['lint', '--format', 'ndjson', 'a.demarche', 'b.demarche']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ path, diagnostics }) => [path, diagnostics.length])).toEqual([
      ['a.demarche', 1],
      ['b.demarche', 0],
    ]);
    for (const line of lines) expect(ajv.validate(file, line), ajv.errorsText()).toBe(true);
  });

  test('counts the byte order mark, CRLF, and UTF-16 units', async () => {
    const text = `\uFEFF${`${HEAD}🇫🇷 {@rusia: x}`.replaceAll('\n', '\r\n')}`;
    const { out } = await project({ 'a.demarche': text }).run(['lint', '--format', 'json', 'a.demarche']);
    expect(placesIn(out)).toEqual([`a.demarche undefined-actor 6:7 ${text.indexOf('@')}`]);
  });
});
