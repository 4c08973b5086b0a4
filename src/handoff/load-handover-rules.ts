import { Duration } from 'luxon';
import { z } from 'zod';

import type { ContentProblem, Loaded } from '../shared/content-problem';
import { readYaml } from '../shared/read-yaml';
import type { Why } from './handover-event';
import type { HandoverRules } from './handover-rules';
import type { Span } from './opening-hours';

const FILE = 'handover.yaml';
const WHYS: readonly [Why, ...Why[]] = ['asked', 'not_understood', 'complaint', 'distress', 'breach', 'error', 'taken'];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const id = z.string().regex(/^[a-z][a-z-]*$/, 'is no id: small letters and hyphens');
const wait = z.string().transform((text, context): number => {
  const duration = Duration.fromISO(text);
  if (duration.isValid && duration.toMillis() > 0) return duration.toMillis();
  context.addIssue({ code: 'custom', message: 'is no length of time, like PT30M' });
  return z.NEVER;
});
const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'is no span of time, like 09:00-17:00')
  .transform((text): Span => ({ from: text.slice(0, 5), to: text.slice(6) }))
  .refine(({ from, to }) => from < to, 'ends before it begins');

const schema = z.strictObject({
  teams: z.array(z.strictObject({ id, name: z.string().trim().min(1) })).min(1),
  'to-team': z.strictObject({ otherwise: id, ...Object.fromEntries(WHYS.map((why) => [why, id.optional()])) }),
  hours: z.strictObject(Object.fromEntries(DAYS.map((day) => [day, span.optional()]))),
  'closed-on-bank-holidays': z.boolean(),
  patience: z.strictObject({ 'nobody-came': wait, 'staff-gone': wait, 'tenant-quiet': wait, 'tenant-warned': wait }),
});

/** Reads handover.yaml of the content folder. A chat that is handed to a team that does not exist would wait for ever. */
export function loadHandoverRules(contentDir: string): Loaded<HandoverRules | undefined> {
  const { value, problems } = readYaml(contentDir, FILE, schema);
  if (!value) return { value: undefined, problems };
  const { teams, hours, patience } = value;
  const toTeam = value['to-team'] as HandoverRules['toTeam'];
  const unknown = unknownTeams(toTeam, teams);
  if (unknown.length > 0) return { value: undefined, problems: unknown };
  const days = DAYS.flatMap((day, index) => {
    const open = hours[day];
    return open ? [[index + 1, open] as const] : [];
  });
  const rules: HandoverRules = {
    teams,
    toTeam,
    hours: { days: new Map(days), isClosedOnHolidays: value['closed-on-bank-holidays'] },
    patience: {
      nobodyCame: patience['nobody-came'],
      staffGone: patience['staff-gone'],
      tenantQuiet: patience['tenant-quiet'],
      tenantWarned: patience['tenant-warned'],
    },
  };
  return { value: rules, problems: [] };
}

function unknownTeams(toTeam: HandoverRules['toTeam'], teams: HandoverRules['teams']): readonly ContentProblem[] {
  const known = new Set(teams.map((team) => team.id));
  return Object.entries(toTeam)
    .filter(([, team]) => team !== undefined && !known.has(team))
    .map(([why, team]) => ({
      file: FILE,
      line: 1,
      problem: `to-team.${why}: there is no team "${team ?? ''}"`,
      rule: 'team-exists',
    }));
}
