/** What a tree of ours is made of. */
import type * as vscode from 'vscode';
import type { PicturePlace } from '../requests/views.ts';

/** An actor, as far as commands on it need to know. */
export interface ActorOfView {
  readonly key: string;
  readonly id: string;
  readonly name: string;
}

export interface ViewNode {
  /** With an id that stays the same over edits, so that nothing collapses and the selection stays. */
  readonly item: vscode.TreeItem & { readonly id: string };
  /** What is below it, asked for when somebody opens it. */
  readonly children?: () => Promise<ViewNode[]>;
  /** What the pointer shows, asked for when it rests. */
  readonly tooltip?: () => Promise<vscode.MarkdownString | undefined>;
  /** Set where commands for an actor apply. */
  readonly actor?: ActorOfView;
  /** Set where it stands for a place in a text. */
  readonly place?: PicturePlace;
}
