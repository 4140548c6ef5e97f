/** Pasting marked-up text: ids that the document has already are given anew, and what refers to them follows. */
import * as vscode from 'vscode';
import { LANGUAGE } from './documents.ts';
import type { LanguageServer } from './languageServer.ts';
import { textToPaste } from './requests/texts.ts';

const PLAIN_TEXT = 'text/plain';
const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('demarche');
/** UTF-16 units: longer pieces are pasted as they are, and what stands twice is reported. */
const LONGEST = 2_000_000;

export function providePaste(server: LanguageServer): vscode.Disposable {
  const provider: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, data, _context, token) {
      const text = await data.get(PLAIN_TEXT)?.asString();
      // Without a mark there is nothing to ask about.
      if (!text?.includes('{') || text.length > LONGEST || token.isCancellationRequested) return undefined;
      const changed = await textToPaste(server, document, ranges, text, token).catch(() => undefined);
      if (changed === undefined) return undefined;
      return [new vscode.DocumentPasteEdit(changed, vscode.l10n.t('Paste with New Ids'), KIND)];
    },
  };
  return vscode.languages.registerDocumentPasteEditProvider({ language: LANGUAGE }, provider, {
    providedPasteEditKinds: [KIND],
    pasteMimeTypes: [PLAIN_TEXT],
  });
}
