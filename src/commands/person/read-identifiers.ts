import { AppError } from '../../shared/app-error';
import { readIdentifier, type Identifier } from '../../subject-access/identifier';

const PROMPT = `Who is it about? Give e-mail addresses, telephone numbers, references or ids of chats, one a line, and an empty line
or Ctrl+D at the end. They are read from here, since others of this machine can see command lines.
`;

/**
 * Reads from the input whom a command is about.
 *
 * @throws AppError `not_understood` when a line is none of these, or there is none. It never repeats a line.
 */
export async function readIdentifiers(input: NodeJS.ReadStream = process.stdin): Promise<readonly Identifier[]> {
  if (input.isTTY) process.stderr.write(PROMPT);
  const identifiers: Identifier[] = [];
  let count = 0;
  for await (const line of linesOf(input)) {
    count += 1;
    if (line.trim() === '' && input.isTTY) break;
    if (line.trim() === '') continue;
    const identifier = readIdentifier(line);
    if (!identifier)
      throw notUnderstood(`line ${count} is no e-mail address, telephone number, reference or id of a chat`);
    identifiers.push(identifier);
  }
  if (identifiers.length === 0)
    throw notUnderstood('nobody was named: give an address, number, reference or id of a chat');
  return identifiers;
}

async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string, undefined> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

const notUnderstood = (message: string): AppError => new AppError('not_understood', message);
