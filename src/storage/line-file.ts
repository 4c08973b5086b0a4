import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

import { syncToDisk } from './sqlite/sync-to-disk';

/** A text file to which lines are only added. A line that was cut off, as by loss of power, does not count. */
export class LineFile {
  constructor(readonly path: string) {}

  /** None where there is no file. */
  read(): readonly string[] {
    if (!existsSync(this.path)) return [];
    return readFileSync(this.path, 'utf8').split('\n').slice(0, -1);
  }

  /** On the disk when it returns. The file is for the service's own user only. */
  append(lines: readonly string[]): void {
    const isNew = !existsSync(this.path);
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const file = openSync(this.path, 'a+', 0o600);
    try {
      if (!isNew) this.cutOffHalfLine(file);
      writeSync(file, lines.map((line) => `${line}\n`).join(''));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (isNew) syncToDisk(dirname(this.path));
  }

  private cutOffHalfLine(file: number): void {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    if (size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === '\n')) return;
    ftruncateSync(file, readFileSync(this.path).lastIndexOf('\n') + 1);
  }
}
