import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { quoted } from '../../server/src/pictures/dot.ts';
import { elementsOf, fileOf, parseXml, svgOf } from './kit.ts';

const EVIL = `</style></text><script>alert(1)</script><img src=x onerror=alert(2)>]]>&lt;&"'`;
/** The same where YAML or an attribute's quotes are around it. */
const QUOTED = EVIL.replaceAll('"', '\\"');
const CODEBOOK = `actors:
  evil: { name: "${QUOTED}", kind: state }
  norland: { name: "a\\u0000b\\u001b[31m", kind: person }
topics:
  dam: { name: "${QUOTED}" }
`;
const TEXT = `---
title: "${QUOTED}"
author: "${QUOTED}"
source: "javascript:alert(3)"
date: 2024-01-01
---

# ${EVIL}

{claim #a by=@evil topic=dam position=support place="${QUOTED}": ${EVIL} {>> ${EVIL} <<}}
{demand #b by=@norland to=@evil topic=dam position=oppose: ${EVIL}}
{claim by=@evil answers=#b response="${QUOTED}" supports=#a: ${EVIL}}

# More

{claim supports=#a,#${'other'}/far: \u0008\u000b${EVIL}\ud800}
`;
const FILES = {
  codebook: CODEBOOK,
  others: { 'other.demarche': `---\ntitle: "${QUOTED}"\n---\n\n{claim #far by=@evil: ${EVIL}}` },
};

const ELEMENTS = new Set('svg g text tspan rect path circle polygon line defs marker title style'.split(' '));

test.each(['argument', 'network'] as const)(
  'a hostile document is words and nothing else in the %s',
  (kind) => {
    const inView = svgOf(TEXT, kind, FILES);
    for (const svg of [inView, fileOf(TEXT, { kind }, FILES).text]) {
      for (const { name, attributes } of elementsOf(parseXml(svg))) {
        expect(ELEMENTS).toContain(name);
        for (const [key, value] of Object.entries(attributes)) {
          expect(key).not.toMatch(/^on|href|^style$/i);
          if (value.includes('url(')) expect(value).toMatch(/^url\(#demarche-\w+\)$/);
        }
      }
    }
    expect(parseXml(inView).text).toContain('<script>');
  },
);

test.each(['argument', 'network', 'demands'] as const)(
  'nor does it do anything in the page of the %s',
  (kind) => {
    const { text } = fileOf(TEXT, { kind, format: 'html' }, FILES);
    const page = new Set(
      'html head meta title style body h1 h2 h3 p div ul li strong span table thead tbody tr th td'.split(
        ' ',
      ),
    );
    for (const { name, attributes } of elementsOf(parseXml(text))) {
      expect(page.has(name) || ELEMENTS.has(name) ? '' : name).toBe('');
      expect(Object.keys(attributes).filter((key) => /^on|href|^src|^style$/i.test(key))).toEqual([]);
    }
    expect(text.match(/<\/style>/g)).toHaveLength(1);
    // The policy allows this style sheet, and nothing else.
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(text).toContain(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;"`);
  },
);

test('a page has the picture and all its words, without a picture for the ledger', () => {
  const page = (kind: 'argument' | 'network' | 'demands') =>
    fileOf(TEXT, { kind, format: 'html' }, FILES).text;
  expect(page('argument')).toMatch(/<svg[^]*<ul>/);
  expect(page('network')).toMatch(/<svg[^]*<table>/);
  expect(page('demands')).toContain('<table>');
  expect(page('demands')).not.toContain('<svg');
});

test.each(['argument', 'network'] as const)('DOT of the %s quotes whatever there is', (kind) => {
  const { text } = fileOf(TEXT, { kind, format: 'dot' }, FILES);
  // Without its quoted strings, nothing is left of the words.
  const bare = text.replace(/"(?:\\.|[^"\\])*"/g, '""');
  expect(bare).not.toContain('script');
  expect(bare).toMatch(/^digraph demarche \{\n[^]*\n\}\n$/);
  expect(bare).not.toContain('<');
});

test('what Graphviz would read in a label is written out', () => {
  expect(quoted('a "b" \\N\n&amp;')).toBe('"a \\"b\\" \\\\N\\n&amp;amp;"');
});

test('no look depends on style attributes, which a view’s policy forbids', () => {
  expect(svgOf(TEXT, 'argument', FILES)).not.toMatch(/<style|\sstyle=/);
});
