/** The forms of `lint --format`, by name. */
import { type Paint, paintFor } from './colours.ts';
import { GITHUB_FORM } from './lintGithub.ts';
import { JSON_FORM, NDJSON_FORM } from './lintJson.ts';
import type { LintForm } from './lintReport.ts';
import { SARIF_FORM } from './lintSarif.ts';
import { TextForm } from './lintText.ts';

/** How text is told where it goes; other forms need none of it. Plain data. */
export interface FormSettings {
  readonly name: FormName;
  /** Cells of a line. */
  readonly width: number;
  readonly isTerminal: boolean;
  readonly showsHints: boolean;
}

const FORMS = {
  text: ({ width, isTerminal, showsHints }: FormSettings) => {
    const paint: Paint = paintFor({ isTTY: isTerminal }, process.env);
    return new TextForm(paint, { width, showsHints });
  },
  json: () => JSON_FORM,
  ndjson: () => NDJSON_FORM,
  sarif: () => SARIF_FORM,
  github: () => GITHUB_FORM,
} satisfies Record<string, (settings: FormSettings) => LintForm>;

export type FormName = keyof typeof FORMS;

export const FORM_NAMES = Object.keys(FORMS) as FormName[];

export function formOf(settings: FormSettings): LintForm {
  return FORMS[settings.name](settings);
}
