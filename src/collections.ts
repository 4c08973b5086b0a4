import { BOT_STATE } from './bot/document-bot-storage';
import { OPT_OUTS } from './opt-outs/opt-out';
import { OUTBOX } from './outbox/outbox-message';
import { HOLDS } from './retention/hold';
import { LEDGER } from './retention/ledger-line';
import { PAST_CASES } from './retention/past-case';
import { SWEEP_RUNS } from './retention/sweep-run';
import { QUESTIONS_TO_REVIEW } from './review/question-to-review';
import { CASES } from './rights/case';
import { ONE_TIME_CODES } from './rights/codes-of-reference';
import type { AnyCollection } from './shared/document-store';
import { KEY_CHECK } from './storage/sealed/key-check';
import { CONVERSATIONS } from './transcript/conversation';
import { DELETION_RECEIPTS } from './transcript/deletion-receipt';
import { ENTRIES } from './transcript/entry';
import { STAFF_PARTS } from './transcript/staff-part';

/** Every kind of document there is, for what concerns all of them: indexes at start, migration, copy and backup. */
export const COLLECTIONS: readonly AnyCollection[] = [
  CONVERSATIONS,
  ENTRIES,
  BOT_STATE,
  QUESTIONS_TO_REVIEW,
  DELETION_RECEIPTS,
  CASES,
  ONE_TIME_CODES,
  OPT_OUTS,
  OUTBOX,
  STAFF_PARTS,
  PAST_CASES,
  HOLDS,
  LEDGER,
  SWEEP_RUNS,
  KEY_CHECK,
];
