/** Texts for the desk: one that would run something if it could, and a long one. */

/** What a page that puts words in as markup would run. */
const MARKUP = '<img src=x onerror=globalThis.ran=1><script>globalThis.ran=1</script>';

/** Markup wherever a text may have words: title, section, names, topics, words, memos, ids of others' choosing. */
export const HOSTILE = `---
title: "${MARKUP}"
author: "${MARKUP}"
date: 2031-04-05
actors:
  mill: { name: "${MARKUP}", kind: state, aka: ["</text></svg>${MARKUP}"] }
  weir: { name: "javascript:globalThis.ran=1", kind: organization }
topics:
  water: { name: "]]>&lt;${MARKUP}" }
---

# ${MARKUP}

{demand #open by=@mill to=@weir topic=water if="${MARKUP.replace(/"/g, '')}": =cmd|' /C calc'!A1 ${MARKUP} <svg onload=globalThis.ran=1>}. {>> ${MARKUP} <<}

{claim #shut by=@weir answers=#open response=reject: @SUM(1+1) </tspan></text><a href="javascript:globalThis.ran=1">here</a> \\{\\{constructor.constructor('globalThis.ran=1')()\\}\\}}
`;

/**
 * @param {number} length Of the text at least, in characters.
 * @returns {string} A commentary in which some tenth is marks.
 */
export function longText(length) {
  const parts = [`---\ntitle: The long dispute\nauthor: lindqvist\ndate: 2031-04-05\n---\n`];
  let size = 0;
  for (let index = 0; size < length; index++) {
    const part = `
## Week ${index + 1}

Nobody at the lock had expected the barges before noon, and the clerk who kept the list of them had gone home to his garden, where he grew the kind of beans that win prizes in a poor year. What follows is taken from his notes, which are better than his beans.

{demand #d${index} by=@sarmatia to=@compact topic=guarantees: Velgorod asked for the list of week ${index + 1} to be shown}, which took an afternoon. {claim #c${index} by=@compact answers=#d${index} response=${index % 2 ? 'reject' : 'agree'}: the keeper of the lists had an answer ready in week ${index + 1}}, and it was read aloud. {claim #v${index} by=@aldane ${index % 2 ? 'rebuts' : 'supports'}=#c${index}: nobody reads a list aloud who means to keep it}.
`;
    size += part.length;
    parts.push(part);
  }
  return parts.join('');
}
