/** Workspaces for tests: files as texts, with markers for places. */
import { type DocumentModel } from '../../server/src/model/document.ts';
import { Workspace } from '../../server/src/model/workspace.ts';
import { Linter } from '../../server/src/rules/linter.ts';
import { extractMarkers, type MarkedText } from './markers.ts';

export const CODEBOOK = `actors:
  norland: { name: Norland, kind: state, aka: [Arnby, the Norlanders] }
  sudmark: { name: Sudmark, kind: state, aka: [Velm] }
  league: { name: the River League, kind: organization }
  lind: { name: Maja Lind, kind: person, of: norland, role: GOV }
topics:
  dam: { name: the Harte dam, in: river, note: Any stage of building it. }
  river: { name: The river Harte }
attributes:
  frame: { for: [claim], values: [historical, legal], note: How the matter is framed. }
`;

export interface TestWorkspace {
  readonly workspace: Workspace;
  readonly linter: Linter;
  readonly document: DocumentModel;
  readonly text: string;
  /** The place of \`<|>\`. */
  readonly cursor: number;
  readonly ranges: MarkedText['ranges'];
  /** A range of any file as its words, with the file's name where it is another. */
  readonly show: (place: { location?: string; start: number; end: number }) => string;
}

/** A workspace with a codebook, a document with markers, and other documents by file name. */
export function openWorkspace(
  marked: string,
  { codebook = CODEBOOK as string | null, others = {} as Record<string, string> } = {},
): TestWorkspace {
  const workspace = new Workspace();
  const linter = new Linter(workspace);
  const { text, cursors, ranges } = extractMarkers(marked);
  if (codebook !== null) workspace.setCodebook('/w/demarche.yaml', codebook);
  for (const [name, other] of Object.entries(others)) workspace.setDocument(`/w/${name}`, other);
  const document = workspace.setDocument('/w/main.demarche', text);
  return {
    workspace,
    linter,
    document,
    text,
    cursor: cursors[0] ?? 0,
    ranges,
    show: ({ location = document.location, start, end }) => {
      const file = workspace.document(location)?.source.text ?? workspace.codebooks.get(location)?.text ?? '';
      const words = file.slice(start, end);
      return location === document.location ? words : `${location.slice(3)}: ${words}`;
    },
  };
}
