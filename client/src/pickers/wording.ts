/** The words of the pickers. */
import * as vscode from 'vscode';
import type { Wording } from './entries.ts';
import type { Question, StatementKind } from './statement.ts';

export function wording(): Wording {
  const { t } = vscode.l10n;
  return {
    recent: t('chosen lately'),
    here: t('in this document'),
    codebook: t('in the codebook'),
    author: t('the author'),
    takenOver: t('as the statement around it'),
    noAddressee: t('Nobody in particular'),
    noTopic: t('No topic'),
    newActor: t('Somebody new, by the name typed here…'),
    newTopic: t('A new topic, by the name typed here…'),
    newCalled: (name) => t('New: {0}', name),
    asBefore: (statement) => t('As before: {0}', statement),
    thatIsAll: (names) => t('Only {0}', names),
    neither: t('Neither for nor against'),
    noKind: t('Leave open'),
  };
}

export function titleFor(kind: StatementKind | 'actor' | 'memo'): string {
  const { t } = vscode.l10n;
  switch (kind) {
    case 'claim':
      return t('Tag as Claim');
    case 'demand':
      return t('Tag as Demand');
    case 'actor':
      return t('Tag as Actor');
    case 'memo':
      return t('Add Memo');
  }
}

/** What a step asks, in the field where one types. */
export function questionFor(question: Question, kind: StatementKind): string {
  const { t } = vscode.l10n;
  switch (question) {
    case 'by':
      return kind === 'claim'
        ? t('Who claims this? A comma adds another.')
        : t('Who demands this? A comma adds another.');
    case 'to':
      return t('Of whom? A comma adds another.');
    case 'topic':
      return t('On what topic? A comma adds another.');
    case 'position':
      return t('For or against it?');
  }
}

export function mentionQuestion(): string {
  return vscode.l10n.t('Whom do the words mention? A comma adds another.');
}

export function switchTooltip(kind: StatementKind): string {
  const { t } = vscode.l10n;
  return kind === 'claim' ? t('Make It a Demand') : t('Make It a Claim');
}

/** @param codebook the file that takes it; null for the document's head */
export function newTitle(section: 'actors' | 'topics', codebook: string | null): string {
  const { t } = vscode.l10n;
  if (section === 'topics')
    return codebook === null ? t('New Topic, for This Document') : t('New Topic in {0}', codebook);
  return codebook === null ? t('New Actor, for This Document') : t('New Actor in {0}', codebook);
}

export function nameQuestion(section: 'actors' | 'topics'): string {
  const { t } = vscode.l10n;
  return section === 'actors' ? t('The name of the actor') : t('The name of the topic');
}

export function nameMissing(): string {
  return vscode.l10n.t('A name has at least one letter or digit.');
}

export function kindQuestion(name: string, id: string): string {
  return vscode.l10n.t('What is {0} (@{1})?', name, id);
}
