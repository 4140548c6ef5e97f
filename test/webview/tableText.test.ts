import { expect, test } from 'vitest';
import { toCsv, toHtml, toTsv } from '../../client/webview/tableText.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1'])('%j is no formula any more', (cell) => {
  const [tsv, csv, html] = [toTsv([[cell]]), toCsv([[cell]]), toHtml([[cell]])];
  expect(tsv.startsWith("'")).toBe(true);
  expect(csv.startsWith('\uFEFF"\'')).toBe(true);
  expect(html).toMatch(/^<table><tr><th>'/);
});

test('words stay as they are', () => {
  expect(toTsv([['a – b', '望潮', 'x=1']])).toBe('a – b\t望潮\tx=1');
});

test('line ends and tabs within a cell do not break the table', () => {
  expect(toTsv([['a\tb\r\nc', 'd']])).toBe('a b c\td');
  expect(toCsv([['a "b"\nc', 'd,e']])).toBe('\uFEFF"a ""b""\nc","d,e"\r\n');
});

test('markup in a cell is text', () => {
  expect(toHtml([['Demand'], ['<b>&"']])).toBe(
    '<table><tr><th>Demand</th></tr><tr><td>&lt;b&gt;&amp;&quot;</td></tr></table>',
  );
});
