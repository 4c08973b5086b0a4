import type { FormQuestion } from '../../../replies/form-part';
import { lastSaid } from './last-said';
import type { Turn } from './turn';

/** The question of a form that waits for an answer, as far as this window knows. */
export function openQuestion(turns: readonly Turn[]): FormQuestion | undefined {
  const form = lastSaid(turns)?.reply?.form;
  return form?.kind === 'question' ? form : undefined;
}
