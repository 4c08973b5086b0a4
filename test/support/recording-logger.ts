import { AppError } from '../../src/shared/app-error';
import type { LogFields, Logger } from '../../src/shared/logger';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
  /** Class and code of the cause; its text is not for a log. */
  readonly cause?: string;
}

/** Keeps what was logged, for a test to read. */
export class RecordingLogger implements Logger {
  readonly lines: LogLine[] = [];

  info(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: 'info', message, fields });
  }

  warn(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: 'warn', message, fields });
  }

  error(message: string, cause: unknown, fields: LogFields = {}): void {
    const name = cause instanceof Error ? cause.name : typeof cause;
    this.lines.push({
      level: 'error',
      message,
      fields,
      cause: cause instanceof AppError ? `${name} ${cause.code}` : name,
    });
  }

  get errors(): LogLine[] {
    return this.lines.filter(({ level }) => level === 'error');
  }

  /** Everything, to look for what must not be there. */
  get text(): string {
    return JSON.stringify(this.lines);
  }
}
