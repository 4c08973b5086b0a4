import { existsSync, readFileSync } from 'node:fs';

/** The program and its version, as the folder that it runs in tells. */
export function madeBy(): string {
  const file = 'package.json';
  const { name, version } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Package) : NOT_KNOWN;
  return `${name} ${version}`;
}

interface Package {
  readonly name: string;
  readonly version: string;
}

const NOT_KNOWN: Package = { name: 'privacy-desk', version: 'unknown' };
