/** The tests that hold wherever the extension runs: with Node and in a browser. */
import './completion.test.ts';
import './diagnostics.test.ts';
import './editing.test.ts';
import './files.test.ts';
import './language.test.ts';
import './marks.test.ts';
import './navigation.test.ts';
import './pickers.test.ts';
import './publishedText.test.ts';
import './reading.test.ts';
import './restart.test.ts';
import './smoke.test.ts';
import './startup.test.ts';
import './tagging.test.ts';
import './textView.test.ts';
import './views.test.ts';
import './workspace.test.ts';
