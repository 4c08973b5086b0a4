import type { Activity, Session } from './activity';
import type { DirectLineClient } from './direct-line-client';
import type { Outcome } from './outcome';

export interface Missed {
  readonly activities: readonly Activity[];
  /** How much of the conversation is known with them. */
  readonly watermark: string;
}

/** Everything that was said after the watermark, page by page. */
export async function catchUp(client: DirectLineClient, session: Session, after: string): Promise<Outcome<Missed>> {
  const activities: Activity[] = [];
  let watermark = after;
  for (;;) {
    const page = await client.activities(session, watermark);
    if (page.kind !== 'ok') return page;
    activities.push(...page.value.activities);
    const next = page.value.watermark ?? watermark;
    if (page.value.activities.length === 0 || next === watermark) {
      return { kind: 'ok', value: { activities, watermark: next } };
    }
    watermark = next;
  }
}
