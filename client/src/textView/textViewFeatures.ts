/** Hover, definition and outline of text views: the source is asked, at the marks around the words. */
import * as vscode from 'vscode';
import { MENTION } from '../../../server/src/lsp/requests/index.ts';
import type { MarkedText, TagMarks } from '../marks/markedText.ts';
import type { InStep, TextViews } from './textViews.ts';
import { TEXT_SCHEME } from './textViewUri.ts';

const SELECTOR: vscode.DocumentSelector = { scheme: TEXT_SCHEME };

export function registerTextViewFeatures(views: TextViews): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(SELECTOR, {
      provideHover: async (view, position) => {
        const inStep = await views.inStep(view);
        return inStep && hoverAt(inStep, view, view.offsetAt(position));
      },
    }),
    vscode.languages.registerDefinitionProvider(SELECTOR, {
      provideDefinition: async (view, position) => {
        const inStep = await views.inStep(view);
        return inStep && definitionAt(inStep, view.offsetAt(position));
      },
    }),
    vscode.languages.registerDocumentSymbolProvider(SELECTOR, {
      provideDocumentSymbols: async (view) => {
        const inStep = await views.inStep(view);
        return inStep && outlineOf(inStep, view);
      },
    }),
  );
}

/** The tags around a published place, from the innermost outward. */
function tagsAround(marks: MarkedText, place: number): TagMarks[] {
  const from = marks.toSource(place, 'before');
  const to = marks.toSource(place, 'after');
  return [...marks.tags(from, to)]
    .filter((tag) => marks.toPublished(tag.bodyStart) <= place && place <= marks.toPublished(tag.bodyEnd))
    .reverse();
}

/** A place in the head of a tag that stands for all of it: the actor of a mention, the word of a statement. */
function headPlace({ kind, start }: TagMarks): number {
  return kind === MENTION ? start + 2 : start + 1;
}

/** What is said of the innermost mention, the innermost statement, and the memos at a place. */
async function hoverAt(
  { source, marks }: InStep,
  view: vscode.TextDocument,
  place: number,
): Promise<vscode.Hover | undefined> {
  const around = tagsAround(marks, place);
  const mention = around[0]?.kind === MENTION ? around[0] : undefined;
  const statement = around.find(({ kind }) => kind !== MENTION);
  const asked = [mention, statement].filter((tag) => tag !== undefined);
  const answers = await Promise.all(
    asked.map((tag) =>
      vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        source.uri,
        source.positionAt(headPlace(tag)),
      ),
    ),
  );
  const contents = [...memosAt(source, marks, place), ...answers.flat().flatMap((hover) => hover.contents)];
  if (contents.length === 0) return undefined;
  const [innermost] = around;
  if (innermost === undefined) return new vscode.Hover(contents);
  const start = view.positionAt(marks.toPublished(innermost.bodyStart));
  return new vscode.Hover(
    contents,
    new vscode.Range(start, view.positionAt(marks.toPublished(innermost.bodyEnd))),
  );
}

/** The memos whose sign stands at a place. */
function memosAt(source: vscode.TextDocument, marks: MarkedText, place: number): vscode.MarkdownString[] {
  const found: vscode.MarkdownString[] = [];
  const from = marks.toSource(place - 1, 'before');
  for (const { start, end, closed } of marks.memos(from, marks.toSource(place + 1, 'after'))) {
    if (Math.abs(marks.toPublished(start) - place) > 1) continue;
    const range = new vscode.Range(source.positionAt(start + 3), source.positionAt(closed ? end - 3 : end));
    found.push(new vscode.MarkdownString('✎ ').appendText(source.getText(range).trim()));
  }
  return found;
}

/** Of a mention, the actor's; of other words in a statement, its mark in the source. */
async function definitionAt(
  { source, marks }: InStep,
  place: number,
): Promise<vscode.Location[] | vscode.LocationLink[] | undefined> {
  const [tag] = tagsAround(marks, place);
  if (tag === undefined) return undefined;
  const start = source.positionAt(headPlace(tag));
  if (tag.kind !== MENTION) return [new vscode.Location(source.uri, start)];
  return vscode.commands.executeCommand<vscode.Location[] | vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    source.uri,
    start,
  );
}

async function outlineOf(
  { source, marks }: InStep,
  view: vscode.TextDocument,
): Promise<vscode.DocumentSymbol[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    source.uri,
  );
  const toView = (position: vscode.Position) => view.positionAt(marks.toPublished(source.offsetAt(position)));
  const toViewRange = ({ start, end }: vscode.Range) => new vscode.Range(toView(start), toView(end));
  const toViewSymbol = (symbol: vscode.DocumentSymbol): vscode.DocumentSymbol => {
    const { name, detail, kind, range, selectionRange, tags } = symbol;
    const mapped = new vscode.DocumentSymbol(
      name,
      detail,
      kind,
      toViewRange(range),
      toViewRange(selectionRange),
    );
    if (tags) mapped.tags = tags;
    mapped.children = symbol.children.map(toViewSymbol);
    return mapped;
  };
  return (symbols ?? []).map(toViewSymbol);
}
