/** The ways to mend what the rules found, or to quiet them. */
import type { DocumentModel } from '../model/document.ts';
import { type Pieces, ready } from '../model/pieces.ts';
import type { FileEdit, Finding, Fix } from '../rules/rule.ts';
import { keepsPublishedText } from '../rules/sameText.ts';
import {
  ACTION_KINDS,
  type ActionOffer,
  gathered,
  late,
  type Offers,
  offer,
  type Wants,
} from './actionOffer.ts';
import { ignoreHere, ignoreInFile } from './ignoreFinding.ts';

/**
 * The ways to mend or quiet what was found.
 *
 * @param document where it was found; null for a codebook
 */
export function remediesFor(
  document: DocumentModel | null,
  findings: readonly Finding[],
  wants: Wants,
): Pieces<ActionOffer[]> {
  return gathered(remedies(document, findings, wants));
}

function* remedies(document: DocumentModel | null, findings: readonly Finding[], wants: Wants): Offers {
  if (wants(ACTION_KINDS.fix)) {
    const fixes: { readonly fix: Fix; readonly finding: Finding }[] = [];
    for (const finding of findings) {
      fixes.push(...finding.fixes.map((fix) => ({ fix, finding })));
      yield;
    }
    // Those that keep the meaning first.
    fixes.sort((a, b) => Number(a.fix.kind === 'suggestion') - Number(b.fix.kind === 'suggestion'));
    for (const { fix, finding } of fixes) {
      const isPreferred = fix.kind === 'fix';
      yield {
        title: fix.title,
        kind: ACTION_KINDS.fix,
        finding,
        isPreferred,
        edits: () => ready(guarded(document, fix.edits)),
      };
    }
  }
  if (document === null || !wants(ACTION_KINDS.ignore)) return;
  for (const finding of oneEach(findings)) {
    const here = ignoreHere(document, finding);
    if (here)
      yield { ...offer(`Ignore ${finding.rule} in this paragraph`, ACTION_KINDS.ignore, here), finding };
    const inFile = () => ready(ignoreInFile(document, finding.rule) ?? []);
    yield { ...late(`Ignore ${finding.rule} in this file`, ACTION_KINDS.ignore, inFile), finding };
  }
}

/** One finding of each rule. */
function oneEach(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.rule, finding] as const)).values()];
}

/** No edits, if those of the document would change the published text. */
function guarded(document: DocumentModel | null, edits: readonly FileEdit[]): readonly FileEdit[] {
  if (document === null) return edits;
  const own = edits.filter(({ location }) => location === undefined || location === document.location);
  return keepsPublishedText(document, own) ? edits : [];
}
