import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createTransport } from 'nodemailer';
import { join } from 'node:path';

import type { Deliver } from '../outbox/deliver';
import type { Mail } from '../outbox/outbox-message';
import { composeMail } from './compose-mail';
import { isOneAddress, type MailAddress } from './mail-address';

/**
 * Writes mails to `<id>.eml` files instead of sending them, for whoever tries the service out: any mail program opens
 * them. They hold what people wrote, and go with their row of the outbox.
 *
 * @param folder made when the first mail is written, for the service's own user only
 */
export function createFileDelivery(folder: string, from: MailAddress): Deliver<Mail> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return async (outgoing) => {
    if (!isOneAddress(outgoing.message.to)) return { kind: 'refused', code: 'not_an_address' };
    const { message } = await transport.sendMail(composeMail(outgoing, from));
    const file = fileOf(folder, outgoing.id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Under another name first: whoever looks into the folder finds whole mails only.
    await writeFile(`${file}.new`, message as Buffer, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
    return { kind: 'delivered' };
  };
}

/** Removes the file of a message, if it has one. */
export async function removeMailFile(folder: string, id: string): Promise<void> {
  await rm(fileOf(folder, id), { force: true });
}

const fileOf = (folder: string, id: string): string => join(folder, `${id}.eml`);
