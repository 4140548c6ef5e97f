/** What every mistake in the marks comes to: the language's table, row by row. */
import { type Row, rows } from './rows.ts';

rows('missing-colon', [
  ['{claim #a by=@x the words}', ['claim #a by=@x "the words"'], ['1:17 missing-colon "the"']],
  ['{claim #a}', ['claim #a ""'], ['1:10 missing-colon "}"']],
  ['{@x}', ['mention @x ""'], ['1:4 missing-colon "}"']],
  ['{@x  }', ['mention @x " "'], ['1:6 missing-colon "}"']],
  ['{+#a b}', ['continuation #a "b"'], ['1:6 missing-colon "b"']],
  ['{claim\nby=@x\nwords}', ['claim by=@x "⏎words"'], ['3:1 missing-colon "words"']],
  [
    '{claim #a by=@x the words',
    ['claim #a by=@x ""', '" the words"'],
    ['1:1 missing-colon "{claim #a by=@x"'],
  ],
  ['{claim by=@x,by=@y by= a}', ['claim by=@x,by "=@y by= a"'], ['1:16 missing-colon "=@y"']],
]);

rows('unknown-tag', [
  ['{clam #a: x}', ['unknown clam #a "x"'], ['1:2 unknown-tag "clam"']],
  ['{clam by=@y: {@x: x}}', ['unknown clam by=@y', '  mention @x "x"'], ['1:2 unknown-tag "clam"']],
  ['{Claim #a: x', ['unknown Claim #a "x"'], ['1:1 unclosed-tag "{Claim #a:"']],
]);

rows('stray-brace', [
  ...[
    '{sic}',
    '{clam: x}',
    '{clam #a x}',
    '{ }',
    '{ @x: a}',
    '{-}',
    '{#a: x}',
    '{@: x}',
    '{+: x}',
    '{+a: x}',
  ].map((text): Row => [text, [`"${text}"`], [`1:1 stray-brace "{" with 1:${text.length}`]]),
  ['{}', ['"{}"'], ['1:1 stray-brace "{" with 1:2']],
  ['a} b', ['"a} b"'], ['1:2 stray-brace "}"']],
  ['{', ['"{"'], ['1:1 stray-brace "{"']],
  ['{{@x: a}', ['"{"', 'mention @x "a"'], ['1:1 stray-brace "{"']],
  ['{@x: a}}', ['mention @x "a"', '"}"'], ['1:8 stray-brace "}"']],
]);

rows('unclosed', [
  ['{claim #a: x', ['claim #a "x"'], ['1:1 unclosed-tag "{claim #a:"']],
  [
    '{claim #a: x {@y: z} w',
    ['claim #a', '  "x "', '  mention @y "z"', '  " w"'],
    ['1:1 unclosed-tag "{claim #a:"'],
  ],
  ['{claim by= by=@x: x', ['claim by=? by=@x(again) "x"'], ['1:1 unclosed-tag "{claim by= by=@x:"']],
  ['a {>> x', ['"a"', 'memo "x", not closed'], ['1:3 unclosed-memo "{>>"']],
  ['{>> x <<', ['memo "x <<", not closed'], ['1:1 unclosed-memo "{>>"']],
  ['{>> x <<<}', ['memo "x <"'], []],
]);

rows('malformed-attribute', [
  ['{claim by=: a}', ['claim by=? "a"'], ['1:8 malformed-attribute "by="']],
  ['{claim =x: a}', ['claim ?=x "a"'], ['1:8 malformed-attribute "=x"']],
  ['{claim by=@: a}', ['claim by=? "a"'], ['1:8 malformed-attribute "by=@"']],
  ['{claim by=,@x: a}', ['claim by=@x? "a"'], ['1:8 malformed-attribute "by=,@x"']],
  ['{claim by=@x,,@y: a}', ['claim by=@x,@y? "a"'], ['1:8 malformed-attribute "by=@x,,@y"']],
  ['{claim by="x: a}', ['claim by=x? "a"'], ['1:8 malformed-attribute "by="x"']],
  ['{claim if="x y: a "b" c}', ['claim if=x? "y: a "b" c"'], ['1:14 missing-colon "y:"']],
  ['{claim if="x"y: a}', ['claim if=x? ""y: a"'], ['1:13 missing-colon ""y:"']],
  ['{claim if="\\{: a}', ['claim if=? "{: a"'], ['1:12 missing-colon "\\"']],
]);

rows('marks of direction are skipped, and separate nothing', [
  [
    '{\u200Eclaim \u200F#\u061Ca by\u200E=\u200E@\u200Ex\u200E,\u200E@y\u200E: z}',
    ['claim #a by=@x,@y "z"'],
    [],
  ],
  ['{+\u200E#a: z}', ['continuation #a "z"'], []],
  ['{claim if="x"\u200E: z}', ['claim if="x" "z"'], []],
  ['{claim to=#a\u200E/\u200Eb: z}', ['claim to=#a/b "z"'], []],
  ['{claim\u200E#a: z}', ['claim "‹U+200E›#a: z"'], ['1:7 missing-colon "‹U+200E›#a:"']],
]);

rows('duplicate-attribute', [
  ['{claim by=@x by=@y: a}', ['claim by=@x by=@y(again) "a"'], ['1:14 duplicate-attribute "by=@y"']],
  [
    '{claim #a t=1 #b #c: a}',
    ['claim #a t=1 #b(again) #c(again) "a"'],
    ['1:15 duplicate-attribute "#b"', '1:18 duplicate-attribute "#c"'],
  ],
  ['{claim é=1 e\u0301=2: a}', ['claim é=1 e\u0301=2(again) "a"'], ['1:12 duplicate-attribute "e\u0301=2"']],
  [
    '{claim =x =y: a}',
    ['claim ?=x ?=y "a"'],
    ['1:8 malformed-attribute "=x"', '1:11 malformed-attribute "=y"'],
  ],
]);

rows('lookalike-sign', [
  [
    '{＠x，＠y： a}',
    ['mention @x,@y "a"'],
    ['＠', '，', '＠', '：'].map((sign, i) => `1:${[2, 4, 5, 7][i]} lookalike-sign "${sign}"`),
  ],
  ['{claim t=a、b،c: ：}', ['claim t=a,b,c "："'], ['1:11 lookalike-sign "、"', '1:13 lookalike-sign "،"']],
  [
    '{claim\u00A0＃a\u3000t＝1: x}',
    ['claim #a t=1 "x"'],
    [
      [7, '‹U+00A0›'],
      [8, '＃'],
      [10, '‹U+3000›'],
      [12, '＝'],
    ].map(([column, sign]) => `1:${column} lookalike-sign "${sign}"`),
  ],
  ['{claim if="：＝，" p=a＠b＃c: x}', ['claim if="：＝，" p=a＠b＃c "x"'], []],
]);
