import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

import type { SmtpServer } from '../../src/mail/smtp-server';
import { readMail, type ReceivedMail } from './received-mail';

export interface TakenMail extends ReceivedMail {
  readonly sender: string;
  readonly recipients: readonly string[];
}

/** A real mail server, which a test can tell how to behave. */
export interface MailServer {
  readonly port: number;
  /** Every mail that was handed in whole, also if it was refused then. */
  readonly mails: readonly TakenMail[];
  stop(): Promise<void>;
}

export interface MailServerBehaviour extends SMTPServerOptions {
  /** The code to refuse a recipient with; 0 takes them. */
  readonly onRecipient?: (address: string) => number;
  /** Asked when a mail is there whole, before the server says that it took it. The code to refuse it with; 0 takes it. */
  readonly onMail?: () => number | Promise<number>;
  /** Free, if it is left out. */
  readonly port?: number;
}

/** Without encryption and login, unless it is told otherwise. */
export async function startMailServer(behaviour: MailServerBehaviour = {}): Promise<MailServer> {
  const { onRecipient = () => 0, onMail = () => 0, port = 0, ...options } = behaviour;
  const mails: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 10,
    onRcptTo: ({ address }, _session, done) => done(refusal(onRecipient(address))),
    onData: (stream, { envelope }, done) => {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (raw += chunk));
      stream.on('end', () => {
        const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({ ...readMail(raw), sender, recipients: envelope.rcptTo.map(({ address }) => address) });
        void Promise.resolve(onMail()).then((code) => done(refusal(code)));
      });
    },
    ...options,
  });
  // A client that hangs up, as tests have it.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The settings that lead to a server on this machine. */
export const serverAt = (port: number, rest: Partial<SmtpServer> = {}): SmtpServer => ({
  host: '127.0.0.1',
  port,
  isTls: false,
  mustUpgrade: false,
  login: undefined,
  ...rest,
});

const refusal = (code: number): Error | null =>
  code === 0 ? null : Object.assign(new Error('not taken'), { responseCode: code });
