/** A new actor or topic on the way: asks for no more than is needed. */
import type * as vscode from 'vscode';
import type { ChoicesResult, TagEntry } from '../../../server/src/lsp/requests/index.ts';
import type { LanguageServer } from '../languageServer.ts';
import { newNameFor } from '../requests/tagging.ts';
import { kindEntries } from './entries.ts';
import { ask, pick } from './pick.ts';
import { kindQuestion, nameMissing, nameQuestion, newTitle, wording } from './wording.ts';

export interface NewName {
  readonly server: LanguageServer;
  readonly document: vscode.TextDocument;
  readonly choices: ChoicesResult;
  readonly section: TagEntry['section'];
  /** As far as it is known. */
  readonly name: string;
  readonly title: string;
}

/** The id to use, and what has to be defined for it: nothing, if somebody goes by that name already. */
export interface Named {
  readonly id: string;
  readonly entry: TagEntry | null;
}

/** @returns undefined if the coder gave up */
export async function nameNew(wanted: NewName): Promise<Named | 'back' | undefined> {
  const { server, document, choices, section } = wanted;
  const title = newTitle(section, choices.codebook);
  let { name } = wanted;
  if (name === '') {
    const answer = await ask({
      title,
      prompt: nameQuestion(section),
      canGoBack: true,
      check: (value) => (/[\p{L}\p{Nd}]/u.test(value) ? null : nameMissing()),
    });
    if (answer === undefined || answer === 'back') return answer;
    name = answer.value.trim();
  }
  const found = await newNameFor(server, document, section, name);
  if (found.isKnown) return { id: found.id, entry: null };
  const { id } = found;
  if (section === 'topics') return { id, entry: { section, id, name } };
  const known = { choices, recentActors: [], recentTopics: [], words: wording() };
  const picked = await pick({
    title,
    placeholder: kindQuestion(name, id),
    canGoBack: true,
    entries: () => kindEntries(known),
    takesSeveral: false,
  });
  if (picked === undefined || picked.type !== 'ids') return picked && 'back';
  const [kind] = picked.ids;
  return { id, entry: { section, id, name, ...(kind ? { kind } : {}) } };
}
