import type { SendMailOptions } from 'nodemailer';

import type { Outgoing } from '../outbox/deliver';
import type { Mail } from '../outbox/outbox-message';
import type { MailAddress } from './mail-address';

/**
 * A mail as nodemailer takes it: plain text only. It is the same in every attempt, so that a mailbox that has it
 * already can tell by its Message-ID.
 */
export function composeMail({ id, addedAt, message }: Outgoing<Mail>, from: MailAddress): SendMailOptions {
  const { to, subject, text } = message;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    from: { ...from },
    // As an object, it is never read as a list or as a name with an address.
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${id}@${domain}>`,
    date: addedAt,
    // Keeps out-of-office replies away (RFC 3834, section 5).
    headers: { 'Auto-Submitted': 'auto-generated' },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
