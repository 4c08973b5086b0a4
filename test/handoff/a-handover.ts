import { loadHandoverRules } from '../../src/handoff/load-handover-rules';
import type { HandoverRules } from '../../src/handoff/handover-rules';
import { CONTENT_DIR } from '../search/real-content';

export const SAM = { id: 'sam', displayName: 'Sam Example' };
export const KIM = { id: 'kim', displayName: 'Kim Example' };

/** The rules that are shipped. */
export function realHandoverRules(): HandoverRules {
  const { value, problems } = loadHandoverRules(CONTENT_DIR);
  if (!value) throw new Error(JSON.stringify(problems));
  return value;
}
