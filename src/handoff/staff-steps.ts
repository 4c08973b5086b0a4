import type { StaffMember, Waiting, WithStaff } from './handover';
import { after, type HandoverRules } from './handover-rules';
import { becomes, type Becomes, type Refusal, type Step } from './step';

/** To whom a chat is passed on. */
export type Target = { readonly team: string } | { readonly team: string; readonly staffId: string };

/** Only who has the chat, and still has it as they saw it, may do these. */
const asOwner =
  (staffId: string, fence: number, act: (owner: WithStaff, at: Date) => Becomes): Step =>
  (before, at) => {
    const refusal = refuse(before.owner, staffId);
    if (refusal !== undefined) return refusal;
    if (before.fence !== fence) return 'moved_on';
    return becomes(before, at, act(before.owner as WithStaff, at));
  };

function refuse(owner: WithStaff | Waiting | { readonly kind: 'bot' }, staffId: string): Refusal | undefined {
  if (owner.kind !== 'staff') return owner.kind === 'bot' ? 'with_bot' : 'already_waiting';
  return owner.staff.id === staffId ? undefined : 'not_yours';
}

/** The chat goes to another team or person, and waits for them where the tenant's wait began: nobody queues up twice. */
export const transfer = (staff: StaffMember, fence: number, target: Target, rules: HandoverRules): Step =>
  asOwner(staff.id, fence, (owner, at) => ({
    owner: {
      kind: 'waiting',
      team: target.team,
      why: 'asked',
      isUrgent: false,
      since: owner.waitedFrom,
      ...('staffId' in target && { onlyFor: target.staffId }),
    },
    timer: { what: 'nobody_came', at: after(at, rules.patience.nobodyCame) },
    event: { what: 'transferred', by: { staffId: staff.id }, team: target.team, ...staffOf(target) },
  }));

const staffOf = (target: Target): { readonly staffId?: string } =>
  'staffId' in target ? { staffId: target.staffId } : {};

/** The assistant goes on where it was. */
export const handBack = (staffId: string, fence: number): Step =>
  asOwner(staffId, fence, () => ({
    owner: { kind: 'bot' },
    event: { what: 'handed_back', by: { staffId }, why: 'handed_back' },
  }));

/** The matter is settled. What the tenant writes afterwards, the assistant answers. */
export const close = (staffId: string, fence: number): Step =>
  asOwner(staffId, fence, () => ({
    owner: { kind: 'bot' },
    event: { what: 'closed', by: { staffId }, why: 'closed' },
  }));

/**
 * Something was said while a person has the chat. Every message of theirs starts the tenant's time anew, and every message
 * of the tenant theirs; no event is kept of it, since the transcript has it.
 */
export const said =
  (side: 'staff' | 'tenant', { patience }: HandoverRules): Step =>
  (before, at) => {
    const { owner } = before;
    if (owner.kind !== 'staff') return owner.kind === 'bot' ? 'with_bot' : 'already_waiting';
    const now = at.toISOString();
    const timer =
      side === 'staff'
        ? ({ what: 'tenant_quiet', at: after(at, patience.tenantQuiet) } as const)
        : ({ what: 'staff_gone', at: after(at, patience.staffGone) } as const);
    return {
      ...before,
      owner: { ...owner, ...(side === 'staff' ? { staffSaidAt: now } : { tenantSaidAt: now }) },
      timer,
      timerAt: timer.at,
    };
  };

/** The tenant has ended the whole chat. */
export const endChat: Step = (before, at) =>
  before.owner.kind === 'bot'
    ? 'with_bot'
    : becomes(before, at, { owner: { kind: 'bot' }, event: { what: 'closed', by: 'tenant', why: 'chat_ended' } });
