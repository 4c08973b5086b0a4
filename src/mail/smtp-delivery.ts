import { createTransport, type NodemailerError } from 'nodemailer';

import type { Deliver, Outcome } from '../outbox/deliver';
import type { Mail } from '../outbox/outbox-message';
import { composeMail } from './compose-mail';
import { isOneAddress, type MailAddress } from './mail-address';
import type { SmtpServer } from './smtp-server';

/**
 * Hands mails to a mail server.
 *
 * @param certificates what to trust instead of the certificates that Node trusts, as PEM
 */
export function createSmtpDelivery(server: SmtpServer, from: MailAddress, certificates?: string): Deliver<Mail> {
  const { host, port, isTls, mustUpgrade, login } = server;
  const transport = createTransport({
    host,
    port,
    secure: isTls,
    requireTLS: mustUpgrade,
    // What is logged would have addresses in it.
    logger: false,
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...(certificates !== undefined && { tls: { ca: certificates } }),
  });
  return async (outgoing, signal) => {
    if (!isOneAddress(outgoing.message.to)) return { kind: 'refused', code: 'not_an_address' };
    try {
      await transport.sendMail({ ...composeMail(outgoing, from), signal });
      return { kind: 'delivered' };
    } catch (error) {
      if (signal.aborted) throw error;
      return outcomeOf(error as NodemailerError);
    }
  };
}

/**
 * Only what the server says to this recipient or these words is about the message. A password that is wrong, a sender
 * that may not send, a server that takes nothing today: they are mended, and the message then goes out.
 */
function outcomeOf({ responseCode, permanent, command, originalCode, code }: NodemailerError): Outcome {
  const isRefused = permanent === true && (command === 'RCPT TO' || command === 'DATA');
  const told = responseCode === undefined ? (originalCode ?? code ?? 'unknown') : `smtp_${responseCode}`;
  return { kind: isRefused ? 'refused' : 'failed', code: told };
}
