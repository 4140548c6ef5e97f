/** Putting a table into the clipboard. */
import type { Host } from './host.ts';
import { toHtml, toTsv } from './tableText.ts';

/** Copies a table for spreadsheets and for texts; where the page may not, the editor copies the plain one. */
export async function copyTable(host: Host, rows: readonly (readonly string[])[]): Promise<void> {
  const text = toTsv(rows);
  try {
    const item = new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([toHtml(rows)], { type: 'text/html' }),
    });
    await navigator.clipboard.write([item]);
  } catch {
    host.post({ type: 'copy', text });
  }
}
