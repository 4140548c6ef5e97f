import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vite';

export function compileGrammar(path: string): string;
export const peggyForEsbuild: EsbuildPlugin;
export const peggyForVite: VitePlugin;
