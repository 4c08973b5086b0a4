import { BOT_STATE } from './bot/document-bot-storage';
import { OPT_OUTS } from './opt-outs/opt-out';
import { OUTBOX } from './outbox/outbox-message';
import { QUESTIONS_TO_REVIEW } from './review/question-to-review';
import { CASES } from './rights/case';
import { ONE_TIME_CODES } from './rights/codes-of-reference';
import type { AnyCollection } from './shared/document-store';
import { KEY_CHECK } from './storage/sealed/key-check';
import { CONVERSATIONS } from './transcript/conversation';
import { DELETION_RECEIPTS } from './transcript/deletion-receipt';
import { ENTRIES } from './transcript/entry';

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
  KEY_CHECK,
];
