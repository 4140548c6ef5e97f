import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argumentAt, incomingArguments, outgoingArguments } from '../../server/src/features/callHierarchy.ts';
import { lensesOf, resolveLens } from '../../server/src/features/codeLens.ts';
import { hintsIn } from '../../server/src/features/inlayHints.ts';
import { linkedRangesAt } from '../../server/src/features/linkedEditing.ts';
import { linksIn } from '../../server/src/features/links.ts';
import { prepareRename } from '../../server/src/features/rename.ts';
import { findSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { finish } from '../../server/src/model/pieces.ts';
import { soup } from '../kit/arbitraries.ts';
import { cases } from '../kit/cases.ts';
import { openWorkspace } from '../kit/workspace.ts';

const OTHERS = { 'other.demarche': '{claim #far supports=#main/a: x} {demand #b to=@x: y}' };

test.each([{ name: 'with a codebook' }, { name: 'without one' }])(
  'every feature answers at every place of any text, within it, $name',
  ({ name }) => {
    fc.assert(
      fc.property(soup, (text) => {
        const options = name === 'without one' ? { codebook: null, others: OTHERS } : { others: OTHERS };
        const { workspace, document } = openWorkspace('', options);
        workspace.editDocument(document.location, 0, 0, text);
        const check = ({ start, end }: { start: number; end: number }) =>
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        for (let offset = 0; offset <= text.length; offset++) {
          const prepared = prepareRename(workspace, document.location, offset);
          if (prepared.refusal === null) check(prepared);
          linkedRangesAt(document, offset)?.forEach(check);
          const item = argumentAt(workspace, document, offset);
          if (item?.location !== document.location) continue;
          check(item.range);
          check(item.selection);
          for (const call of finish(outgoingArguments(workspace, item.anchor))) call.from.forEach(check);
          for (const call of finish(incomingArguments(workspace, item.anchor))) {
            if (call.item.location === document.location) call.from.forEach(check);
          }
        }
        linksIn(workspace, document).forEach(check);
        for (const { offset } of finish(hintsIn(workspace, document, 0, text.length)))
          check({ start: offset, end: offset });
        for (const { kind, anchor } of finish(lensesOf(workspace, document)))
          expect(finish(resolveLens(workspace, kind, anchor))?.title).toBeTruthy();
        const search = findSymbols(workspace, '');
        let step = search.next();
        while (!step.done) step = search.next();
        for (const symbol of step.value) if (symbol.location === document.location) check(symbol);
      }),
      cases(150),
    );
  },
);
