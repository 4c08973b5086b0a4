import { normalise } from './normalise';

/** Somebody asks what happens, when, why or by whom: to be told, not to be helped. */
const ASKS_TO_KNOW =
  /\b(how (long|often|soon|many|much)|what happens|what (is|are|does|do)|when|why|who|do (you|i|they)|does|will (you|it|my|they)|would you|are (you|my|they)|is (it|my|there|that)|have you|has)\b/;

/** Somebody says that they want it: stronger than a question word elsewhere in the message. */
const SAYS_SO =
  /\b(i|we) (want|need|wish|demand|insist|request|object|withdraw|refuse|would like)\b|\bid like\b|\bim (asking|requesting) (you )?(to|for)\b|\bplease (stop|delete|remove|send|give|correct|change)\b/;

/** Whether a message asks for something to be done, rather than to be told about it. Commands and wishes are requests. */
export function wantsItDone(text: string): boolean {
  const normal = normalise(text);
  return SAYS_SO.test(normal) || !ASKS_TO_KNOW.test(normal);
}
