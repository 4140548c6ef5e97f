/** Installs packages if that is possible here. @returns whether the programs are there now */
export function installFromDebian(installation: {
  what: string;
  packages: string[];
  advice: string;
  isDone: () => Promise<boolean>;
}): Promise<boolean>;
