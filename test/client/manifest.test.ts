/** What package.json contributes holds together: commands, menus, keys, views, first steps. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

interface Entry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}

interface Key {
  readonly command: string;
  readonly key: string;
  readonly mac?: string;
  readonly when: string;
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string };
  readonly completionEvents?: readonly string[];
}

const { contributes } = JSON.parse(text('package.json'));
const commands: { command: string; icon?: string }[] = contributes.commands;
const submenus: { id: string; icon?: string }[] = contributes.submenus;
const names = new Set(commands.map(({ command }) => command));
const menus: Record<string, Entry[]> = contributes.menus;
const keys: Key[] = contributes.keybindings;
const views: { id: string }[] = Object.values(contributes.views as Record<string, { id: string }[]>).flat();
const sources = readdirSync(new URL('client/src', ROOT), { recursive: true, encoding: 'utf8' })
  .concat(
    readdirSync(new URL('server/src/lsp/requests', ROOT)).map(
      (name) => `../../server/src/lsp/requests/${name}`,
    ),
  )
  .filter((name) => name.endsWith('.ts'))
  .map((name) => text(`client/src/${name}`))
  .join('\n');

test('every command is registered by the client', () => {
  expect([...names].filter((name) => !sources.includes(`'${name}'`))).toEqual([]);
});

test('menus and keys name commands that there are', () => {
  const used = [...Object.values(menus).flat(), ...keys].flatMap(({ command }) => command ?? []);
  // VS Code's own: several commands at one key, and what Tab does in a snippet.
  const borrowed = ['runCommands', 'jumpToNextSnippetPlaceholder'];
  expect(used.filter((command) => !names.has(command) && !borrowed.includes(command))).toEqual([]);
});

test('what stands in a title bar, or beside a row, has an icon', () => {
  const shown = Object.values(menus)
    .flat()
    .filter(({ group }) => /^(navigation|inline)/.test(group ?? ''));
  const inBars = shown.filter((entry) => !menus['explorer/context']?.includes(entry));
  const iconOf = ({ command, submenu }: Entry) =>
    command
      ? commands.find((each) => each.command === command)?.icon
      : submenus.find(({ id }) => id === submenu)?.icon;
  expect(inBars.filter((entry) => !iconOf(entry))).toEqual([]);
});

test('the title bar of an editor has few icons', () => {
  const shown = (menus['editor/title'] ?? []).filter(({ group }) => group?.startsWith('navigation'));
  expect(shown.length).toBeLessThanOrEqual(6);
});

test('what needs a text, a selection or a row is not in the palette without it', () => {
  const palette = new Map((menus['commandPalette'] ?? []).map(({ command, when }) => [command, when]));
  const always = ['demarche.createCodebook', 'demarche.restartServer', 'demarche.showOutput'];
  const needy = [...names].filter((name) =>
    /tagAs|Statement$|View$|Row|Place|Actor(Ref|Def|Men)|renameActor/.test(name),
  );
  expect(needy.filter((name) => !palette.has(name))).toEqual([]);
  for (const name of always) expect(palette.get(name)).toBeUndefined();
});

test('entries of menus outside our own views say when', () => {
  const outside = ['commandPalette', 'editor/context', 'editor/title', 'explorer/context', 'view/title'];
  const wrong = outside.flatMap((menu) => (menus[menu] ?? []).filter(({ when }) => !when));
  expect(wrong).toEqual([]);
});

/** Keys that do in our editors what they do in all: undo in the text view, a brace over a selection, Enter for Tab. */
function isTakenOver(command: string, when: string): boolean {
  if (/^demarche\.(undo|redo)Marking$/.test(command)) return when.includes('resourceScheme == demarche-text');
  if (command === 'jumpToNextSnippetPlaceholder') return when.includes('hasNextTabstop');
  return command === 'runCommands' && when.includes('editorHasSelection');
}

/**
 * What VS Code itself binds to a quote with Ctrl or Cmd: nothing, on all three systems, as its default keybindings say
 * (the suite in a real VS Code reads those of the system that it runs on).
 */
test('keys are two strokes after Ctrl+’, or those of the list for the row that is selected', () => {
  for (const { command, key, mac, when } of keys) {
    if (when.includes('focusedView == demarche.')) {
      expect(key, command).toMatch(/^(f2|(shift\+)?f12)$/);
      continue;
    }
    expect(when, command).toMatch(/demarche/);
    if (isTakenOver(command, when)) continue;
    expect(key, command).toMatch(/^ctrl\+' (shift\+)?[a-z=]$/);
    expect(mac, command).toBe(key.replace('ctrl', 'cmd'));
  }
  const strokes = keys.map(({ key, when }) => `${key} ${when}`);
  expect(new Set(strokes).size).toBe(strokes.length);
});

test('each view has words for each reason to be empty', () => {
  const welcome: { view: string; when: string }[] = contributes.viewsWelcome;
  for (const { id } of views) {
    for (const state of ['down', 'noDocument', 'empty']) {
      const found = welcome.filter(
        ({ view, when }) => view === id && when.includes(`${id}.state == ${state}`),
      );
      expect(found.length, `${id} ${state}`).toBeGreaterThan(0);
    }
  }
});

/** Links of markdown to commands. */
function commandLinks(words: string): string[] {
  return [...words.matchAll(/\(command:([\w.]+)/g)].map((match) => match[1] as string);
}

/** Commands of ours that other parts of the client bring. */
const isKnown = (name: string) =>
  !name.startsWith('demarche.') || names.has(name) || views.some(({ id }) => name === `${id}.focus`);

test('words in empty views lead to commands that there are', () => {
  const strings: Record<string, string> = JSON.parse(text('package.nls.json'));
  const links = Object.entries(strings)
    .filter(([key]) => key.startsWith('welcome.'))
    .flatMap(([, words]) => commandLinks(words));
  expect(links.length).toBeGreaterThan(4);
  expect(links.filter((name) => !isKnown(name))).toEqual([]);
});

test('first steps have small pictures that name no file outside, and end by commands or views', () => {
  const [walkthrough] = contributes.walkthroughs;
  const steps: Step[] = walkthrough.steps;
  expect(steps.length).toBeLessThanOrEqual(6);
  for (const { id, media, completionEvents } of steps) {
    const url = new URL(media.svg, ROOT);
    expect(existsSync(url), id).toBe(true);
    expect(statSync(url).size, id).toBeLessThan(6_000);
    expect(text(media.svg), id).not.toMatch(/<script|href|url\(/);
    for (const event of completionEvents ?? []) expect(event, id).toMatch(/^on(Command|View):[\w.]+$/);
  }
});

test('what package.json names is in the package', () => {
  const allowed = text('.vscodeignore');
  for (const folder of [
    'client/walkthrough/*.svg',
    'client/l10n/*.json',
    'client/images/container.svg',
    'package.nls.*.json',
  ]) {
    expect(allowed).toContain(`!${folder}`);
  }
});
