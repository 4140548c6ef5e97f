/** Tagging what is selected. */
import type { Position, Range } from 'vscode-languageserver-types';

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

export interface ChoicesResult {
  /** Those whom the document names most often first, then by name; the author is not among them. */
  readonly actors: readonly ActorChoice[];
  readonly topics: readonly TopicChoice[];
  readonly positions: readonly { readonly value: string; readonly note: string }[];
  readonly kinds: readonly string[];
  /** Who makes a statement there that does not say who, and to whom it is addressed. */
  readonly defaults: {
    readonly by: readonly string[];
    readonly to: readonly string[];
    readonly isTakenOver: boolean;
  };
  /** The names of those who stand in `defaults`, and of the author. */
  readonly author: string;
  /** The selected words as published, on one line; of many, the first. */
  readonly words: string;
  /** Whom they call by name, the likeliest first. */
  readonly called: readonly string[];
  /** The file that takes new names: the codebook's name, or null for the document's head. */
  readonly codebook: string | null;
}

export interface ActorChoice {
  readonly id: string;
  readonly name: string;
  readonly aka: readonly string[];
  readonly kind: string | null;
  /** How often the document mentions it, or has it make or receive a statement. */
  readonly count: number;
}

export interface TopicChoice {
  readonly id: string;
  readonly name: string;
  /** The name of the topic that it is part of. */
  readonly in: string | null;
  readonly count: number;
}

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
