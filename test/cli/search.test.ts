import { expect, test } from 'vitest';
import { cellsOf } from '../../server/src/cli/cells.ts';
import { CODEBOOK, SOUND, TestFolder } from './kit.ts';

const CHINESE =
  '---\ntitle: 水\n---\n\n{claim #水 by=@russia: 河流两岸的协议已经签署}，河流两岸的协议也会执行。\n';

test('hits stand below each other, also in wide characters, with whose words they are', async () => {
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'a.demarche': CHINESE, 'b.demarche': SOUND });
  const { code, out } = await folder.run(['search', '协议', '--format', 'table', '.']);
  expect(code).toBe(0);
  const [file, first = '', second = '', , sum] = out.split('\n');
  expect(file).toBe('a.demarche');
  expect(cellsOf(first.slice(0, first.indexOf('协议')))).toBe(
    cellsOf(second.slice(0, second.lastIndexOf('协议'))),
  );
  expect(first).toContain('claim by russia');
  expect(sum).toBe('2 places in 1 file');
});

test('in a pipe it is a table for programs, with the place in the file', async () => {
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'b.demarche': SOUND });
  const { out } = await folder.run(['search', 'a halt', '--context', '5']);
  expect(out).toBe(
    'path,line,column,before,words,after,statement,kind,by\r\nb.demarche,7,95," for ",a halt,". ",halt,demand,russia\r\n',
  );
  const json = JSON.parse((await folder.run(['search', '*', '--kind', 'demand', '--format', 'json'])).out);
  expect(json).toMatchObject([{ words: 'asks for a halt', line: 7, statement: 'halt' }]);
});

test('nothing found is 1; an unknown actor, no words and too many stars are 2', async () => {
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'b.demarche': SOUND });
  expect((await folder.run(['search', 'nowhere'])).code).toBe(1);
  const unknown = await folder.run(['search', 'halt', '--by', 'rusia']);
  expect([unknown.code, unknown.err]).toEqual([
    2,
    'demarche: no document and no codebook has the actor rusia. Did you mean russia?\n',
  ]);
  expect((await folder.run(['search', ' '])).code).toBe(2);
  expect((await folder.run(['search', 'a*b*c'])).code).toBe(2);
});

test('stats: a table in a pipe, one for people with a sum', async () => {
  const folder = new TestFolder({ 'demarche.yaml': CODEBOOK, 'a.demarche': CHINESE, 'b.demarche': SOUND });
  const csv = (await folder.run(['stats'])).out.split('\r\n');
  expect(csv[0]).toBe('file,claims,demands,mentions,actors,topics,characters,marked,coverage');
  expect(csv[1]).toBe('a.demarche,1,0,0,1,0,24,11,0.4583');
  const table = (await folder.run(['stats', '--format', 'table'])).out.split('\n');
  expect(table[3]).toMatch(/^2 files +1 +1 +1 +\d+ +\d+ +[\d.]+ %$/);
  const actors = (await folder.run(['stats', '--per', 'actor', '--format', 'ndjson'])).out.trim().split('\n');
  expect(JSON.parse(actors[0] ?? '')).toEqual({
    actor: 'russia',
    claims: 1,
    demands: 1,
    received: 0,
    mentions: 1,
    documents: 2,
  });
});
