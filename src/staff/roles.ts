/** What somebody of the staff is there for. One person may have several roles. */
export const ROLES = ['adviser', 'dpo', 'editor', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What a call of the console does, named so that every route says which it needs. */
export type Permission =
  | 'take_chats'
  | 'read_all_chats'
  | 'read_cases'
  | 'read_restricted_cases'
  | 'raise_cases'
  | 'decide_cases'
  | 'edit_content'
  | 'publish_content'
  | 'read_retention'
  | 'set_holds'
  | 'read_reports'
  | 'read_audit'
  | 'manage_staff';

/**
 * Advisers have the chats that they take, and no others. Nobody decides a case who is not of the data protection team.
 * Whoever sets up accounts reads neither chats nor cases; whoever audits changes nothing.
 */
const MAY: Readonly<Record<Role, readonly Permission[]>> = {
  adviser: ['take_chats', 'read_cases', 'raise_cases'],
  dpo: [
    'take_chats',
    'read_all_chats',
    'read_cases',
    'read_restricted_cases',
    'raise_cases',
    'decide_cases',
    'publish_content',
    'read_retention',
    'set_holds',
    'read_reports',
    'read_audit',
  ],
  editor: ['edit_content', 'read_reports'],
  auditor: ['read_retention', 'read_reports', 'read_audit'],
  administrator: ['manage_staff', 'read_reports'],
};

export const may = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => MAY[role].includes(permission));
