/** What stands for a codebook or a head that is not there. */
import type { Codebook, Head, LintSettings } from './codebook.ts';

const NO_LINT: LintSettings = { rules: new Map(), include: [], exclude: [] };

export const EMPTY_CODEBOOK: Codebook = {
  actors: new Map(),
  topics: new Map(),
  attributes: new Map(),
  lint: NO_LINT,
  problems: [],
};

export const EMPTY_HEAD: Head = {
  id: null,
  title: null,
  authors: [],
  date: null,
  source: null,
  section: null,
  type: null,
  lang: null,
  coder: null,
  codebook: null,
  sourceHash: null,
  actors: new Map(),
  topics: new Map(),
  lint: NO_LINT,
  problems: [],
};
