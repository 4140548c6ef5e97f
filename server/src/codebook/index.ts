/** What the other rooms ask of the codebook. */
export * from './attributes.ts';
export * from './codebook.ts';
export { MAX_CODEBOOK_LENGTH, readCodebook } from './codebookFile.ts';
export { isoFormOf } from './dateForms.ts';
export { type DatePrecision, type DemarcheDate, parseDate } from './dates.ts';
export { EMPTY_CODEBOOK, EMPTY_HEAD } from './defaults.ts';
export { attributesOf } from './effectiveAttributes.ts';
export { MAX_HEAD_LENGTH, readHead } from './head.ts';
export { isId } from './ids.ts';
export { type EntryEdit, insertEntry } from './insertEntry.ts';
export * from './keys.ts';
export { nearestName, nearestNames } from './nearest.ts';
export { codebookSchema, headSchema, type JsonSchema } from './schemas.ts';
