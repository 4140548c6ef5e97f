/** What can be done with an actor of the view: its definition, references, name, mentions. */
import * as vscode from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { mentionEditsOf, placesOfActor } from '../requests/views.ts';
import type { SideViews } from '../views/sideViews.ts';
import type { ActorOfView, ViewNode } from '../views/viewNode.ts';

/** Milliseconds for which the status bar says what was done. */
const MESSAGE_TIME = 5_000;

/** The commands by name; each takes a node of the view. */
export function actorCommands(
  server: LanguageServer,
  views: SideViews,
): Record<string, (...args: unknown[]) => unknown> {
  const onActor = (run: (actor: ActorOfView) => unknown) => async (node: unknown) => {
    const { actor } = (node ?? selected(views)) as Partial<ViewNode>;
    if (actor) await run(actor);
  };
  return {
    'demarche.goToActorDefinition': onActor((actor) => goToDefinition(server, views, actor)),
    'demarche.findActorReferences': onActor((actor) => findReferences(server, views, actor)),
    'demarche.renameActor': onActor((actor) => rename(server, views, actor)),
    'demarche.tagActorMentions': onActor((actor) => tagMentions(server, views, actor)),
    'demarche.showDemandsOfActor': onActor((actor) => views.filterDemands(actor)),
  };
}

/** What is selected in the view: a command may come from a key. */
function selected({ actors }: SideViews): Partial<ViewNode> {
  return actors.view.selection[0] ?? {};
}

async function placesOf(server: LanguageServer, views: SideViews, actor: ActorOfView) {
  const uri = views.choices.current.scope === 'document' ? await views.text.uri(server) : null;
  return placesOfActor(server, { uri }, actor.key);
}

async function goToDefinition(server: LanguageServer, views: SideViews, actor: ActorOfView): Promise<void> {
  const { definition } = await placesOf(server, views, actor);
  if (definition) return void (await goTo(definition));
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Neither a codebook nor the text’s head defines {0}.', actor.name),
  );
}

async function goTo({ uri, range }: vscode.Location): Promise<void> {
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(range.start, range.start) });
}

async function findReferences(server: LanguageServer, views: SideViews, actor: ActorOfView): Promise<void> {
  const { definition, use } = await placesOf(server, views, actor);
  const place = use ?? definition;
  if (!place) return void tellUnnamed(actor);
  await goTo(place);
  await vscode.commands.executeCommand('editor.action.referenceSearch.trigger');
}

/** An author who is only in the head has no id in the text. */
function tellUnnamed(actor: ActorOfView): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No text names {0} by an id, so there is nothing to list or to rename.', actor.name),
  );
}

async function rename(server: LanguageServer, views: SideViews, actor: ActorOfView): Promise<void> {
  const { definition, use } = await placesOf(server, views, actor);
  const place = use ?? definition;
  if (!place) return void tellUnnamed(actor);
  const id = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename {0}', actor.name),
    prompt: vscode.l10n.t('The new id, in all texts and in the codebook. The actor’s name stays.'),
    value: actor.id,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Type an id.') : undefined),
  });
  if (id === undefined || id.trim() === actor.id) return;
  try {
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      place.uri,
      place.range.start,
      id.trim(),
    );
    await vscode.workspace.applyEdit(edit);
  } catch (error) {
    // The server says why: a name that is taken, or none that an id can be.
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function tagMentions(server: LanguageServer, views: SideViews, actor: ActorOfView): Promise<void> {
  const { document } = views.text;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the text in which to tag the mentions.'));
    return;
  }
  const { version } = document;
  const edits = await mentionEditsOf(server, document, actor.key);
  if (edits === undefined || edits.length === 0) {
    const message = vscode.l10n.t('No untagged mention of {0} in this text.', actor.name);
    vscode.window.setStatusBarMessage(message, MESSAGE_TIME);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  // What was typed in the meantime would be torn apart.
  if (document.version === version && (await vscode.workspace.applyEdit(edit))) {
    const count = edits.filter(({ newText }) => newText.includes('{')).length;
    const message =
      count === 1
        ? vscode.l10n.t('1 mention of {0} tagged', actor.name)
        : vscode.l10n.t('{0} mentions of {1} tagged', count, actor.name);
    vscode.window.setStatusBarMessage(message, MESSAGE_TIME);
    return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The text changed in the meantime, so nothing was tagged. Please try again.'),
  );
}
