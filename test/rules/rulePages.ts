/** Reads the page of a rule: its title, and its samples with their codebook. */
import { readFileSync } from 'node:fs';

export interface Sample {
  readonly text: string;
  /** The last `yaml codebook` fence before it, or null. */
  readonly codebook: string | null;
  /** Errors that a wrong sample has beside its own: `also=rule,rule` after the fence. */
  readonly also: readonly string[];
}

export interface RulePage {
  readonly title: string;
  readonly sections: readonly string[];
  readonly wrong: readonly Sample[];
  readonly right: readonly Sample[];
}

const PART = /^## (.+)$|^```(.*)\n([^]*?)^```$/gm;

/** The page of a rule. @throws if it has none */
export function readPage(rule: string): RulePage {
  const page = readFileSync(new URL(`../../server/src/rules/${rule}.md`, import.meta.url), 'utf8');
  const sections: string[] = [];
  const samples = { Wrong: [] as Sample[], Right: [] as Sample[] };
  let codebook: string | null = null;
  for (const [, section, info = '', text = ''] of page.matchAll(PART)) {
    const [language, ...words] = info.split(' ');
    const current = sections.at(-1);
    if (section !== undefined) sections.push(section);
    else if (language === 'yaml' && words[0] === 'codebook') codebook = text;
    else if (language === 'demarche' && (current === 'Wrong' || current === 'Right')) {
      const also =
        words
          .find((word) => word.startsWith('also='))
          ?.slice('also='.length)
          .split(',') ?? [];
      samples[current].push({ text, codebook, also });
    }
  }
  const title = /^# (.+)$/m.exec(page)?.[1] ?? '';
  return { title, sections, wrong: samples.Wrong, right: samples.Right };
}
