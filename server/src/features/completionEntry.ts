/** What completion offers. */
export interface CompletionEntry {
  readonly label: string;
  readonly kind: 'tag' | 'attribute' | 'value' | 'actor' | 'statement' | 'topic' | 'rule';
  /** What is named, for its documentation: an id, a rule, `attribute=value`. */
  readonly id: string;
  /** Beside the label, dimmed. */
  readonly detail: string;
  /** What typed text is compared with: an actor is found by its aliases too. */
  readonly filterText: string;
  readonly sortText: string;
  readonly insertText: string;
  /** `insertText` is a snippet with tab stops. */
  readonly snippet: boolean;
}
