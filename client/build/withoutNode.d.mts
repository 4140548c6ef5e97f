import type { Metafile } from 'esbuild';

export function demandNoNode(metafile: Metafile, folder: string): void;
