import type { Plugin } from 'peggy';

export const runPlugin: Plugin;
