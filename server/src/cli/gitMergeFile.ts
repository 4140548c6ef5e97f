/** Three versions of a file merged line by line, as Git does it where no driver is set. */
import { execFile } from 'node:child_process';
import { CommandError } from './failure.ts';

export interface MergedLines {
  readonly text: string;
  /** Whether there are conflict markers in it. */
  readonly conflicts: boolean;
}

/** @throws CommandError if there is no Git, or it can't read the files */
export function mergeLines(base: string, ours: string, theirs: string): Promise<MergedLines> {
  const args = ['merge-file', '-p', '-L', 'ours', '-L', 'base', '-L', 'theirs', '--', ours, base, theirs];
  return new Promise((resolve, reject) => {
    execFile('git', args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      // Its exit code is the number of conflicts; above 127 something else is wrong.
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 255;
      if (code > 127) reject(new CommandError(`git merge-file: ${stderr.trim() || 'failed'}`));
      else resolve({ text: stdout, conflicts: code > 0 });
    });
  });
}
