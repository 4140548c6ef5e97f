/** How the states of demands are called, and how they look. */
import * as vscode from 'vscode';

/** A demand that nobody has answered: what the server calls it. */
export const OPEN = 'open';

const ICONS: Readonly<Record<string, readonly [icon: string, colour?: string]>> = {
  [OPEN]: ['circle-large-outline'],
  negotiate: ['comment-discussion'],
  counter: ['arrow-swap'],
  decline: ['circle-slash'],
  agree: ['check', 'testing.iconPassed'],
  accede: ['pass-filled', 'testing.iconPassed'],
  reject: ['close', 'testing.iconFailed'],
  refuse: ['error', 'testing.iconFailed'],
  withdraw: ['discard'],
};

/** @param state a response or `open`; null where addressees differ */
export function stateIcon(state: string | null): vscode.ThemeIcon {
  const [icon, colour] = ICONS[state ?? ''] ?? [state === null ? 'circle-large-outline' : 'comment'];
  return new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

/** A state in words; a codebook's own response as it is written. */
export function stateName(state: string): string {
  const { t } = vscode.l10n;
  switch (state) {
    case OPEN:
      return t('Open');
    case 'negotiate':
      return t('Talks offered');
    case 'counter':
      return t('Countered');
    case 'decline':
      return t('Answer avoided');
    case 'agree':
      return t('Agreed');
    case 'accede':
      return t('Done');
    case 'reject':
      return t('Rejected');
    case 'refuse':
      return t('Not done');
    case 'withdraw':
      return t('Withdrawn');
    default:
      return state;
  }
}
