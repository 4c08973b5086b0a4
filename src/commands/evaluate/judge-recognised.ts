import type { Matter } from '../../rights/matter';
import type { Recognised } from '../../rights/recognise-matters';
import type { MatterMessage } from './matter-message';

/**
 * How what was recognised in a message is judged, from best to worst. Who is offered what they asked for has to tap once
 * more; what is recorded and was not asked for has to be taken back; what is missed is a right that is not heard.
 */
export const MATTER_VERDICTS = [
  'right',
  'offered only',
  'offered falsely',
  'not offered',
  'raised falsely',
  'missed',
] as const;
export type MatterVerdict = (typeof MATTER_VERDICTS)[number];

/** Judges what was recognised. Of a message with several mistakes the worst counts; their order does not. */
export function judgeRecognised(recognised: Recognised, message: MatterMessage): MatterVerdict {
  const raised = recognised.kind === 'raised' ? recognised.matters : [];
  const offered = recognised.kind === 'mentioned' ? recognised.matter : undefined;
  switch (message.kind) {
    case 'raised':
      return judgeRaised(raised, offered, [message.matters, ...message.or]);
    case 'mentioned':
      if (raised.length > 0) return 'raised falsely';
      return offered === message.matter ? 'right' : 'not offered';
    case 'none':
      if (raised.length > 0) return 'raised falsely';
      return offered === undefined ? 'right' : 'offered falsely';
  }
}

/** @param ways each would be right */
function judgeRaised(
  raised: readonly Matter[],
  offered: Matter | undefined,
  ways: readonly (readonly Matter[])[],
): MatterVerdict {
  const verdicts = ways.map((wanted): MatterVerdict => {
    if (raised.length === 0) return offered !== undefined && wanted.includes(offered) ? 'offered only' : 'missed';
    if (wanted.some((matter) => !raised.includes(matter))) return 'missed';
    return raised.length > wanted.length ? 'raised falsely' : 'right';
  });
  return MATTER_VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'missed';
}

/** In one line that stays the same for as long as the same is recognised: "access, erasure", "not access: quoted", "none". */
export function describeRecognised(recognised: Recognised): string {
  switch (recognised.kind) {
    case 'raised':
      return recognised.matters.join(', ');
    case 'mentioned':
      return `not ${recognised.matter}: ${recognised.why}`;
    case 'none':
      return 'none';
  }
}
