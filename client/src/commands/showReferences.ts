/** What a code lens runs: shows places in the editor's own view of references. */
import * as vscode from 'vscode';

/** A position and a location as the protocol has them. */
interface Place {
  readonly line: number;
  readonly character: number;
}

interface FilePlace {
  readonly uri: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

/** @param args those that the server gave the lens: a URI, a position in it, and the places to show */
export async function showReferences(...args: unknown[]): Promise<void> {
  const [uri, position, locations] = args as [string, Place, readonly FilePlace[]];
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    toPosition(position),
    locations.map(
      ({ uri: file, range }) =>
        new vscode.Location(
          vscode.Uri.parse(file),
          new vscode.Range(toPosition(range.start), toPosition(range.end)),
        ),
    ),
  );
}

function toPosition({ line, character }: Place): vscode.Position {
  return new vscode.Position(line, character);
}
