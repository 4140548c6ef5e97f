/**
 * What VS Code calls to test the extension in a workspace that begins without any file of ours, and then has a folder
 * that is on no disk. The tests are in order: each goes on where the one before ended.
 */
import './activation.test.ts';
import './virtual.test.ts';

export { run } from '../suite/report.ts';
