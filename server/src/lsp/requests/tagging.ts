/** Tagging what is selected. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { ActorChoice, Choices, TopicChoice } from '../../features/choices.ts';

/** The edits that tag a selection. */
export const TAG_SELECTION = 'demarche/tagSelection';

export interface TagSelectionParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  readonly kind: 'claim' | 'demand' | 'actor' | 'memo';
  /**
   * What is known of a claim or demand: ids without their signs, words, texts. What it would have without being
   * written is left out. Where this is missing, the claimant is a placeholder.
   */
  readonly attributes?: readonly TagAttribute[];
  /** For `actor`: whom the words mention. Without, whoever goes by the selected words. */
  readonly actors?: readonly string[];
  /** For `memo`: its note, one line. Without, the cursor waits in it. */
  readonly memo?: string;
  /** Actors and topics to define, in the codebook or else in the document's head. */
  readonly entries?: readonly TagEntry[];
  /** Whether there is no place to type in, so that nothing is to be a snippet. */
  readonly isPlain?: boolean;
}

export interface TagAttribute {
  readonly name: string;
  readonly values: readonly string[];
}

/** A new actor or topic; its id is as NEW_NAME answered. */
export interface TagEntry {
  readonly section: 'actors' | 'topics';
  readonly id: string;
  readonly name: string;
  /** An actor's kind. */
  readonly kind?: string;
}

/** Edits to make as one, or why the selection can't be tagged. */
export type TagSelectionResult =
  | {
      /** Of the document itself. */
      readonly edits: readonly TagEdit[];
      /** Of the codebook. */
      readonly others: readonly { readonly uri: string; readonly edits: readonly TagEdit[] }[];
      readonly refusal: null;
    }
  | { readonly edits: null; readonly refusal: string };

/** New text for a range. Where `snippet` is set, `newText` is in VS Code's snippet syntax. */
export interface TagEdit {
  readonly range: Range;
  readonly newText: string;
  readonly snippet: boolean;
}

/** What there is to choose from for a selection; null if the document is not known. */
export const CHOICES = 'demarche/choices';

export interface ChoicesParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
}

/** What can be chosen, with what it would be without a choice. */
export type ChoicesResult = Choices;
export type { ActorChoice, TopicChoice };

/** The id that a new actor or topic gets; null if the document is not known. */
export const NEW_NAME = 'demarche/newName';

export interface NewNameParams {
  readonly textDocument: { readonly uri: string };
  readonly section: 'actors' | 'topics';
  readonly name: string;
}

export interface NewNameResult {
  readonly id: string;
  /** Somebody goes by that name already, and this is the id. */
  readonly isKnown: boolean;
}

/** The statements that a selection may continue, nearest first, and not more than can be looked through. */
export const CONTINUABLE = 'demarche/continuable';

export interface ContinuableChoice {
  /** Where its tag starts: by this it is asked for. */
  readonly position: Position;
  readonly kind: 'claim' | 'demand';
  readonly id: string | null;
  readonly words: string;
  /** Who says it to whom, on what. */
  readonly summary: string;
}

/** The edits that make a selection a continuation. */
export const CONTINUE_STATEMENT = 'demarche/continueStatement';

export interface ContinueStatementParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Range;
  /** Where the statement's tag starts; without, the nearest one before the selection. */
  readonly statement?: Position;
}
