/**
 * Properties run the same cases every time, so that a build that passed passes again. To look for new ones:
 * `DEMARCHE_SEED=random npx vitest run`; what fails is kept as a test of its own.
 */
import fc from 'fast-check';

const SEED = 20_261_123;

const wanted = process.env.DEMARCHE_SEED;
if (wanted !== 'random') fc.configureGlobal({ seed: wanted ? Number(wanted) : SEED });
