import type { OpeningHours } from './opening-hours';

/** Who takes chats over, when, and how long anybody waits; handover.yaml of the content says it. */
export interface HandoverRules {
  readonly teams: readonly Team[];
  /** The team that gets a chat, by why it is handed over; `otherwise` for the rest. */
  readonly toTeam: Readonly<Partial<Record<string, string>>> & { readonly otherwise: string };
  readonly hours: OpeningHours;
  /** Milliseconds. */
  readonly patience: {
    /** In the queue, after which the tenant is offered another way. */
    readonly nobodyCame: number;
    /** Without a word of who took the chat, after which it goes back into the queue. */
    readonly staffGone: number;
    /** Without a word of the tenant, after which they are warned. */
    readonly tenantQuiet: number;
    /** From the warning to the end of the part with a person. */
    readonly tenantWarned: number;
  };
}

export interface Team {
  readonly id: string;
  readonly name: string;
}

/** @returns ISO time */
export const after = (at: Date, milliseconds: number): string => new Date(at.getTime() + milliseconds).toISOString();

export const teamFor = ({ toTeam }: HandoverRules, why: string): string => toTeam[why] ?? toTeam.otherwise;
