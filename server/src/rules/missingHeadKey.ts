/** A key that the head of every document should have. */
import type { DocumentModel } from '../model/document.ts';
import { isWhole } from './problems.ts';
import type { Draft } from './rule.ts';

/**
 * What to report where a head lacks a key. A head that is still being written has other mistakes.
 *
 * @param line the line to insert, without its line end
 */
export function missingHeadKey(
  document: DocumentModel,
  message: string,
  title: string,
  line: () => string,
): Draft[] {
  const { head, text } = document.source.preamble;
  if (head === null || !isWhole(document)) return [];
  const yaml = text.slice(head.yamlStart, head.yamlEnd);
  const { start, yamlStart } = head;
  return [
    {
      start,
      end: start + 3,
      message,
      fixes: () => {
        // Inside braces, a line would be no key.
        if (/^\s*[{[&!]/.test(yaml)) return [];
        const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
        return [
          {
            title,
            kind: 'suggestion',
            edits: [{ start: yamlStart, end: yamlStart, text: `${line()}${eol}` }],
          },
        ];
      },
    },
  ];
}
