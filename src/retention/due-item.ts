import type { OutboxMessage } from '../outbox/outbox-message';
import type { CaseDocument } from '../rights/case';
import type { CaseClass } from '../rights/case-retention';
import type { Conversation } from '../transcript/conversation';
import type { DeletionReceipt } from '../transcript/deletion-receipt';
import type { StaffPartDocument } from '../transcript/staff-part';

/** Something whose time is over, or that somebody wants deleted; a hold or a freeze may keep it. */
export type DueItem = DueConversation | DueStaffPart | DueCase | DueMail | DueCode;

export interface DueConversation extends Due {
  readonly kind: 'conversation';
  readonly recordClass: 'bot_conversation';
  readonly reason: DeletionReceipt['reason'];
  readonly body: Conversation;
}

export interface DueStaffPart extends Due {
  readonly kind: 'staff_part';
  readonly recordClass: 'staff_part_of_tenancy' | 'staff_part_without_tenancy';
  readonly reason: 'due';
  readonly body: StaffPartDocument;
}

export interface DueCase extends Due {
  readonly kind: 'case';
  readonly recordClass: CaseClass;
  readonly reason: 'due';
  readonly body: CaseDocument;
}

export interface DueMail extends Due {
  readonly kind: 'mail';
  readonly recordClass: 'mail';
  readonly reason: 'due';
  readonly body: OutboxMessage;
}

export interface DueCode extends Due {
  readonly kind: 'code';
  readonly recordClass: 'one_time_code';
  readonly reason: 'due';
}

interface Due {
  /** Of its document. */
  readonly id: string;
  /** Since when it should be gone. */
  readonly dueAt: Date;
}
