/** What Demarche’s words are called in brat: types start with a capital and are of ASCII letters, digits, `_`, `-`. */

/** The role that an attribute’s actors play in an event. */
export const ROLES = { by: 'Claimant', to: 'Addressee', about: 'About', via: 'Reporter' } as const;

/** The entity type of a mention. */
export const ACTOR = 'Actor';

/** The type of notes that hold what brat has no place for, as Demarche writes it. */
export const OWN_NOTE = 'Demarche';

/** The type of notes that annotators write. */
export const ANNOTATOR_NOTE = 'AnnotatorNotes';

/** A name as brat takes it: other signs as `_`; null where nothing of it would be left to tell it by. */
export function bratName(name: string): string | null {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return null;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
