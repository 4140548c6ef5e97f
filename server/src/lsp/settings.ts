/** The settings that the server honours, as the client has them under `demarche`. */
import { SEVERITIES, type Severity } from '../codebook/codebook.ts';

export interface Settings {
  /** Mentions are listed in the outline. */
  readonly outlineMentions: boolean;
  /** The names of ids are shown beside them. */
  readonly inlayHintNames: boolean;
  /** What statements meet with is shown above them. */
  readonly codeLens: boolean;
  /** Severities of rules, over those of codebooks and heads. */
  readonly rules: ReadonlyMap<string, Severity>;
}

export const DEFAULT_SETTINGS: Settings = {
  outlineMentions: false,
  inlayHintNames: false,
  codeLens: true,
  rules: new Map(),
};

/** Reads what a client sends; whatever is not as it should be counts as not set. */
export function readSettings(value: unknown): Settings {
  const outline = property(value, 'outline');
  const rules = property(property(value, 'lint'), 'rules');
  const severities = new Map<string, Severity>();
  if (typeof rules === 'object' && rules !== null) {
    for (const [rule, severity] of Object.entries(rules)) {
      const known = SEVERITIES.find((each) => each === severity);
      if (known) severities.set(rule, known);
    }
  }
  return {
    outlineMentions: property(outline, 'mentions') === true,
    inlayHintNames: property(property(value, 'inlayHints'), 'names') === true,
    codeLens: property(property(value, 'codeLens'), 'enabled') !== false,
    rules: severities,
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
