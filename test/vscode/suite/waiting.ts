/** Waiting for what comes by itself, and saying what did not come. */
import * as vscode from 'vscode';

/** Milliseconds; less than a test may take, so that it is said what was waited for. */
const PATIENCE = 12_000;
const PAUSE = 50;

/**
 * Asks again and again, for what no event announces: that a provider is there, or the server up.
 *
 * @param what Said if it does not come: `an outline`.
 * @returns What the probe gave, once that is neither undefined nor false.
 */
export async function eventually<T>(what: string, probe: () => T | Thenable<T>): Promise<NonNullable<T>> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await probe();
    if (found) return found as NonNullable<T>;
    if (Date.now() > deadline) throw new Error(`There was no ${what} within ${PATIENCE / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/**
 * Waits until the findings in a document are as wanted; looks at once and then at each change.
 *
 * @param what Said, with the findings that there are, if it does not happen.
 */
export async function findings(
  document: vscode.TextDocument,
  what: string,
  wanted: (rules: string[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = vscode.languages.getDiagnostics(document.uri);
      if (!wanted(found.map(ruleOf))) return;
      finish();
      resolve(found);
    };
    const finish = (): void => {
      subscription.dispose();
      clearTimeout(timer);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) look();
    });
    const timer = setTimeout(() => {
      finish();
      const rules = vscode.languages.getDiagnostics(document.uri).map(ruleOf);
      reject(new Error(`Not within ${PATIENCE / 1000} s: ${what}. Findings: ${rules.join(', ') || 'none'}.`));
    }, PATIENCE);
    look();
  });
}

/** The rule that a finding is of. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
