import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** How the page looks: for reading, on paper too, in light and in dark. Claims and demands differ in more than colour. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #5b6470; --page: #fdfcfa; --line: #d9d5cd;
  --claim: #1f5fa8; --claim-back: #1f5fa814; --demand: #a63d1e; --demand-back: #a63d1e18; --memo: #6d5a00; --memo-back: #f6eec5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e2dd; --quiet: #a0a7b0; --page: #17191c; --line: #3a3e44;
  --claim: #86b8f2; --claim-back: #86b8f21c; --demand: #f2a184; --demand-back: #f2a1841e; --memo: #e6d68a; --memo-back: #3a351c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 3rem 1.25rem 5rem; max-width: 44rem; background: var(--page); color: var(--ink);
  font: 1.0625rem/1.75 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Noto Serif", "Liberation Serif", "DejaVu Serif", serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2em 0 .6em; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-top: 0; } h2 { font-size: 1.35rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; }
p { margin: 0 0 1.1em; }
.byline, .legend, .memo, table, ul, .number { font-family: system-ui, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; }
.byline { color: var(--quiet); font-size: .875rem; margin-bottom: .4rem; } .coder::before { content: "· "; }
.legend { font-size: .8125rem; border-bottom: 1px solid var(--line); padding-bottom: 1.2rem; margin-bottom: 2.2rem; }
.legend span { margin-inline-end: 1rem; }
.claim { background: var(--claim-back); border-bottom: 1.5px solid var(--claim); }
.demand { background: var(--demand-back); border-bottom: 3px double var(--demand); }
.claim, .demand { padding: .08em 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; scroll-margin-top: 30vh; }
.claim .number { color: var(--claim); } .demand .number { color: var(--demand); }
.number { font-size: .625em; font-weight: 650; line-height: 0; padding-inline-end: .2em; }
.mention { font-weight: 600; text-decoration: underline dotted; text-decoration-thickness: 1px; text-underline-offset: .18em; }
.memo { background: var(--memo-back); color: var(--memo); border-radius: .3em; padding: .1em .45em; font-size: .78em; }
:target { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
section { border-top: 1px solid var(--line); margin-top: 3.5rem; } section h2 { font-size: 1.1rem; margin: 1.2rem 0 .8rem; }
table { border-collapse: collapse; font-size: .8125rem; line-height: 1.5; width: 100%; }
th { text-align: start; font-weight: 600; color: var(--quiet); } th, td { padding: .45rem .7rem .45rem 0; vertical-align: top; border-bottom: 1px solid var(--line); }
td:nth-child(7) { min-width: 13rem; } section:has(table) { overflow-x: auto; }
a { color: inherit; } ul { list-style: none; padding: 0; font-size: .875rem; columns: 2 16rem; } li { break-inside: avoid; padding: .15rem 0; } li span { color: var(--quiet); }
@media (min-width: 70rem) { section:has(table) { margin-inline: -10rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } section { break-before: page; } }
`;

/** The page’s policy allows this style and no other: nothing in a document can bring its own. */
export const STYLE_HASH = `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(STYLE))))}`;
