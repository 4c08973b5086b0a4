import type { Company } from './matter';

/** Who is responsible for the information, and who watches over them: content/controllers.yaml. */
export interface Controllers {
  readonly companies: Readonly<Record<NamedCompany, Controller>>;
  /** Gets what comes from somebody who is not sure. Open for the DPO. */
  readonly whenUnsure: NamedCompany;
  readonly regulator: Regulator;
}

export type NamedCompany = Exclude<Company, 'unsure'>;

/** One of the two companies. */
export interface Controller {
  readonly name: string;
  /** What people may still call it. */
  readonly formerly: string;
  /** The e-mail address of its data protection team. */
  readonly mailbox: string;
  /** The lines of its postal address. */
  readonly post: readonly string[];
  /** Its number in the regulator's register. */
  readonly icoNumber: string;
}

export interface Regulator {
  readonly name: string;
  readonly shortName: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  /** The lines of its postal address. */
  readonly post: readonly string[];
  /** The day on which somebody last compared all this with its sources, YYYY-MM-DD. */
  readonly checkedOn: string;
}

/** Who gets a case of this company. */
export function controllerOf(company: Company, { companies, whenUnsure }: Controllers): Controller {
  return companies[company === 'unsure' ? whenUnsure : company];
}

/** "the Information Commissioner’s Office (ICO)" */
export const regulatorInSentence = ({ name, shortName }: Regulator): string => `the ${name} (${shortName})`;
