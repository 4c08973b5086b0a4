/** What may be logged beside the message: decisions, counts and ids; never message text, names or addresses. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Messages are lower case and without variables; what varies goes into the fields. */
export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** @param cause logged by its class and code only, since an error's text may quote what a person wrote. */
  error(message: string, cause: unknown, fields?: LogFields): void;
}
