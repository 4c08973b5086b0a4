/** What a line of JSON says; undefined where it is none, which the caller says. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
