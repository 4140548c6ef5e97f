/** The same places, whatever the client counts within lines. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  PrepareRenameRequest,
  type Range,
  RenameRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ENCODINGS, type Encoding, negotiateEncoding } from '../../server/src/lsp/encodings.ts';
import { Texts } from '../../server/src/lsp/texts.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { FULL_CAPABILITIES, TestClient } from '../kit/client.ts';
import { CODEBOOK } from '../kit/workspace.ts';

type Position = Range['start'];

/** Counts in another way than the server does: with what the platform has. */
function count(words: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return words.length;
  return encoding === 'utf-8' ? new TextEncoder().encode(words).length : [...words].length;
}

function positionOf(text: string, offset: number, encoding: Encoding): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: count(lines.at(-1) ?? '', encoding) };
}

/** The offset of a position that is sure to be one. */
function offsetOf(text: string, position: Position, encoding: Encoding): number {
  for (let offset = 0; offset <= text.length; offset++) {
    // Between the halves of a line end, what follows looks like a line of its own.
    if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
    const each = positionOf(text, offset, encoding);
    if (each.line === position.line && each.character === position.character) return offset;
  }
  throw new Error(`no place: ${JSON.stringify(position)}`);
}

const wordsAt = (text: string, range: Range, encoding: Encoding) =>
  text.slice(offsetOf(text, range.start, encoding), offsetOf(text, range.end, encoding));

test('the first that the client names and we know', () => {
  expect(negotiateEncoding(undefined)).toBe('utf-16');
  expect(negotiateEncoding([])).toBe('utf-16');
  expect(negotiateEncoding(['utf-7', 'utf-32', 'utf-16'])).toBe('utf-32');
  expect(negotiateEncoding(['utf-16', 'utf-8'])).toBe('utf-16');
  expect(negotiateEncoding('utf-8' as never)).toBe('utf-16');
});

const piece = fc.constantFrom(
  'a',
  'é',
  '水',
  'ضفة',
  '👩‍🌾',
  '🌊',
  '\ud83c',
  '\udf0a',
  '\r\n',
  '\n',
  '\r',
  ' ',
  '{claim: ',
  '}',
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

function textsOf(text: string, encoding: Encoding): Texts {
  const texts = new Texts(new Workspace());
  texts.encoding = encoding;
  texts.setOpen('x', TextDocument.create('x', 'demarche', 1, text));
  return texts;
}

describe.each(ENCODINGS)('%s', (encoding) => {
  test('every offset is a position, and the way back leads to it', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(90), { minLength: 1 }), (text, offsets) => {
        const texts = textsOf(text, encoding);
        for (const each of offsets) {
          const offset = Math.min(each, text.length);
          const position = texts.positionAt('x', offset);
          const back = texts.offsetAt('x', position);
          // Between the halves of a line end or of a pair there is no position.
          expect(offset - back).toBeLessThanOrEqual(1);
          expect(back).toBeLessThanOrEqual(offset);
          expect(position).toEqual(positionOf(text, back, encoding));
          if (back < offset) {
            const between = text.slice(back, offset + 1);
            expect(/^(\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(between)).toBe(true);
          }
        }
      }),
    );
  });

  test('any position is an offset of its line', () => {
    fc.assert(
      fc.property(anyText, fc.nat(12), fc.nat(60), (text, line, character) => {
        const texts = textsOf(text, encoding);
        const offset = texts.offsetAt('x', { line, character });
        const lines = text.split(/\r\n|\r|\n/);
        if (line >= lines.length) expect(offset).toBe(text.length);
        else {
          const position = positionOf(text, offset, encoding);
          expect(position.line).toBe(line);
          expect(position.character).toBeLessThanOrEqual(
            Math.min(character, count(lines[line] ?? '', encoding)),
          );
        }
      }),
    );
  });

  test('edits: the text becomes what the client has', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(fc.tuple(fc.nat(60), fc.nat(60), anyText), { maxLength: 6 }),
        (text, edits) => {
          const texts = textsOf(text, encoding);
          let now = text;
          edits.forEach(([a, b, inserted], index) => {
            const range = texts.rangeAt('x', Math.min(a, b), Math.max(a, b));
            const change = texts.change('x', { range, text: inserted }, index + 2);
            now = now.slice(0, change.start) + inserted + now.slice(change.end);
            expect(texts.at('x')?.getText()).toBe(now);
            expect(texts.positionAt('x', now.length)).toEqual(positionOf(now, now.length, encoding));
          });
        },
      ),
    );
  });
});

const URI = 'file:///w/main.demarche';
const TEXT = `🌊 水位 {@norland: Arnby 🏛️} قالت {demand #مطلب by=@norland to=@sudmark topic=dam: يفتح 闸门 🚪}.\r
{claim #答 by=@sudmark answers=#مطلب response=reject: 👎 no {>> 备注 🗒️\r
and more 🗒️ <<}} {@nobody: 谁}.\r
`;

async function opened(encoding: Encoding): Promise<TestClient> {
  const client = TestClient.inProcess();
  const general = { positionEncodings: [encoding] };
  const { capabilities } = await client.initialize({ ...FULL_CAPABILITIES, general });
  expect(capabilities.positionEncoding).toBe(encoding);
  await client.open('file:///w/demarche.yaml', CODEBOOK.replace('name: Norland', 'name: Norland 🇳🇴'), 'yaml');
  await client.open(URI, TEXT);
  return client;
}

/** Everything that a session says of places, as the words that stand there. */
async function sessionIn(encoding: Encoding): Promise<unknown> {
  const { connection } = await opened(encoding);
  const textDocument = { uri: URI };
  const place = (words: string) => positionOf(TEXT, TEXT.indexOf(words), encoding);
  const edited = TEXT.replace('👎 no', '👎👎 nö');
  const range = { start: place('👎 no'), end: positionOf(TEXT, TEXT.indexOf(' {>>'), encoding) };
  const contentChanges = [{ range, text: '👎👎 nö' }];
  await connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: URI, version: 2 },
    contentChanges,
  });
  const shown = (ranges: readonly { range: Range }[]) =>
    ranges.map((each) => wordsAt(edited, each.range, encoding));
  const position = positionOf(edited, edited.lastIndexOf('مطلب'), encoding);
  const at = { textDocument, position };
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  const definition = await connection.sendRequest(DefinitionRequest.type, at);
  const highlights = await connection.sendRequest(DocumentHighlightRequest.type, at);
  const prepared = await connection.sendRequest(PrepareRenameRequest.type, at);
  const renamed = await connection.sendRequest(RenameRequest.type, { ...at, newName: '要求' });
  const tokens = await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  return {
    diagnostics: report.kind === 'full' ? shown(report.items) : null,
    symbols: shown(symbols as { range: Range }[]),
    definition: shown(definition as { range: Range }[]),
    highlights: shown(highlights ?? []),
    prepared: shown([prepared as { range: Range }]),
    renamed: shown(renamed?.changes?.[URI] ?? []),
    tokens: tokenWords(edited, tokens?.data ?? [], encoding),
  };
}

function tokenWords(text: string, data: readonly number[], encoding: Encoding): string[] {
  const words: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(i, i + 3);
    character = down > 0 ? right : character + right;
    line += down;
    const range = { start: { line, character }, end: { line, character: character + length } };
    words.push(wordsAt(text, range, encoding));
  }
  return words;
}

test('a session says the same in all three', async () => {
  const expected = (await sessionIn('utf-16')) as Record<string, string[]>;
  expect(expected.definition).toEqual(['#مطلب']);
  expect(expected.renamed).toEqual(['مطلب', 'مطلب']);
  expect(expected.diagnostics).toContain('@nobody');
  expect(expected.tokens).toEqual(expect.arrayContaining(['{>> 备注 🗒️', 'and more 🗒️ <<}']));
  expect(await sessionIn('utf-8')).toEqual(expected);
  expect(await sessionIn('utf-32')).toEqual(expected);
});
