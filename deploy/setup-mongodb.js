/**
 * Run by mongosh (see compose.yaml): makes the replica set and the user of the service, unless they are there. May be run
 * again at any time.
 */
/* global connect, sleep, print */
const { MONGODB_ROOT_PASSWORD, MONGODB_PASSWORD } = process.env;
const admin = connect(
  `mongodb://root:${encodeURIComponent(MONGODB_ROOT_PASSWORD)}@mongodb:27017/admin?directConnection=true`,
);

const NOT_YET_INITIALIZED = 94;
try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.code !== NOT_YET_INITIALIZED) throw error;
  admin.adminCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] } });
}
while (!admin.hello().isWritablePrimary) sleep(200);

const desk = admin.getSiblingDB('privacy-desk');
const login = { pwd: MONGODB_PASSWORD, roles: [{ role: 'readWrite', db: 'privacy-desk' }] };
if (desk.getUser('desk') === null) desk.createUser({ user: 'desk', ...login });
else desk.updateUser('desk', login);
print('the replica set and the user of the service are there');
