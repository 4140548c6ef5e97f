/** One step of a picker in the editor: a list to choose from, with a way back. */
import * as vscode from 'vscode';
import { type Choice, type Entry, idCalled } from './entries.ts';

export interface PickStep {
  readonly title: string;
  readonly placeholder: string;
  /** From 1. */
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack: boolean;
  /** The list, after some have been chosen with a comma. */
  readonly entries: (chosen: readonly string[]) => Entry[];
  /** Whether a comma chooses and goes on. */
  readonly takesSeveral: boolean;
  /** What changes a claim into a demand; its tooltip. */
  readonly switchTo?: string;
}

/** How a step ended. */
export type Picked =
  | { readonly type: 'ids'; readonly ids: readonly string[] }
  | { readonly type: 'new'; readonly name: string; readonly chosen: readonly string[] }
  | Extract<Choice, { type: 'asBefore' }>
  | { readonly type: 'back' }
  | { readonly type: 'switch' };

/**
 * The list or field that was answered last. It stays, and takes no keys, until the next one is there or the work is
 * done: a key that came in between would go to the editor, and replace the selected words.
 */
let answeredLast: vscode.QuickInput | undefined;

/** Shows one in place of the one that was answered last. */
function showNext(next: vscode.QuickInput): void {
  next.show();
  answeredLast?.dispose();
  answeredLast = undefined;
}

function linger(answered: vscode.QuickInput): void {
  answered.busy = true;
  answered.enabled = false;
  answeredLast = answered;
}

/** Does work that begins with a list, and sees to it that no list stays. */
export async function withPickers<T>(title: string, work: () => Promise<T>): Promise<T> {
  const waiting = vscode.window.createQuickPick();
  waiting.title = title;
  // There at once, while it is asked what is in it.
  linger(waiting);
  waiting.show();
  try {
    return await work();
  } finally {
    answeredLast?.dispose();
    answeredLast = undefined;
  }
}

interface Item extends vscode.QuickPickItem {
  readonly choice: Choice | null;
}

/** Shows a step. @returns undefined if it was given up */
export function pick(step: PickStep): Promise<Picked | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = step.title;
  picker.placeholder = step.placeholder;
  picker.step = step.step;
  picker.totalSteps = step.totalSteps;
  picker.matchOnDescription = true;
  const switchButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('arrow-swap'),
    tooltip: step.switchTo ?? '',
  };
  picker.buttons = [
    ...(step.canGoBack ? [vscode.QuickInputButtons.Back] : []),
    ...(step.switchTo ? [switchButton] : []),
  ];
  let chosen: readonly string[] = [];
  const list = () => {
    picker.items = step.entries(chosen).map(toItem);
  };
  list();
  return new Promise((resolve) => {
    let isDone = false;
    const finish = (picked: Picked | undefined) => {
      if (isDone) return;
      isDone = true;
      if (picked === undefined) picker.dispose();
      else linger(picker);
      resolve(picked);
    };
    picker.onDidChangeValue((value) => {
      const [, typed] = (step.takesSeveral && /^(.*)[,，、]$/u.exec(value)) || [];
      const id = typed === undefined ? null : idCalled(step.entries(chosen), typed);
      if (id === null) return;
      chosen = [...new Set([...chosen, id])];
      picker.value = '';
      list();
    });
    picker.onDidTriggerButton((button) => finish({ type: button === switchButton ? 'switch' : 'back' }));
    picker.onDidAccept(() => {
      const choice = picker.selectedItems[0]?.choice;
      if (choice?.type === 'asBefore') finish(choice);
      else if (choice?.type === 'ids') finish({ type: 'ids', ids: [...new Set([...chosen, ...choice.ids])] });
      else if (choice?.type === 'new')
        finish({ type: 'new', name: choice.name ?? picker.value.trim(), chosen });
    });
    picker.onDidHide(() => finish(undefined));
    showNext(picker);
  });
}

function toItem(entry: Entry): Item {
  if (entry.type === 'separator')
    return { label: entry.label, kind: vscode.QuickPickItemKind.Separator, choice: null };
  const { label, description, alwaysShow, choice } = entry;
  return { label, choice, ...(description ? { description } : {}), ...(alwaysShow ? { alwaysShow } : {}) };
}

export interface AskStep {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack: boolean;
  /** Stays while another window has the focus: what is asked may have to be looked up. */
  readonly stays?: boolean;
  /** What is wrong with what was typed, in words, or null. */
  readonly check?: (value: string) => string | null | Promise<string | null>;
}

/** Asks for words. @returns what was typed; `back`; undefined if it was given up */
export function ask(step: AskStep): Promise<{ readonly value: string } | 'back' | undefined> {
  const box = vscode.window.createInputBox();
  box.title = step.title;
  box.prompt = step.prompt;
  box.value = step.value ?? '';
  box.placeholder = step.placeholder;
  box.step = step.step;
  box.totalSteps = step.totalSteps;
  box.ignoreFocusOut = step.stays ?? false;
  if (step.canGoBack) box.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    let isDone = false;
    const finish = (answer: { readonly value: string } | 'back' | undefined) => {
      if (isDone) return;
      isDone = true;
      if (answer === undefined) box.dispose();
      else linger(box);
      resolve(answer);
    };
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidTriggerButton(() => finish('back'));
    box.onDidAccept(async () => {
      const { value } = box;
      const wrong = (await step.check?.(value)) ?? null;
      if (wrong === null) finish({ value });
      else if (box.value === value) box.validationMessage = wrong;
    });
    box.onDidHide(() => finish(undefined));
    showNext(box);
  });
}
