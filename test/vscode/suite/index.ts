/**
 * What VS Code calls to test the extension. The runner checks that every *.test.ts beside this is imported.
 */
import './everywhere.ts';
import './server.test.ts';

export { run } from './report.ts';
