import { describeDocumentStore } from '../contracts/document-store.contract';
import { openMongo } from '../support/engines';

if (process.env.MONGODB_URI === undefined) {
  it.skip('NOTHING WAS TESTED ON MONGODB: set MONGODB_URI to a server that speaks its protocol', () => undefined);
} else {
  describeDocumentStore('a server that speaks the protocol of MongoDB', openMongo);
}
