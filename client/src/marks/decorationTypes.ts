/** How each layer looks. Colours are the theme's (`contributes.colors`), the rest is here. */
import * as vscode from 'vscode';
import { DEPTHS, type Layer } from './decorationPlan.ts';

export type DecorationTypes = Readonly<Record<Layer | 'revealed', vscode.TextEditorDecorationType>>;

/** How far the underlines of one depth are from those of the next, and how thick they are, in pixels. */
const STEP = 3;
const THICKNESS = 2;

/** Creates all types; to be disposed when others take their place. @param contrast whether nothing may be faint */
export function createDecorationTypes(contrast: boolean): DecorationTypes {
  const types: Partial<Record<Layer | 'revealed', vscode.TextEditorDecorationType>> = {};
  for (let depth = 0; depth < DEPTHS; depth++) {
    types[`claim${depth}`] = create(spanLook('claim', depth));
    types[`demand${depth}`] = create(spanLook('demand', depth));
  }
  types.mention = create({
    color: new vscode.ThemeColor('demarche.mentionForeground'),
    textDecoration: 'underline dotted 1px; text-underline-offset: 3px',
  });
  types.mentionBox = create({
    border: 'none; border-bottom: 1px dotted var(--vscode-demarche-mentionForeground); margin-top: -2px',
  });
  types.memo = create({ color: new vscode.ThemeColor('demarche.memoForeground'), fontStyle: 'italic' });
  types.memoSign = create({
    after: {
      contentText: '✎',
      color: new vscode.ThemeColor('demarche.memoForeground'),
      margin: '0 0 0 0.15em',
      textDecoration: 'none; font-size: 0.9em',
    },
  });
  types.dimmed = create({ opacity: contrast ? '0.8' : '0.65' });
  // A letter spacing keeps the editor from guessing widths: it would put the cursor beside where one clicks.
  types.hidden = create({ textDecoration: 'none; font-size: 0', letterSpacing: '0px', opacity: '0' });
  types.revealed = create({
    textDecoration: 'none; font-size: inherit !important',
    letterSpacing: 'normal !important',
    opacity: '1 !important',
  });
  types.claimBadge = create(badgeLook('C', 'claim'));
  types.demandBadge = create(badgeLook('D', 'demand'));
  types.claimMore = create(badgeLook('+', 'claim'));
  types.demandMore = create(badgeLook('+', 'demand'));
  types.claimRuler = create(rulerLook('claim', vscode.OverviewRulerLane.Left));
  types.demandRuler = create(rulerLook('demand', vscode.OverviewRulerLane.Right));
  return types as DecorationTypes;
}

function create(look: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
  return vscode.window.createTextEditorDecorationType({ ...look, rangeBehavior });
}

/**
 * A tint and an underline, higher for each depth. Each span is a box of its own behind the words, so those of nested
 * spans lie one on the other: no underline hides another, and the tint of an inner span is twice as strong, so that
 * its colour is the one that is seen.
 */
function spanLook(kind: 'claim' | 'demand', depth: number): vscode.DecorationRenderOptions {
  const line = `var(--vscode-demarche-${kind}Underline)`;
  const tint = `var(--vscode-demarche-${kind}Background)`;
  const underline = `linear-gradient(${line}, ${line}) 0 calc(100% - ${depth * STEP}px) / 100% ${THICKNESS}px no-repeat`;
  const layers = depth > 0 ? [underline, `linear-gradient(${tint}, ${tint})`, tint] : [underline, tint];
  return { border: `none; background: ${layers.join(', ')}` };
}

function badgeLook(sign: string, kind: 'claim' | 'demand'): vscode.DecorationRenderOptions {
  return {
    before: {
      contentText: sign,
      color: new vscode.ThemeColor('demarche.badgeForeground'),
      backgroundColor: new vscode.ThemeColor(`demarche.${kind}Underline`),
      margin: '0 3px 0 1px',
      textDecoration:
        'none; font-size: 10px; line-height: 14px; padding: 0 4px; border-radius: 3px; vertical-align: 1px; font-weight: 600; opacity: 1',
    },
  };
}

function rulerLook(kind: 'claim' | 'demand', lane: vscode.OverviewRulerLane): vscode.DecorationRenderOptions {
  return {
    overviewRulerColor: new vscode.ThemeColor(`demarche.${kind}Underline`),
    overviewRulerLane: lane,
  };
}
