import { describe, expect, test } from 'vitest';
import { differenceOf, type Pieces, piecesOf } from '../../client/webview/svgPieces.ts';
import { toSvg } from '../../server/src/pictures/drawing.ts';
import { Memory } from '../../server/src/pictures/memory.ts';
import { makePicture } from '../../server/src/pictures/picture.ts';
import { NO_FILTER } from '../../server/src/pictures/scope.ts';
import { openWorkspace } from '../kit/workspace.ts';
import { finish, generatedText } from '../pictures/kit.ts';

const piecesIn = (svg: string) => piecesOf(svg) as Pieces;

describe('pictures in pieces', () => {
  const { workspace, document } = openWorkspace(generatedText(60));
  const memory = new Memory();
  const draw = (kind: 'argument' | 'network') =>
    toSvg(finish(makePicture(workspace, [document], kind, NO_FILTER, memory)).drawing, { isAlone: false });

  test.each(['argument', 'network'] as const)('the pieces are the whole: %s', (kind) => {
    const svg = draw(kind);
    const { opening, children } = piecesIn(svg);
    expect(children.length).toBeGreaterThan(12);
    expect(`${opening}${children.join('')}</svg>`).toBe(svg);
  });

  test('after an edit of a word, a card differs, and nothing else', () => {
    const before = piecesIn(draw('argument'));
    const place = document.source.text.indexOf(': ', document.source.text.indexOf('#s20')) + 2;
    workspace.editDocument(document.location, place, place, '<b>');
    const after = piecesIn(draw('argument'));
    const difference = differenceOf(before, after);
    expect(difference.before + difference.after).toBe(after.children.length - 1);
    expect(difference.svg).toMatch(/^<svg [^<>]*><g class="thing [^>]*data-key="main\/s20"[^]*<\/svg>$/);
  });
});

test.each([
  ['<svg a="1"><g/></svg>', '<svg a="1"><g/><g/></svg>', [1, 0, '<svg a="1"><g/></svg>']],
  ['<svg a="1"><g/><g/></svg>', '<svg a="1"><g/></svg>', [1, 0, '<svg a="1"></svg>']],
  [
    '<svg a="1"><g><g>x</g></g><p/><q/></svg>',
    '<svg a="2"><g><g>y</g></g><p/><q/></svg>',
    [0, 2, '<svg a="2"><g><g>y</g></g></svg>'],
  ],
  ['<svg a="1"></svg>', '<svg a="1"></svg>', [0, 0, '<svg a="1"></svg>']],
])('%s and then %s', (one, other, [before, after, svg]) => {
  expect(differenceOf(piecesIn(one), piecesIn(other))).toEqual({ before, after, svg });
});

test.each([
  '',
  'words',
  '<svg a="1">words<g/></svg>',
  '<svg a="1"><g></svg>',
  '<svg a="1"></g></svg>',
  '<svg a="1"><g/>words</svg>',
  '<svg a="1"><!-- a --></svg>',
  '<svg a="1"><g/></svg> ',
])('%j is not in pieces', (svg) => {
  expect(piecesOf(svg)).toBeUndefined();
});
