/** The one table of what threads can do, by name. */
import { exportTask } from './exportTask.ts';
import { lintTask } from './lintTask.ts';

export const TASKS = { lint: lintTask, export: exportTask };
