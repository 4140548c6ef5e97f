/** The one table of commands, in the order of the help. Each is a file beside this one. */
import type { Command } from 'commander';
import { agreeCommand } from './agree.ts';
import { exportCommand } from './export.ts';
import { formatCommand } from './format.ts';
import { importCommand } from './import.ts';
import { lintCommand } from './lint.ts';
import { lspCommand } from './lsp.ts';
import { mergeCommand } from './merge.ts';
import { networkCommand } from './network.ts';
import { renameCommand } from './rename.ts';
import type { Run } from './run.ts';
import { searchCommand } from './search.ts';
import { statsCommand } from './stats.ts';
import { stripCommand } from './strip.ts';
import { tagCommand } from './tag.ts';

/** Makes a command; its action leaves the exit code in the run. */
export type CommandMaker = (run: Run) => Command;

export const COMMANDS: readonly CommandMaker[] = [
  lintCommand,
  formatCommand,
  renameCommand,
  stripCommand,
  tagCommand,
  exportCommand,
  importCommand,
  searchCommand,
  statsCommand,
  networkCommand,
  agreeCommand,
  mergeCommand,
  lspCommand,
];
