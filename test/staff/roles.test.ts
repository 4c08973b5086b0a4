import { may, ROLES, type Permission } from '../../src/staff/roles';

describe('roles', () => {
  it.each<[Permission, string[]]>([
    ['take_chats', ['adviser', 'dpo']],
    ['decide_cases', ['dpo']],
    ['read_restricted_cases', ['dpo']],
    ['manage_staff', ['administrator']],
    ['edit_content', ['editor']],
    ['publish_content', ['dpo']],
    ['read_audit', ['dpo', 'auditor']],
  ])('that may %s are %j', (permission, roles) => {
    expect(ROLES.filter((role) => may([role], permission))).toEqual(roles);
  });

  it('add up, and none may do nothing', () => {
    expect(may(['auditor', 'adviser'], 'take_chats')).toBe(true);
    expect(may([], 'read_reports')).toBe(false);
  });
});
