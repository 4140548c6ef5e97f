#!/usr/bin/env node
/**
 * What `npm start` runs. Only looks at Node's version, in words that every Node understands; the steps are
 * in a module that an old one could not even read.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 20 || (major === 20 && minor >= 19)) {
  import('./startSteps.mjs').then((steps) => steps.main());
} else {
  console.error(
    `This is Node ${process.versions.node}, but Demarche needs 20.19 or later: https://nodejs.org`,
  );
  process.exitCode = 1;
}
