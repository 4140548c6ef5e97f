/**
 * The requests that our own client makes beyond the protocol: names and shapes, all that the client takes from the
 * server. Positions and ranges are the protocol's, unless a shape says that they are offsets.
 */
export * from './changes.ts';
export * from './commands.ts';
export * from './counts.ts';
export * from './files.ts';
export * from './marks.ts';
export * from './pictures.ts';
export * from './statements.ts';
export * from './tagging.ts';
export * from './texts.ts';
export * from './views.ts';
