/**
 * Settings of an embedded editor: quiet, offline, and in the theme that was asked for.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

/** Short names for VS Code's own themes. */
export const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  hc: 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

/** For every embedded editor. */
export const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'update.showReleaseNotes': false,
};

/**
 * @param {string} theme A short name, or a theme's full name.
 * @returns {Record<string, unknown>}
 */
export function themeSettings(theme) {
  const full = /** @type {Record<string, string>} */ (THEMES)[theme] ?? theme;
  return {
    'workbench.colorTheme': full,
    // The browser's own preference must not decide.
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
  };
}

/**
 * Writes the user settings, unless there are some: what the user set stays.
 *
 * @param {string} userData The editor's user data folder.
 * @param {Record<string, unknown>} settings
 */
export function offerSettings(userData, settings) {
  const file = path.join(userData, 'User', 'settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  try {
    fs.writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return;
    throw new Failure(`Can’t write ${file}: ${/** @type {Error} */ (error).message}`);
  }
}
